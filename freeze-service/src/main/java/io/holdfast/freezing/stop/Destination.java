package io.holdfast.freezing.stop;

import io.holdfast.freezing.routing.Routing;
import java.time.Instant;

/** Where the order goes. */
public sealed interface Destination {
  /** What decided. */
  String reason();

  /**
   * To a bank or payment firm.
   *
   * @param dispatchTime since when: its clock to acknowledge runs from here
   */
  record Bank(String institution, Routing.Basis basis, String reason, Instant dispatchTime)
      implements Destination {}

  /** Nobody found: a person must look, and the clocks run. */
  record Unrouted(String reason, Instant sinceTime) implements Destination {}

  /** The routing's outcome at {@code now}. */
  static Destination of(Routing routing, Instant now) {
    return switch (routing) {
      case Routing.Found(var institution, var basis, var reason) ->
          new Bank(institution, basis, reason, now);
      case Routing.Unrouted(var reason) -> new Unrouted(reason, now);
    };
  }

  /** The bank's institution id, empty while there is none. */
  default String bank() {
    return switch (this) {
      case Bank bank -> bank.institution();
      case Unrouted _ -> "";
    };
  }

  /** Since when the order waits there. */
  default Instant waitingSince() {
    return switch (this) {
      case Bank bank -> bank.dispatchTime();
      case Unrouted unrouted -> unrouted.sinceTime();
    };
  }
}
