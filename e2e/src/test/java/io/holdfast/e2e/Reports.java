package io.holdfast.e2e;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Urgent reports with one transfer to each payee account, for tests that need many. */
final class Reports {
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  private Reports() {}

  /** A fresh account of a demo bank: {@code bank} is 1, 2 or 3. */
  static String account(int bank) {
    return Numbers.card("99000" + bank + "0000", Instant.ofEpochMilli(NEXT.incrementAndGet()));
  }

  static String uuid() {
    return UUID.randomUUID().toString();
  }

  static Reply file(Person officer, String requestId, String... payees) {
    return officer.post("/v1/cases", body(requestId, payees));
  }

  static Map<String, Object> body(String requestId, String... payees) {
    List<Map<String, Object>> transfers = new ArrayList<>();
    for (String payee : payees) {
      transfers.add(
          Map.of(
              "amountFen",
              "1000000",
              "transferTime",
              Instant.now().minusSeconds(900).toString(),
              "channel",
              "MOBILE_BANK",
              "payee",
              Map.of(
                  "kind", "CARD",
                  "accountNumber", payee,
                  "accountName", "测试收款人")));
    }
    return Map.of(
        "requestId",
        requestId,
        "urgent",
        true,
        "report",
        Map.of(
            "channel", "WINDOW",
            "fraudType", "FALSE_INVESTMENT",
            "narrative", "测试：端到端",
            "victim", Map.of("kind", "PERSON", "name", "测试受害人", "phone", "13900000001"),
            "transfers", transfers));
  }

  /**
   * Where an order is.
   *
   * @param verb what is done to it, e.g. {@code :acknowledge}; empty: it itself
   */
  static String path(String order, String verb) {
    return "/v1/stopOrders/" + order + verb;
  }

  static String order(Reply filed, int index) {
    return filed.text("stopOrders." + index + ".stopOrder");
  }

  /** The bank acknowledges and stops with {@code heldFen}; every field matches. */
  static Reply stop(Person bank, String order, String payee, long heldFen) {
    return stop(bank, order, payee, "测试收款人", heldFen);
  }

  /** The same of an account whose holder the bank knows by this name. */
  static Reply stop(Person bank, String order, String payee, String name, long heldFen) {
    String path = "/v1/stopOrders/" + order;
    Reply taken = bank.post(path + ":acknowledge", Map.of("requestId", uuid())).ok();
    return bank.post(
        path + ":recordStop",
        Map.of(
            "requestId", uuid(),
            "balanceBeforeFen", Long.toString(heldFen),
            "heldFen", Long.toString(heldFen),
            "operator", Map.of("name", "测试操作员"),
            "record",
                Map.of(
                    "accountName",
                    name,
                    "accountNumber",
                    payee,
                    "credits",
                    List.of(
                        Map.of(
                            "amountFen",
                            "1000000",
                            "bookingTime",
                            taken.text("transfers.0.transferTime"))))));
  }
}
