package io.holdfast.liaison.trace;

import java.util.List;

/** What the rules say to a command. */
public sealed interface Decision {
  /** It happens. No events: it had happened before. */
  record Accepted(List<TraceEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** It may not happen; nothing changes. */
  record Rejected(Rejection rejection) implements Decision {}

  /** Accepted with these events. */
  static Decision accept(TraceEvent... events) {
    return new Accepted(List.of(events));
  }

  /** Rejected for this. */
  static Decision reject(Rejection rejection) {
    return new Rejected(rejection);
  }
}
