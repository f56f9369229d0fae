package io.holdfast.liaison.desk;

import io.holdfast.liaison.desk.Plan.Place;
import io.holdfast.liaison.desk.StopCard.Phase;
import io.holdfast.liaison.directory.Desk;
import java.util.ArrayList;
import java.util.List;

/** Which desks must see to an order born at a bank, and to wrong one-time codes. Pure. */
public final class AdoptionRules {
  /** The station says whether it stands behind such an order. */
  static final String ADOPTION = "adoption";

  private AdoptionRules() {}

  /** The tasks of an order born at a bank; none for any other. */
  static List<Place> places(StopCard card, StopNews news, Mailbox supervisors) {
    if (card.adoption() == Adoption.NONE) {
      return List.of();
    }
    boolean waits = card.adoption() == Adoption.AWAITED || card.adoption() == Adoption.UNADOPTED;
    var places = new ArrayList<Place>();
    places.add(
        new Place(
            TaskKind.ADOPT_STOP,
            new Mailbox(card.station(), Desk.UNIT_DESK),
            waits
                ? new Want.Open(DeskRules.due(card, ADOPTION), DeskRules.urgency(news, ADOPTION))
                : new Want.Closed()));
    Want chase =
        card.adoption().forsaken() && card.phase() == Phase.STOPPED
            ? new Want.Open(DeskRules.due(card, ADOPTION), Urgency.MISSED)
            : new Want.Closed();
    places.add(new Place(TaskKind.UNADOPTED_STOP, supervisors, chase));
    // A bank has no supervisors' desk of its own here; 保卫部门 watches over its liaison officers.
    for (Desk desk : List.of(Desk.SECURITY_DESK, Desk.LIAISON_DESK)) {
      places.add(new Place(TaskKind.UNADOPTED_STOP, new Mailbox(card.bank(), desk), chase));
    }
    return places;
  }

  /**
   * Wrong one-time codes at a bank.
   *
   * @param tries whose they are, opaque
   * @param count how many; 0: the alarm is over
   */
  public static Plan wrongCodes(String tries, String bank, String region, int count) {
    Want want = count > 0 ? new Want.Open(null, Urgency.MISSED) : new Want.Closed();
    return new Plan(
        "callCodeTries/" + tries,
        "",
        count + " ×",
        0,
        List.of(bank),
        region,
        List.of(
            new Place(TaskKind.WRONG_CALL_CODES, new Mailbox(bank, Desk.SECURITY_DESK), want),
            new Place(TaskKind.WRONG_CALL_CODES, new Mailbox(bank, Desk.LIAISON_DESK), want)),
        List.of());
  }
}
