package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange asked.
 *
 * @param number from 1, seen from the victim
 * @param paperNumber the paper an outside upstream was given; empty inside
 * @param offsetSeconds how far the exchange's clock is ahead, as told before the answer; null where
 *     not told
 * @param answers oldest first; the last is in force
 * @param fired what its clocks have told, one entry a clock
 */
public record Hop(
    int number,
    Target target,
    Instant openTime,
    HopState state,
    @Nullable Instant acknowledgeTime,
    String paperNumber,
    @Nullable Integer offsetSeconds,
    @Nullable Preservation preservation,
    List<Answer> answers,
    List<Dispute> disputes,
    List<FiredClock> fired) {
  /** Versions of an answer that are kept; no further correction beyond. */
  public static final int ANSWERS_MAX = 16;

  /** How often an answer may be disputed. */
  public static final int DISPUTES_MAX = 8;

  public Hop {
    answers = List.copyOf(answers);
    disputes = List.copyOf(disputes);
    fired = List.copyOf(fired);
  }

  static Hop opened(int number, Target target, Instant now, HopState state) {
    return new Hop(
        number, target, now, state, null, "", null, null, List.of(), List.of(), List.of());
  }

  /** The answer in force. */
  public Optional<Answer> answer() {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
  }

  /** Its exchange's clock, as last told; 0 where never. */
  public int clockOffsetSeconds() {
    for (Answer answer : answers.reversed()) {
      if (answer.record() != null) {
        return answer.record().offsetSeconds();
      }
    }
    return offsetSeconds == null ? 0 : offsetSeconds;
  }

  /** Whether somebody is being asked. */
  public boolean waiting() {
    return switch (state) {
      case HopState.Sent _, HopState.Acknowledged _, HopState.Disputed _ -> true;
      case HopState.Unrouted _,
          HopState.Answered _,
          HopState.Landed _,
          HopState.DeadEnd _,
          HopState.NotOurs _,
          HopState.PaperInvalid _ ->
          false;
    };
  }

  Hop in(HopState next) {
    return copy(next, acknowledgeTime, paperNumber, offsetSeconds, preservation, answers, disputes);
  }

  Hop acknowledged(Instant time, String paper, @Nullable Integer offset, HopState next) {
    return copy(next, time, paper, offset, preservation, answers, disputes);
  }

  Hop with(Preservation next) {
    return copy(state, acknowledgeTime, paperNumber, offsetSeconds, next, answers, disputes);
  }

  Hop with(Answer answer, HopState next) {
    var more = new ArrayList<>(answers);
    more.add(answer);
    return copy(next, acknowledgeTime, paperNumber, offsetSeconds, preservation, more, disputes);
  }

  Hop with(Dispute dispute, HopState next) {
    var more = new ArrayList<>(disputes);
    more.add(dispute);
    return copy(next, acknowledgeTime, paperNumber, offsetSeconds, preservation, answers, more);
  }

  Hop with(FiredClock told) {
    var others = new ArrayList<>(fired);
    others.removeIf(one -> one.clock() == told.clock());
    others.add(told);
    return new Hop(
        number,
        target,
        openTime,
        state,
        acknowledgeTime,
        paperNumber,
        offsetSeconds,
        preservation,
        answers,
        disputes,
        others);
  }

  private Hop copy(
      HopState nextState,
      @Nullable Instant nextAcknowledgeTime,
      String nextPaper,
      @Nullable Integer nextOffset,
      @Nullable Preservation nextPreservation,
      List<Answer> nextAnswers,
      List<Dispute> nextDisputes) {
    return new Hop(
        number,
        target,
        openTime,
        nextState,
        nextAcknowledgeTime,
        nextPaper,
        nextOffset,
        nextPreservation,
        nextAnswers,
        nextDisputes,
        fired);
  }
}
