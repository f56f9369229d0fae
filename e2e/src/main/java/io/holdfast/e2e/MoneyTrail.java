package io.holdfast.e2e;

import static io.holdfast.e2e.Script.expect;
import static io.holdfast.e2e.Script.yuan;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import tools.jackson.databind.JsonNode;

/** Who holds what of the first victim's money, read by an auditor: the sums agree to the fen. */
final class MoneyTrail {
  private static final long HELD_FEN = FirstCard.HELD_FEN + MovingOn.STILL_THERE_FEN;

  private final Person auditor;
  private final Narrator narrator;

  MoneyTrail(Person auditor, Narrator narrator) {
    this.auditor = auditor;
    this.narrator = narrator;
  }

  void audit(String caseId) {
    Reply trail = auditor.get("/v1/moneyTrails/" + caseId).ok();
    for (JsonNode account : trail.at("accounts")) {
      JsonNode sums = account.path("sums");
      narrator.line(
          "money trail",
          "layer %d  %s  received %s, held %s, cash %s, moved on %s"
              .formatted(
                  account.path("layer").asInt(),
                  account.path("maskedAccount").asString(""),
                  fen(sums, "receivedFen"),
                  fen(sums, "heldFen"),
                  fen(sums, "cashFen"),
                  fen(sums, "movedFen")));
    }
    expect("accounts", 3, trail.at("accounts").size());
    expect("received", FirstCard.LOSS_FEN, trail.number("sums.receivedFen"));
    expect("held", HELD_FEN, trail.number("sums.heldFen"));
    expect("cash", MovingOn.CASHED_FEN, trail.number("sums.cashFen"));
    expect("unexplained", 0L, trail.number("sums.unexplainedFen"));
    narrator.line(
        "auditor",
        "%s held + %s cash + 0.00 unexplained = %s lost"
            .formatted(yuan(HELD_FEN), yuan(MovingOn.CASHED_FEN), yuan(FirstCard.LOSS_FEN)));
  }

  private static String fen(JsonNode sums, String name) {
    return yuan(Long.parseLong(sums.path(name).asString("0")));
  }
}
