package io.holdfast.liaison.trace.events;

import io.holdfast.kit.mongo.Fact;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.trace.Clocks;
import io.holdfast.liaison.trace.Hop;
import io.holdfast.liaison.trace.Target;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.TraceEvent;
import io.holdfast.liaison.trace.grpc.HopProtos;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.liaison.v1.HopCard;
import io.holdfast.proto.liaison.v1.TraceCard;
import io.holdfast.proto.liaison.v1.TraceChange;
import io.holdfast.proto.liaison.v1.TraceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the case and the desks are told of a trace. */
public final class TraceFacts {
  private TraceFacts() {}

  /** The facts of a new trace: the case asked for it itself. */
  public static List<Fact> requested(String id, Trace trace, Instant now) {
    var event =
        io.holdfast.proto.liaison.v1.TraceEvent.newBuilder()
            .setCard(card(id, trace, now))
            .setChange(TraceChange.TRACE_REQUESTED)
            .build();
    return List.of(Fact.to(event, Receiver.LIAISON_SERVICE));
  }

  /** The facts of a change, each with the trace as it stands after the whole of it. */
  public static List<Fact> of(
      String id, Trace before, Trace after, List<TraceEvent> events, Instant now) {
    TraceCard card = card(id, after, now);
    var facts = new ArrayList<Fact>();
    for (TraceEvent event : events) {
      add(facts, card, before, after, event);
    }
    return facts;
  }

  private static void add(
      List<Fact> facts, TraceCard card, Trace before, Trace after, TraceEvent event) {
    Told told = told(event);
    if (told == null) {
      return;
    }
    var message =
        io.holdfast.proto.liaison.v1.TraceEvent.newBuilder()
            .setCard(card)
            .setChange(told.change())
            .setHop(told.hop())
            .setClock(told.clock());
    var plain = message.build();
    Clues.of(after, event).forEach(message::addClues);
    message.addAllCluesWithdrawnOfHops(Clues.withdrawn(before, event));
    if (message.getCluesCount() == 0 && message.getCluesWithdrawnOfHopsCount() == 0) {
      facts.add(Fact.of(plain));
    } else {
      // What is personal goes where somebody acts on it.
      facts.add(Fact.to(message.build(), Receiver.CASE_SERVICE));
      facts.add(Fact.to(plain, Receiver.LIAISON_SERVICE));
    }
  }

  private record Told(TraceChange change, int hop, String clock) {}

  private static @Nullable Told told(TraceEvent event) {
    return switch (event) {
      case TraceEvent.TraceRequested _ -> null;
      case TraceEvent.TraceApproved _ -> whole(TraceChange.TRACE_APPROVED);
      case TraceEvent.TraceDeclined _ -> whole(TraceChange.TRACE_DECLINED);
      case TraceEvent.PaperRenewed _ -> whole(TraceChange.TRACE_PAPER_RENEWED);
      case TraceEvent.TraceClosed _ -> whole(TraceChange.TRACE_CLOSED);
      case TraceEvent.ServerRecorded _ -> whole(TraceChange.TRACE_SERVER_RECORDED);
      case TraceEvent.SubjectsRecorded _ -> whole(TraceChange.TRACE_SUBJECTS_RECORDED);
      case TraceEvent.HopOpened(int hop, _, _) -> one(TraceChange.TRACE_HOP_OPENED, hop);
      case TraceEvent.HopRouted(int hop, _, _) -> one(TraceChange.TRACE_HOP_ROUTED, hop);
      case TraceEvent.HopAcknowledged acknowledged ->
          one(TraceChange.TRACE_HOP_ACKNOWLEDGED, acknowledged.hop());
      case TraceEvent.HopPreserved(int hop, _) -> one(TraceChange.TRACE_HOP_PRESERVED, hop);
      case TraceEvent.HopAnswered(int hop, _, _) -> one(TraceChange.TRACE_HOP_ANSWERED, hop);
      case TraceEvent.HopCorrected(int hop, _, _) -> one(TraceChange.TRACE_HOP_CORRECTED, hop);
      case TraceEvent.HopDisputed(int hop, _, _) -> one(TraceChange.TRACE_HOP_DISPUTED, hop);
      case TraceEvent.HopsWithdrawn(int from, _) -> one(TraceChange.TRACE_HOPS_WITHDRAWN, from);
      // The card says it: they always come with another event.
      case TraceEvent.DisputeLifted _, TraceEvent.FindingsWithdrawn _ -> null;
      case TraceEvent.ClockWarned(int hop, var clock, _, _) ->
          new Told(TraceChange.TRACE_CLOCK_WARNED, hop, clock.word());
      case TraceEvent.ClockMissed(int hop, var clock, _) ->
          new Told(TraceChange.TRACE_CLOCK_MISSED, hop, clock.word());
    };
  }

  private static Told whole(TraceChange change) {
    return new Told(change, 0, "");
  }

  private static Told one(TraceChange change, int hop) {
    return new Told(change, hop, "");
  }

  private static TraceCard card(String id, Trace trace, Instant now) {
    var request = trace.request();
    var card =
        TraceCard.newBuilder()
            .setTrace(id)
            .setState(TraceState.valueOf(trace.stage().name()))
            .setCaseId(request.caseId())
            .setStation(request.station())
            .addAllStationAncestors(request.stationAncestors())
            .setRegion(request.region())
            .setPolicy(request.limits().policy())
            .setLabel(request.call().displayed().masked())
            .setRequestTime(DeskProtos.timestamp(request.requestTime()));
    trace.hops().forEach(hop -> card.addHops(hop(trace, hop, now)));
    int last = trace.past().stream().mapToInt(past -> past.hop().number()).max().orElse(0);
    IntStream.rangeClosed(trace.hops().size() + 1, last)
        .forEach(
            number ->
                card.addHops(
                    HopCard.newBuilder()
                        .setNumber(number)
                        .addAllPastCarriers(pastCarriers(trace, number, ""))));
    return card.build();
  }

  private static HopCard hop(Trace trace, Hop hop, Instant now) {
    String carrier = hop.target().institution();
    return HopCard.newBuilder()
        .setNumber(hop.number())
        .setState(HopProtos.state(hop.state().name()))
        .setCarrier(carrier)
        .setOnPaper(hop.target() instanceof Target.Outside)
        .setDelay(HopProtos.delay(Clocks.delay(trace, hop, now)))
        .addAllClocks(HopProtos.clocks(trace, hop, now))
        .addAllPastCarriers(pastCarriers(trace, hop.number(), carrier))
        .build();
  }

  private static List<String> pastCarriers(Trace trace, int number, String but) {
    return trace.past().stream()
        .filter(past -> past.hop().number() == number)
        .map(past -> past.hop().target().institution())
        .filter(institution -> !institution.isEmpty() && !institution.equals(but))
        .distinct()
        .toList();
  }
}
