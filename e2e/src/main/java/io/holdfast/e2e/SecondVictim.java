package io.holdfast.e2e;

import static io.holdfast.e2e.Script.expect;

import io.holdfast.e2e.driver.Reply;
import java.util.List;
import java.util.Map;

/**
 * A second victim of the same account reports in another county. His order joins the running stop
 * and spends none; neither station sees the other's case.
 */
final class SecondVictim {
  /** Fen he lost, at 11:20; they had left the card before the first victim paid. */
  static final long LOSS_FEN = 1_000_000;

  private final Cast cast;
  private final StoryClock clock;
  private final Narrator narrator;
  private final FirstCard card;
  private String order = "";

  SecondVictim(Cast cast, StoryClock clock, Narrator narrator, FirstCard card) {
    this.cast = cast;
    this.clock = clock;
    this.narrator = narrator;
    this.card = card;
  }

  void tell() {
    narrator.line("second victim", "reports 10,000 yuan to the same card, in another county");
    Reply filed = cast.secondOfficer().post("/v1/cases", body()).ok();
    order = filed.text("stopOrders.0.stopOrder");
    Script.await("the report has joined the stop", () -> joined(card.order(cast.officer())));
    Reply own = read();
    expect("no stop is spent", "COUNT_JOINED", own.text("countState"));
    expect("state", "STOPPED", own.text("state"));
    expect("held for all", FirstCard.HELD_FEN, own.number("shared.heldOnAccountFen"));
    expect(
        "the other county's order is refused",
        "ACCESS_DENIED",
        cast.secondOfficer().get(card.path()).reason());
    narrator.line("freeze-service", "joined the running stop (并入); no second stop is spent");
  }

  /** Its order shares the first one's fate. */
  void ended() {
    Script.await("the joined order has lapsed too", () -> read().text("state").equals("LAPSED"));
    narrator.line("second station", "is told that the stop it shares has lapsed");
  }

  /** The order's id. */
  String order() {
    return order;
  }

  private Reply read() {
    return cast.secondOfficer().get("/v1/stopOrders/" + order).ok();
  }

  private static boolean joined(Reply first) {
    return first.at("shared").isObject() && first.number("shared.otherInterests") == 1;
  }

  private Map<String, Object> body() {
    Map<String, Object> transfer =
        Map.of(
            "amountFen", Long.toString(LOSS_FEN),
            "transferTime", clock.at("11:20").toString(),
            "channel", "COUNTER",
            "serialNumber", "TEST0002",
            "payee", card.payeeAccount());
    Map<String, Object> report =
        Map.of("channel", "WINDOW", "fraudType", "FALSE_AUTHORITY", "transfers", List.of(transfer));
    return Script.request(Map.of("urgent", true, "report", report));
  }
}
