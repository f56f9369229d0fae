package io.holdfast.liaison.desk.proto;

import io.holdfast.liaison.desk.Adoption;
import io.holdfast.liaison.desk.CaseNote;
import io.holdfast.liaison.desk.StopCard;
import io.holdfast.liaison.desk.StopNews;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseClock;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.freezing.v1.AdoptionState;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.ExtensionState;
import io.holdfast.proto.freezing.v1.LiftState;
import io.holdfast.proto.freezing.v1.OrderClock;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.StopState;

/** What other services tell of orders and cases, as the desks see it. */
final class Cards {
  private Cards() {}

  static StopCard stop(StopOrderCard card) {
    return new StopCard(
        card.getStopOrder(),
        phase(card.getState()),
        card.getCaseId(),
        card.getStation(),
        card.getStationAncestorsList(),
        card.getRegion(),
        card.getBank(),
        card.getMaskedAccount(),
        card.getAmountFen(),
        extension(card.getExtension()),
        paper(card.getPaperState()),
        card.getClocksList().stream().map(Cards::clock).toList(),
        liftOwed(card.getLiftState()),
        card.getHeldBack(),
        card.getAwaitsCorrection(),
        adoption(card.getAdoption()),
        card.getJoined(),
        DeskProtos.instant(card.getIssueTime()));
  }

  /** Whether it arrives on a bank's desk by this. */
  static boolean arrives(StopOrderEvent event) {
    boolean sent =
        switch (event.getChange()) {
          case STOP_ISSUED, STOP_ROUTED -> true;
          case STOP_UNROUTED,
              STOP_ACKNOWLEDGED,
              STOP_RECORDED,
              STOP_MISMATCH_RECORDED,
              STOP_FAILURE_RECORDED,
              STOP_NOT_OURS_RECORDED,
              STOP_RECALLED,
              STOP_RELEASED,
              STOP_LAPSED,
              STOP_WITHDRAWN,
              EXTENSION_REQUESTED,
              EXTENSION_RECORDED,
              EXTENSION_REFUSED,
              PAPER_DELIVERED,
              PAPER_COUNTERSIGNED,
              PAPER_REFUSED,
              CLOCK_WARNED,
              CLOCK_MISSED,
              STOP_CONVERTED,
              OUTFLOWS_RECORDED,
              NEXT_LAYER_OPENED,
              NEXT_LAYER_HELD_BACK,
              ANSWER_CORRECTED,
              LIFT_CONFIRMED_BY_BANK,
              STOP_CORRECTED,
              SECOND_OFFICER_CONFIRMED,
              EXTENSION_CORRECTED,
              STOP_PHONED,
              STOP_ADOPTED,
              STOP_DISOWNED,
              ORAL_NOTICE_RECORDED,
              CALLBACK_RECORDED,
              INTEREST_JOINED,
              INTEREST_ADDED,
              INTEREST_LEFT,
              RELEASE_DEMANDED,
              INTEREST_KEPT,
              TRANSFERS_JOINED,
              STOP_MERGED,
              STOP_CHANGE_UNSPECIFIED,
              UNRECOGNIZED ->
              false;
        };
    return sent && !event.getCard().getBank().isEmpty();
  }

  /**
   * @param forsaken whether nobody is at the desk where it arrives, if it does
   */
  static StopNews news(StopOrderEvent event, boolean forsaken) {
    return switch (event.getChange()) {
      case CLOCK_WARNED -> new StopNews.Warned(event.getClock());
      case CLOCK_MISSED -> new StopNews.Missed(event.getClock());
      case EXTENSION_RECORDED -> new StopNews.Extended();
      case STOP_ISSUED, STOP_ROUTED -> new StopNews.Arrived(forsaken);
      case STOP_ACKNOWLEDGED -> new StopNews.Acknowledged();
      case STOP_FAILURE_RECORDED -> new StopNews.Failed();
      case STOP_WITHDRAWN -> new StopNews.Withdrawn();
      case EXTENSION_REFUSED -> new StopNews.ExtensionRefused();
      case ANSWER_CORRECTED -> new StopNews.Corrected();
      case STOP_UNROUTED,
          STOP_RECORDED,
          STOP_MISMATCH_RECORDED,
          STOP_NOT_OURS_RECORDED,
          STOP_RECALLED,
          STOP_RELEASED,
          STOP_LAPSED,
          EXTENSION_REQUESTED,
          PAPER_DELIVERED,
          PAPER_COUNTERSIGNED,
          PAPER_REFUSED,
          STOP_CONVERTED,
          OUTFLOWS_RECORDED,
          NEXT_LAYER_OPENED,
          NEXT_LAYER_HELD_BACK,
          LIFT_CONFIRMED_BY_BANK,
          STOP_CORRECTED,
          SECOND_OFFICER_CONFIRMED,
          EXTENSION_CORRECTED,
          STOP_PHONED,
          STOP_ADOPTED,
          STOP_DISOWNED,
          ORAL_NOTICE_RECORDED,
          CALLBACK_RECORDED,
          INTEREST_JOINED,
          INTEREST_ADDED,
          INTEREST_LEFT,
          RELEASE_DEMANDED,
          INTEREST_KEPT,
          TRANSFERS_JOINED,
          STOP_MERGED,
          STOP_CHANGE_UNSPECIFIED,
          UNRECOGNIZED ->
          new StopNews.Other();
    };
  }

  static CaseNote note(CaseCard card) {
    return new CaseNote(
        card.getCaseId(),
        phase(card.getState()),
        card.getStation(),
        card.getStationAncestorsList(),
        card.getRegion(),
        card.getReceiptNumber(),
        card.getTotalLossFen(),
        card.getClocksList().stream().map(Cards::clock).toList());
  }

  private static CaseNote.Clock clock(CaseClock clock) {
    return new CaseNote.Clock(
        clock.getName(),
        DeskProtos.instant(clock.getStartTime()),
        DeskProtos.instant(clock.getDueTime()),
        switch (clock.getState()) {
          case CLOCK_RUNNING -> CaseNote.ClockState.RUNNING;
          case CLOCK_MET -> CaseNote.ClockState.MET;
          case CLOCK_MISSED -> CaseNote.ClockState.MISSED;
          case CASE_CLOCK_STATE_UNSPECIFIED, UNRECOGNIZED ->
              throw unknown("clock state", clock.getState());
        },
        clock.getWarned(),
        clock.getBasis());
  }

  private static StopCard.Phase phase(StopState state) {
    return switch (state) {
      case ISSUED, SENT, ACKNOWLEDGED -> StopCard.Phase.OPEN;
      case STOPPED -> StopCard.Phase.STOPPED;
      case NOT_OURS -> StopCard.Phase.NOT_OURS;
      case MISMATCHED, FAILED, RECALLED, ANNULLED, RELEASED, LAPSED, CONVERTED ->
          StopCard.Phase.ENDED;
      case STOP_STATE_UNSPECIFIED, UNRECOGNIZED -> throw unknown("state", state);
    };
  }

  private static boolean liftOwed(LiftState state) {
    return switch (state) {
      case LIFT_OWED, LIFT_OVERDUE -> true;
      case LIFT_STATE_UNSPECIFIED, LIFT_NOT_OWED, LIFT_CONFIRMED -> false;
      case UNRECOGNIZED -> throw unknown("lift_state", state);
    };
  }

  private static Adoption adoption(AdoptionState state) {
    return switch (state) {
      case ADOPTION_STATE_UNSPECIFIED -> Adoption.NONE;
      case ADOPTION_AWAITED -> Adoption.AWAITED;
      case ADOPTED -> Adoption.ADOPTED;
      case DISOWNED -> Adoption.DISOWNED;
      case UNADOPTED -> Adoption.UNADOPTED;
      case UNRECOGNIZED -> throw unknown("adoption", state);
    };
  }

  private static StopCard.Extension extension(ExtensionState state) {
    return switch (state) {
      case EXTENSION_STATE_UNSPECIFIED, NOT_REQUESTED -> StopCard.Extension.NOT_REQUESTED;
      case REQUESTED -> StopCard.Extension.REQUESTED;
      case GRANTED -> StopCard.Extension.GRANTED;
      case REFUSED_BY_BANK -> StopCard.Extension.REFUSED;
      case UNRECOGNIZED -> throw unknown("extension", state);
    };
  }

  private static StopCard.Paper paper(PaperState state) {
    return switch (state) {
      case PAPER_STATE_UNSPECIFIED, NOT_OWED -> StopCard.Paper.NONE;
      case OWED -> StopCard.Paper.OWED;
      case OVERDUE -> StopCard.Paper.OVERDUE;
      case DELIVERED -> StopCard.Paper.DELIVERED;
      case COUNTERSIGNED -> StopCard.Paper.COUNTERSIGNED;
      case REFUSED -> StopCard.Paper.REFUSED;
      case UNRECOGNIZED -> throw unknown("paper_state", state);
    };
  }

  private static StopCard.Clock clock(OrderClock clock) {
    return new StopCard.Clock(
        clock.getName(),
        DeskProtos.instant(clock.getStartTime()),
        DeskProtos.instant(clock.getDueTime()),
        state(clock.getState()),
        clock.getBasis());
  }

  private static StopCard.ClockState state(ClockState state) {
    return switch (state) {
      case RUNNING -> StopCard.ClockState.RUNNING;
      case MET -> StopCard.ClockState.MET;
      case MISSED -> StopCard.ClockState.MISSED;
      case CLOCK_STATE_UNSPECIFIED, UNRECOGNIZED -> throw unknown("clock state", state);
    };
  }

  private static CaseNote.Phase phase(CaseState state) {
    return switch (state) {
      case RECEIVED -> CaseNote.Phase.RECEIVED;
      case REVIEW -> CaseNote.Phase.REVIEW;
      case FILED -> CaseNote.Phase.FILED;
      case NOT_FILED -> CaseNote.Phase.NOT_FILED;
      case CASE_STATE_UNSPECIFIED, UNRECOGNIZED -> throw unknown("case state", state);
    };
  }

  /**
   * Taken as anything, it would silently take work off a desk: it waits until this service is as
   * new as its sender.
   */
  private static IllegalArgumentException unknown(String what, Enum<?> value) {
    return new IllegalArgumentException(
        what + ": " + value + " (expected: one this service knows)");
  }
}
