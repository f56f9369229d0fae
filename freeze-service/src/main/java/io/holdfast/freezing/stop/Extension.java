package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * The second stop of the account on the same order, asked by the police and answered by the bank.
 */
public sealed interface Extension {
  /** Nobody asked. */
  record NotRequested() implements Extension {}

  /** Asked; the account's place for it is taken. */
  record Requested(Instant requestTime, String reason, int place) implements Extension {}

  /**
   * The bank has stopped a second time.
   *
   * @param answerTime when it first answered, rightly or not
   */
  record Granted(
      Instant requestTime, Instant executeTime, int place, Operator operator, Instant answerTime)
      implements Extension {}

  /**
   * The bank could not; the first stop runs to its end, and the police may ask again while it runs.
   */
  record Refused(
      Instant requestTime,
      Instant answerTime,
      String technicalCause,
      String businessCause,
      Operator operator)
      implements Extension {}
}
