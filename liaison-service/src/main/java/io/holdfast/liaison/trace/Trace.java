package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trace.
 *
 * @param paper the one in force
 * @param hops the way from the victim on; the position is the number
 * @param past hops taken back, oldest first, at most {@value #PAST_MAX}
 * @param server null until found
 * @param subjects empty until found
 */
public record Trace(
    TraceRequest request,
    Paper paper,
    Standing standing,
    List<Hop> hops,
    List<PastHop> past,
    @Nullable Server server,
    List<Subject> subjects) {
  /** Most hops that may be taken back. */
  public static final int PAST_MAX = 64;

  public Trace {
    hops = List.copyOf(hops);
    past = List.copyOf(past);
    subjects = List.copyOf(subjects);
  }

  /** A trace that waits for approval. */
  public static Trace requested(TraceRequest request, Paper paper) {
    return new Trace(
        request, paper, new Standing.Requested(), List.of(), List.of(), null, List.of());
  }

  /** How far it is. */
  public Stage stage() {
    return switch (standing) {
      case Standing.Requested _ -> Stage.REQUESTED;
      case Standing.Declined _ -> Stage.DECLINED;
      case Standing.Closed _ -> Stage.CLOSED;
      case Standing.Approved _ -> running();
    };
  }

  private Stage running() {
    if (!subjects.isEmpty()) {
      return Stage.SUBJECTS_FOUND;
    }
    if (server != null) {
      return Stage.SERVER_FOUND;
    }
    return switch (hops.getLast().state()) {
      case HopState.Landed _ -> Stage.LANDED;
      case HopState.DeadEnd _ -> Stage.DEAD_END;
      case HopState.Unrouted _,
          HopState.Sent _,
          HopState.Acknowledged _,
          HopState.Answered _,
          HopState.NotOurs _,
          HopState.PaperInvalid _,
          HopState.Disputed _ ->
          Stage.TRACING;
    };
  }

  /** The hop of that number. */
  public Optional<Hop> hop(int number) {
    return number >= 1 && number <= hops.size()
        ? Optional.of(hops.get(number - 1))
        : Optional.empty();
  }

  /** The institutions asked now. */
  public List<String> carriers() {
    return hops.stream()
        .map(hop -> hop.target().institution())
        .filter(institution -> !institution.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether anything was found beyond the last hop. */
  boolean hasFindings() {
    return server != null || !subjects.isEmpty();
  }

  Trace with(Standing next) {
    return new Trace(request, paper, next, hops, past, server, subjects);
  }

  Trace with(Paper next) {
    return new Trace(request, next, standing, hops, past, server, subjects);
  }

  /** With the hop in the place of the one of its number, or behind the last. */
  Trace with(Hop hop) {
    var next = new ArrayList<>(hops);
    if (hop.number() > next.size()) {
      next.add(hop);
    } else {
      next.set(hop.number() - 1, hop);
    }
    return new Trace(request, paper, standing, next, past, server, subjects);
  }

  /** Without the hops from that number on, which are kept as past. */
  Trace without(int from, Instant now) {
    var kept = new ArrayList<>(past);
    for (Hop hop : hops.subList(from - 1, hops.size())) {
      kept.add(new PastHop(hop, now, PastHop.Reason.ANSWER_CORRECTED));
    }
    return new Trace(request, paper, standing, hops.subList(0, from - 1), kept, server, subjects);
  }

  Trace remembering(Hop hop, Instant now) {
    var kept = new ArrayList<>(past);
    kept.add(new PastHop(hop, now, PastHop.Reason.REROUTED));
    return new Trace(request, paper, standing, hops, kept, server, subjects);
  }

  Trace with(@Nullable Server nextServer, List<Subject> nextSubjects) {
    return new Trace(request, paper, standing, hops, past, nextServer, nextSubjects);
  }
}
