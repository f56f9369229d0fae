package io.holdfast.liaison.trace.desk;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.trace.Asked;
import io.holdfast.liaison.trace.Clocks;
import io.holdfast.liaison.trace.Decision;
import io.holdfast.liaison.trace.Evolution;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.TraceCommand;
import io.holdfast.liaison.trace.TraceEvent;
import io.holdfast.liaison.trace.TraceRules;
import io.holdfast.liaison.trace.events.TraceFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is done with traces. */
public final class TraceDesk {
  private final Aggregates<Trace> traces;
  private final LegalClock clock;

  public TraceDesk(Aggregates<Trace> traces, LegalClock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /** Now, to the millisecond, as everything is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The trace, if the caller's rule reaches it. */
  public Stored<Trace> get(Call call, String id) {
    return traces.load(call, id);
  }

  /** Does what a caller wants, or refuses. */
  public Stored<Trace> act(Call call, String id, Mutation by, TraceCommand command) {
    return act(call, id, by, (_, _) -> command);
  }

  /**
   * The same where what is wanted follows from the trace and from whether the caller speaks for the
   * police that ask or for a carrier that is asked.
   */
  public Stored<Trace> act(
      Call call, String id, Mutation by, BiFunction<Trace, Asked, TraceCommand> command) {
    return traces.change(
        call,
        id,
        by,
        seen -> decide(seen, command.apply(seen.state(), asked(call, seen.access())), now()));
  }

  /** Whom the caller speaks for. */
  public static Asked asked(Call call, Access access) {
    String institution = call.caller().institution();
    return access.owner().contains(institution)
        ? new Asked.Police(institution)
        : new Asked.Carrier(institution);
  }

  /** Tells what time has brought about. */
  public void wake(String id) {
    Stored<Trace> stored = traces.find(id).orElse(null);
    if (stored != null && !Clocks.due(stored.state(), now()).isEmpty()) {
      traces.change(
          id,
          Mutation.clock(stored.policy(), "trace"),
          seen -> decide(seen, new TraceCommand.FireClocks(), now()));
    }
  }

  private static Change<Trace> decide(Stored<Trace> seen, TraceCommand command, Instant now) {
    return switch (TraceRules.decide(seen.state(), command, now)) {
      case Decision.Rejected(var rejection) -> throw Problems.of(rejection);
      case Decision.Accepted(var events) ->
          events.isEmpty() ? Change.none() : change(seen, events, now);
    };
  }

  private static Change<Trace> change(Stored<Trace> seen, List<TraceEvent> events, Instant now) {
    Trace next = Evolution.evolve(seen.state(), events);
    return new Change<>(
        next,
        access(seen.access(), next),
        TraceFacts.of(seen.id(), seen.state(), next, events, now));
  }

  /** Whoever is asked takes part, from his hop's opening until it is taken from him. */
  private static @Nullable Access access(Access before, Trace next) {
    List<String> carriers = next.carriers();
    return carriers.equals(before.parties())
        ? null
        : new Access(before.owner(), before.region(), carriers);
  }
}
