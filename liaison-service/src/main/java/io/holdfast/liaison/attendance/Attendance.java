package io.holdfast.liaison.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether somebody would see and hear an order that arrives now. */
public sealed interface Attendance {
  /**
   * A person has the desk open and has given a sign of life.
   *
   * @param since without a break, UTC
   * @param people how many
   * @param lastSign UTC
   * @param system whether a machine has the desk open as well
   */
  record Attended(Instant since, int people, Instant lastSign, boolean system)
      implements Attendance {}

  /**
   * Only a machine has it open.
   *
   * @param lastSign the last human sign of life that is known
   */
  record SystemConnected(@Nullable Instant lastSign) implements Attendance {}

  /** Nobody. */
  record NobodyThere(@Nullable Instant lastSign) implements Attendance {}

  /** Whether an order that arrives now would lie unseen: neither man nor machine takes it. */
  default boolean forsaken() {
    return switch (this) {
      case Attended _, SystemConnected _ -> false;
      case NobodyThere _ -> true;
    };
  }
}
