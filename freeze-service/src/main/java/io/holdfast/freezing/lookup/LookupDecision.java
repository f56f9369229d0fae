package io.holdfast.freezing.lookup;

import java.util.List;

/** What comes of a command. */
public sealed interface LookupDecision {
  /** Done, by these events; none: it was so already. */
  record Accepted(List<LookupEvent> events) implements LookupDecision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Refused. */
  record Rejected(LookupRejection rejection) implements LookupDecision {}

  static LookupDecision accept(LookupEvent... events) {
    return new Accepted(List.of(events));
  }

  static LookupDecision reject(LookupRejection rejection) {
    return new Rejected(rejection);
  }
}
