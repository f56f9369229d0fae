package io.holdfast.freezing.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bank's confirmation that nothing is held any more, owed once an order that reached the bank
 * has lapsed or was released or recalled (反诈法 20: 及时解除).
 */
public sealed interface Lift {
  /** Nothing to confirm. */
  record NotOwed() implements Lift {}

  /** Owed, clock running. */
  record Owed(Instant startTime, Instant dueTime) implements Lift {}

  /** Not confirmed in time. */
  record Overdue(Instant startTime, Instant dueTime) implements Lift {}

  /** Confirmed. */
  record Confirmed(Instant startTime, Instant dueTime, Confirmation confirmation) implements Lift {}

  /**
   * What the bank told.
   *
   * @param liftTime when its system lifted the hold
   * @param confirmTime when it told so
   */
  record Confirmation(Instant liftTime, Instant confirmTime, Operator operator) {}

  /** Where it stands with {@code order} at {@code now}; the order as of then. */
  static Lift of(StopOrder order, Instant now) {
    Instant ended = ended(order);
    if (ended == null) {
      return new NotOwed();
    }
    Instant due = ended.plus(order.limits().lift().length());
    Confirmation told = order.lifted();
    if (told != null) {
      return new Confirmed(ended, due, told);
    }
    return now.isBefore(due) ? new Owed(ended, due) : new Overdue(ended, due);
  }

  /** When the hold ended in law; null: it has not, or the bank never had the order. */
  private static @Nullable Instant ended(StopOrder order) {
    if (order.joined()) {
      // The bank owes its word on the order it acted on.
      return null;
    }
    return switch (order.state()) {
      case StopState.Lapsed(_, _, var time) -> time;
      case StopState.Released(var time, _, _) -> time;
      case StopState.Recalled(var time, _, _) -> order.sendTime() == null ? null : time;
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Converted _ ->
          null;
    };
  }
}
