package io.holdfast.kit.boot;

import io.grpc.BindableService;
import io.holdfast.kit.outbox.EventHandler;
import java.util.List;

/**
 * Puts a service together: its aggregates, desks and gRPC faces. The only place where they meet.
 */
@FunctionalInterface
public interface Wiring {
  /** Builds the service from its parts. */
  Wired wire(Parts parts);

  /**
   * What came out.
   *
   * @param services what is served, besides the event inbox
   * @param handlers what the event inbox hands events to; without any there is no inbox
   * @param closing what is to be closed before the store, in this order
   * @param stopping what is told first of all that the service stops, e.g. streams that would go on
   */
  record Wired(
      List<BindableService> services,
      List<EventHandler<?>> handlers,
      List<? extends AutoCloseable> closing,
      List<Runnable> stopping) {
    /** A service whose calls all end by themselves. */
    public Wired(
        List<BindableService> services,
        List<EventHandler<?>> handlers,
        List<? extends AutoCloseable> closing) {
      this(services, handlers, closing, List.of());
    }

    public Wired {
      services = List.copyOf(services);
      handlers = List.copyOf(handlers);
      closing = List.copyOf(closing);
      stopping = List.copyOf(stopping);
    }
  }
}
