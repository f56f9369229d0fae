package io.holdfast.liaison.trace.events;

import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.Plan;
import io.holdfast.liaison.desk.Plan.Dial;
import io.holdfast.liaison.desk.Plan.Place;
import io.holdfast.liaison.desk.Plan.Running;
import io.holdfast.liaison.desk.TaskKind;
import io.holdfast.liaison.desk.Urgency;
import io.holdfast.liaison.desk.Want;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.trace.ClockName;
import io.holdfast.proto.liaison.v1.HopCard;
import io.holdfast.proto.liaison.v1.HopDelay;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.TraceCard;
import io.holdfast.proto.liaison.v1.TraceClock;
import io.holdfast.proto.liaison.v1.TraceEvent;
import io.holdfast.proto.liaison.v1.TraceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which desk must have what after a change of a trace: one plan for the whole, one for each hop.
 */
final class TracePlans {
  private static final Set<HopState> WAITING =
      EnumSet.of(HopState.HOP_SENT, HopState.HOP_ACKNOWLEDGED, HopState.HOP_DISPUTED);
  private static final Set<HopState> ASTRAY =
      EnumSet.of(HopState.HOP_UNROUTED, HopState.HOP_NOT_OURS);
  private static final Set<TraceState> OVER =
      EnumSet.of(TraceState.REQUESTED, TraceState.DECLINED, TraceState.CLOSED);

  private TracePlans() {}

  static List<Plan> of(TraceEvent event) {
    TraceCard card = event.getCard();
    var plans = new ArrayList<Plan>();
    plans.add(whole(card));
    card.getHopsList().forEach(hop -> plans.addAll(ofHop(card, hop, urgency(event, hop))));
    return plans;
  }

  private static Plan whole(TraceCard card) {
    var head = new Mailbox(above(card), Desk.UNIT_DESK);
    boolean landed =
        card.getState() == TraceState.LANDED || card.getState() == TraceState.SERVER_FOUND;
    boolean paper =
        running(card)
            && card.getHopsList().stream()
                .anyMatch(hop -> hop.getState() == HopState.HOP_PAPER_INVALID);
    return plan(
        card,
        "traces/" + card.getTrace(),
        List.of(
            place(TaskKind.APPROVE_TRACE, head, card.getState() == TraceState.REQUESTED),
            place(TaskKind.RENEW_TRACE_PAPER, head, paper),
            place(TaskKind.FIND_SUBJECTS, head, landed)),
        List.of());
  }

  private static List<Plan> ofHop(TraceCard card, HopCard hop, Urgency urgency) {
    boolean waiting = running(card) && WAITING.contains(hop.getState());
    boolean astray = running(card) && ASTRAY.contains(hop.getState());
    boolean escalated = waiting && hop.getDelay() == HopDelay.ESCALATED;
    var unit = new Mailbox(card.getStation(), Desk.UNIT_DESK);
    Want answer = waiting ? new Want.Open(due(hop, ClockName.ANSWER), urgency) : new Want.Closed();
    var carriers = new ArrayList<Place>();
    if (!hop.getCarrier().isEmpty()) {
      carriers.add(new Place(TaskKind.ANSWER_HOP, desk(hop.getCarrier()), answer));
    }
    hop.getPastCarriersList()
        .forEach(
            carrier ->
                carriers.add(new Place(TaskKind.ANSWER_HOP, desk(carrier), new Want.Closed())));
    List<Place> police =
        List.of(
            new Place(TaskKind.ANSWER_HOP, unit, hop.getOnPaper() ? answer : new Want.Closed()),
            place(TaskKind.ROUTE_HOP, unit, astray),
            place(
                TaskKind.ESCALATED_HOP, new Mailbox(above(card), Desk.SUPERVISOR_DESK), escalated));
    String subject = "traces/" + card.getTrace() + "/hops/" + hop.getNumber();
    // A carrier is told of no case.
    return List.of(
        plan(card.toBuilder().clearCaseId().build(), subject, carriers, List.of()),
        plan(
            card,
            subject,
            police,
            Stream.of(ClockName.values()).map(name -> dial(card, hop, name, waiting)).toList()));
  }

  private static Plan plan(TraceCard card, String subject, List<Place> places, List<Dial> dials) {
    var owners = new ArrayList<String>();
    owners.add(card.getStation());
    owners.addAll(card.getStationAncestorsList());
    return new Plan(
        subject, card.getCaseId(), card.getLabel(), 0, owners, card.getRegion(), places, dials);
  }

  private static Dial dial(TraceCard card, HopCard hop, ClockName name, boolean waiting) {
    Mailbox holder =
        hop.getCarrier().isEmpty()
            ? new Mailbox(card.getStation(), Desk.UNIT_DESK)
            : desk(hop.getCarrier());
    return new Dial(
        name.word(),
        waiting
            ? clock(hop, name).map(clock -> running(holder, clock)).findFirst().orElse(null)
            : null);
  }

  private static Running running(Mailbox holder, TraceClock clock) {
    return new Running(
        holder,
        DeskProtos.instant(clock.getStartTime()),
        DeskProtos.instant(clock.getDueTime()),
        clock.getMissed(),
        clock.getBasis());
  }

  private static Stream<TraceClock> clock(HopCard hop, ClockName name) {
    return hop.getClocksList().stream().filter(clock -> clock.getName().equals(name.word()));
  }

  private static @Nullable Instant due(HopCard hop, ClockName name) {
    return clock(hop, name)
        .map(clock -> DeskProtos.instant(clock.getDueTime()))
        .findFirst()
        .orElse(null);
  }

  private static Place place(TaskKind kind, Mailbox mailbox, boolean open) {
    return new Place(kind, mailbox, open ? new Want.Open(null, Urgency.NONE) : new Want.Closed());
  }

  private static Mailbox desk(String carrier) {
    return new Mailbox(carrier, Desk.TRACE_DESK);
  }

  private static boolean running(TraceCard card) {
    return !OVER.contains(card.getState());
  }

  private static Urgency urgency(TraceEvent event, HopCard hop) {
    if (event.getHop() != hop.getNumber()) {
      return Urgency.NONE;
    }
    return switch (event.getChange()) {
      case TRACE_CLOCK_WARNED -> Urgency.WARNED;
      case TRACE_CLOCK_MISSED -> Urgency.MISSED;
      case TRACE_CHANGE_UNSPECIFIED,
          TRACE_REQUESTED,
          TRACE_APPROVED,
          TRACE_DECLINED,
          TRACE_PAPER_RENEWED,
          TRACE_HOP_OPENED,
          TRACE_HOP_ROUTED,
          TRACE_HOP_ACKNOWLEDGED,
          TRACE_HOP_PRESERVED,
          TRACE_HOP_ANSWERED,
          TRACE_HOP_CORRECTED,
          TRACE_HOP_DISPUTED,
          TRACE_HOPS_WITHDRAWN,
          TRACE_SERVER_RECORDED,
          TRACE_SUBJECTS_RECORDED,
          TRACE_CLOSED,
          UNRECOGNIZED ->
          Urgency.NONE;
    };
  }

  /** Where the unit's head, the cyber officer and the supervisors sit. */
  private static String above(TraceCard card) {
    return card.getStationAncestorsCount() == 0 ? card.getStation() : card.getStationAncestors(0);
  }
}
