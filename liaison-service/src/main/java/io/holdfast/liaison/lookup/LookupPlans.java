package io.holdfast.liaison.lookup;

import io.holdfast.liaison.desk.DeskRules;
import io.holdfast.liaison.desk.Lying;
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
import io.holdfast.proto.freezing.v1.AccountQueryCard;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.LookupChange;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.freezing.v1.OrderClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which desk must have what after each change of a lookup. */
final class LookupPlans {
  private static final String ANSWER = "lookup";

  private LookupPlans() {}

  /** The lookup as something that may lie on the institution's desk too long. */
  static Lying lying(AccountQueryCard card) {
    return new Lying(
        card.getAccountQuery(),
        "accountQueries/" + card.getAccountQuery(),
        card.getCaseId(),
        card.getInstitution(),
        card.getStation(),
        card.getStationAncestorsList(),
        card.getRegion());
  }

  /** Whether it arrives on an institution's desk by this. */
  static boolean arrives(AccountQueryEvent event) {
    return (event.getChange() == LookupChange.LOOKUP_ASKED
            || event.getChange() == LookupChange.LOOKUP_ROUTED)
        && !event.getCard().getInstitution().isEmpty();
  }

  /** The desk it lies on. */
  static Mailbox desk(AccountQueryCard card) {
    return new Mailbox(card.getInstitution(), Desk.LIAISON_DESK);
  }

  /** Whether an alarm is due because the time to take it in hand is over. */
  static boolean unacknowledged(AccountQueryEvent event) {
    return waiting(event.getCard())
        && event.getChange() == LookupChange.LOOKUP_CLOCK_MISSED
        && event.getClock().equals(DeskRules.ACKNOWLEDGE);
  }

  /**
   * How desks and board must look after an event.
   *
   * @param forsaken whether it has arrived where neither man nor machine is
   */
  static Plan of(AccountQueryEvent event, boolean forsaken) {
    AccountQueryCard card = event.getCard();
    var tasks = new ArrayList<Place>();
    if (!card.getInstitution().isEmpty()) {
      tasks.add(
          new Place(TaskKind.ANSWER_LOOKUP, desk(card), open(waiting(card), due(card), event)));
    }
    var alarmed = DeskRules.alarmed(card.getStation(), card.getStationAncestorsList());
    boolean astray =
        card.getInstitution().isEmpty() && waiting(card)
            || card.getUnableReason() == LookupUnableReason.PAYER_NOT_OURS;
    tasks.add(new Place(TaskKind.ROUTE_LOOKUP, alarmed.getLast(), open(astray, due(card), event)));
    boolean stuck =
        card.getHeldBack()
            || card.getUnableReason() == LookupUnableReason.NO_SUCH_TRANSACTION
            || card.getUnableReason() == LookupUnableReason.CONSENT_MISSING;
    tasks.add(
        new Place(
            TaskKind.MEND_LOOKUP,
            alarmed.getFirst(),
            stuck ? new Want.Open(null, Urgency.NONE) : new Want.Closed()));
    for (Mailbox told : alarmed) {
      place(tasks, TaskKind.RING_DESK, told, ring(event, forsaken));
      place(tasks, TaskKind.CHASE_STOP, told, chase(event));
    }
    Lying lying = lying(card);
    var owners = new ArrayList<String>();
    owners.add(card.getStation());
    owners.addAll(card.getStationAncestorsList());
    return new Plan(
        lying.subject(),
        card.getCaseId(),
        card.getMaskedPayerAccount(),
        card.getAmountFen(),
        owners,
        card.getRegion(),
        tasks,
        List.of(dial(card, DeskRules.ACKNOWLEDGE), dial(card, ANSWER)));
  }

  private static void place(List<Place> tasks, TaskKind kind, Mailbox told, Want want) {
    if (!(want instanceof Want.Kept)) {
      tasks.add(new Place(kind, told, want));
    }
  }

  private static Want ring(AccountQueryEvent event, boolean forsaken) {
    AccountQueryCard card = event.getCard();
    if (forsaken && arrives(event)) {
      return new Want.Open(clock(card, DeskRules.ACKNOWLEDGE).orElse(null), Urgency.WARNED);
    }
    // Late is the graver word: it takes the place of this one.
    return settled(event) || unacknowledged(event) ? new Want.Closed() : kept();
  }

  private static Want chase(AccountQueryEvent event) {
    return unacknowledged(event)
        ? new Want.Open(clock(event.getCard(), DeskRules.ACKNOWLEDGE).orElse(null), Urgency.MISSED)
        : settled(event) ? new Want.Closed() : kept();
  }

  private static Want kept() {
    return new Want.Kept(Urgency.NONE);
  }

  /** Whether nobody needs ringing any more, or somebody else than before. */
  private static boolean settled(AccountQueryEvent event) {
    return !waiting(event.getCard())
        || event.getCard().getInstitution().isEmpty()
        || event.getChange() == LookupChange.LOOKUP_ACKNOWLEDGED_THERE
        || arrives(event);
  }

  /** Whether its answer is still awaited. */
  private static boolean waiting(AccountQueryCard card) {
    return switch (card.getState()) {
      case LOOKUP_ISSUED, LOOKUP_SENT, LOOKUP_ACKNOWLEDGED -> true;
      case LOOKUP_TOLD, LOOKUP_PASSED_ON, LOOKUP_UNABLE, LOOKUP_RECALLED -> false;
      case LOOKUP_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "state: " + card.getState() + " (expected: one this service knows)");
    };
  }

  private static Want open(boolean open, @Nullable Instant due, AccountQueryEvent event) {
    if (!open) {
      return new Want.Closed();
    }
    Urgency urgency =
        event.getChange() == LookupChange.LOOKUP_CLOCK_MISSED
            ? Urgency.MISSED
            : event.getChange() == LookupChange.LOOKUP_CLOCK_WARNED ? Urgency.WARNED : Urgency.NONE;
    return new Want.Open(due, urgency);
  }

  /** What ends next of the two. */
  private static @Nullable Instant due(AccountQueryCard card) {
    return clock(card, DeskRules.ACKNOWLEDGE)
        .filter(_ -> !acknowledged(card))
        .or(() -> clock(card, ANSWER))
        .orElse(null);
  }

  private static boolean acknowledged(AccountQueryCard card) {
    return switch (card.getState()) {
      case LOOKUP_ACKNOWLEDGED, LOOKUP_TOLD, LOOKUP_PASSED_ON, LOOKUP_UNABLE -> true;
      case LOOKUP_ISSUED, LOOKUP_SENT, LOOKUP_RECALLED, LOOKUP_STATE_UNSPECIFIED, UNRECOGNIZED ->
          false;
    };
  }

  private static Optional<Instant> clock(AccountQueryCard card, String name) {
    return named(card, name).map(clock -> DeskProtos.instant(clock.getDueTime()));
  }

  private static Optional<OrderClock> named(AccountQueryCard card, String name) {
    return card.getClocksList().stream().filter(clock -> clock.getName().equals(name)).findFirst();
  }

  /** A missed clock stays on the board for as long as what it was for is still to be done. */
  private static Dial dial(AccountQueryCard card, String name) {
    boolean owed = waiting(card) && !(name.equals(DeskRules.ACKNOWLEDGE) && acknowledged(card));
    Mailbox holder =
        card.getInstitution().isEmpty()
            ? DeskRules.alarmed(card.getStation(), card.getStationAncestorsList()).getLast()
            : desk(card);
    return new Dial(
        name,
        named(card, name)
            .filter(_ -> owed)
            .filter(clock -> clock.getState() != ClockState.MET)
            .map(
                clock ->
                    new Running(
                        holder,
                        DeskProtos.instant(clock.getStartTime()),
                        DeskProtos.instant(clock.getDueTime()),
                        clock.getState() == ClockState.MISSED,
                        clock.getBasis()))
            .orElse(null));
  }
}
