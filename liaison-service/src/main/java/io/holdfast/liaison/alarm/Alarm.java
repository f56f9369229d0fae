package io.holdfast.liaison.alarm;

import io.holdfast.liaison.desk.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order that nobody takes in hand.
 *
 * @param subject e.g. {@code stopOrders/0123…}
 * @param bank the institution that does not take it
 * @param raiseTime UTC
 * @param told the desks that were told
 */
public record Alarm(
    Cause cause,
    String subject,
    String caseId,
    String bank,
    Instant raiseTime,
    List<Mailbox> told,
    Wake wake) {
  public Alarm {
    told = List.copyOf(told);
  }

  /** The same with its waking further on. */
  public Alarm with(Wake next) {
    return new Alarm(cause, subject, caseId, bank, raiseTime, told, next);
  }

  /** When somebody is to be woken next. */
  public Optional<Instant> nextTryTime() {
    return switch (wake) {
      case Wake.Due due -> Optional.of(due.nextTime());
      case Wake.Off _, Wake.Woken _, Wake.Failed _, Wake.NotNeeded _ -> Optional.empty();
    };
  }
}
