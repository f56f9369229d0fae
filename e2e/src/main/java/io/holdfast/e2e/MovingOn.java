package io.holdfast.e2e;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The first card had split 47,000 yuan to two cards at two other banks; at one of them 20,000 have
 * been paid out at a machine. The first bank names the wrong one of them for one card.
 */
final class MovingOn {
  /** Fen that went to the second bank, and is still there. */
  static final long STILL_THERE_FEN = 2_700_000;

  /** Fen that went to the third bank, and was cashed. */
  static final long CASHED_FEN = 2_000_000;

  private static final String PAYEE = "测试二级收款人";

  private final Cast cast;
  private final StoryClock clock;
  private final Narrator narrator;
  private final FirstCard card;
  private String second = "";
  private String third = "";

  MovingOn(Cast cast, StoryClock clock, Narrator narrator, FirstCard card) {
    this.cast = cast;
    this.clock = clock;
    this.narrator = narrator;
    this.card = card;
  }

  /**
   * What the first bank names.
   *
   * @param thirdBank the institution it takes for the first card's, wrongly
   */
  static List<Map<String, Object>> outflows(StoryClock clock, String thirdBank) {
    return List.of(
        outflow(clock, "990002", thirdBank, STILL_THERE_FEN, "11:41"),
        outflow(clock, "990003", thirdBank, CASHED_FEN, "11:42"));
  }

  private static Map<String, Object> outflow(
      StoryClock clock, String prefix, String institution, long fen, String time) {
    return Map.of(
        "kind",
        "TO_ACCOUNT",
        "payee",
        Map.of(
            "kind",
            "CARD",
            "institution",
            institution,
            "accountNumber",
            Numbers.card(prefix + "7000", clock.now()),
            "accountName",
            PAYEE),
        "amountFen",
        Long.toString(fen),
        "outflowTime",
        clock.at(time).toString());
  }

  void tell() {
    narrator.line("bank", "names two cards at two other banks (资金已转出)");
    second = followed(0);
    third = followed(1);
    notOurs(second);
    answer(cast.secondBank(), second, STILL_THERE_FEN, STILL_THERE_FEN, List.of());
    answer(cast.thirdBank(), third, CASHED_FEN, 0, List.of(cash()));
    narrator.line("second bank", Script.yuan(STILL_THERE_FEN) + " yuan held (二级卡)");
    narrator.line("third bank", Script.yuan(CASHED_FEN) + " yuan were paid out at a machine");
  }

  /** The orders that followed the money, as they were opened. */
  List<String> orders() {
    return List.of(second, third);
  }

  /** The first bank has named the wrong one for the first card. */
  private void notOurs(String id) {
    String path = "/v1/stopOrders/" + id;
    Script.await("the order is on a desk", () -> cast.thirdBank().get(path).status() == 200);
    cast.thirdBank().post(path + ":acknowledge", Script.request()).ok();
    cast.thirdBank().post(path + ":recordNotOurs", Script.request()).ok();
    narrator.line("third bank", "the first card is not its own (非本行账户); the order goes on");
    Script.await("the same order elsewhere", () -> cast.secondBank().get(path).status() == 200);
  }

  private Map<String, Object> cash() {
    return Map.of(
        "kind",
        "CASH",
        "amountFen",
        Long.toString(CASHED_FEN),
        "outflowTime",
        clock.at("11:47").toString(),
        "place",
        "测试自助机");
  }

  private String followed(int outflow) {
    String path = "outflows." + outflow + ".stopOrder";
    Script.await("the next order is out", () -> !order(path).isEmpty());
    return order(path);
  }

  private String order(String path) {
    return card.order(cast.officer()).text(path);
  }

  private void answer(
      Person bank, String id, long amountFen, long heldFen, List<Map<String, Object>> outflows) {
    String path = "/v1/stopOrders/" + id;
    Reply taken = bank.post(path + ":acknowledge", Script.request()).ok();
    Script.expect("layer a bank is told of", 0L, taken.number("layer"));
    Reply stopped =
        bank.post(
                path + ":recordStop",
                Script.request(
                    Map.of(
                        "record", record(taken, amountFen),
                        "balanceBeforeFen", Long.toString(heldFen),
                        "heldFen", Long.toString(heldFen),
                        "outflows", outflows,
                        "operator", Map.of("name", "测试联络员"))))
            .ok();
    Script.expect("state", "STOPPED", stopped.text("state"));
  }

  private static Map<String, Object> record(Reply taken, long amountFen) {
    String booked = Instant.parse(taken.text("transfers.0.transferTime")).plusSeconds(2).toString();
    return Map.of(
        "accountName",
        PAYEE,
        "accountNumber",
        taken.text("accountNumber"),
        "credits",
        List.of(Map.of("amountFen", Long.toString(amountFen), "bookingTime", booked)));
  }
}
