package io.holdfast.liaison.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a task must stand after a change. */
public sealed interface Want {
  /**
   * Open.
   *
   * @param dueTime null: what it was, or none
   * @param urgency at least this, until the due time moves
   */
  record Open(@Nullable Instant dueTime, Urgency urgency) implements Want {}

  /** Done, if it was open. */
  record Closed() implements Want {}

  /**
   * As it was.
   *
   * @param urgency at least this, if it is open
   */
  record Kept(Urgency urgency) implements Want {}
}
