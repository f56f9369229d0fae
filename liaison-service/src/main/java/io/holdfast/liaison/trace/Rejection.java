package io.holdfast.liaison.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Why a command was refused. */
public sealed interface Rejection {
  /** The trace does not take this command now. */
  record WrongStage(Stage stage, Set<Stage> allowed) implements Rejection {}

  /** The hop does not take it now. */
  record HopWrongState(HopState.Name state, Set<HopState.Name> allowed) implements Rejection {}

  /** Another's hop, or none. */
  record HopNotYours() implements Rejection {}

  /** Police answer only for humans outside the system. */
  record HopNotOnPaper(int hop) implements Rejection {}

  /** Who asked does not approve. */
  record RequesterIsApprover() implements Rejection {}

  /** Nothing has landed. */
  record NotLanded(Stage stage) implements Rejection {}

  /** The answer lacks a field that its code needs. */
  record Missing(Field field) implements Rejection {}

  /** The record is of another called number. */
  record NumberDiffers() implements Rejection {}

  /** The record's start lies outside the window, the exchange's clock allowed for. */
  record TimeDiffers(Instant trueStart, Instant earliest, Instant latest) implements Rejection {}

  /** The record's length is another call's. */
  record DurationDiffers(int seconds, int expected, Duration slack) implements Rejection {}

  /** The leg out of this exchange is not the leg into the one before. */
  record RouteDiffers(int hop) implements Rejection {}

  /** The call came through the same trunk group before. */
  record Loop(int hop) implements Rejection {}

  /** Such a time cannot be. */
  record TimeImpossible(Instant given, Instant latest) implements Rejection {}

  /** No more of something. */
  record Full(Part part, int limit) implements Rejection {}

  /** A field of an answer. */
  enum Field {
    RECORD,
    UPSTREAM,
    REASON,
    PAPER_NUMBER
  }

  /** What there is a limited number of. */
  enum Part {
    HOP_ANSWERS,
    HOP_DISPUTES,
    PAST_HOPS
  }
}
