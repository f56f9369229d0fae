package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The account nobody knows, by the people concerned, through the gateway. */
@Order(11)
final class LookupIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person payersBank = world.login("qian.bank");
  private final Person firm = world.login("han.pay");
  private final Person payeesBank = world.login("zhou.bank");

  @Test
  void thePayersBankAndThePaymentFirmTellAndTheStopOpensByItself() {
    String payer = Reports.account(1);
    Reply filed =
        Waiting.patiently(
            PATIENCE, () -> officer.post("/v1/cases", body(Reports.uuid(), payer)).ok());
    assertThat(filed.at("stopOrders")).as("no account to stop yet").isEmpty();
    String query = filed.text("lookups.0.accountQuery");
    Waiting.until("on the payer's bank's desk", PATIENCE, () -> desk(payersBank).contains(query));
    Reply taken = act(payersBank, query, ":acknowledge", Map.of());
    assertThat(taken.text("payerAccountNumber")).isEqualTo(payer);
    assertThat(taken.text("consent.given")).isEqualTo("true");
    assertThat(taken.text("seenPayee.accountNumber")).as("not its business").isEmpty();

    act(
        payersBank,
        query,
        ":recordOnward",
        Map.of("found", Map.of("institutionName", "测试支付", "serialNumber", "W-测试-1")));
    Waiting.until("asked", PATIENCE, () -> !next(query).isEmpty());
    String step = next(query);
    Waiting.until("on the firm's desk", PATIENCE, () -> desk(firm).contains(step));
    act(firm, step, ":acknowledge", Map.of());
    String payee = Reports.account(2);
    act(
        firm,
        step,
        ":recordPayee",
        Map.of(
            "found",
            Map.of(
                "payee", Map.of("kind", "CARD", "accountNumber", payee, "accountName", "测试收款人"))));

    Waiting.until("opened", PATIENCE, () -> !query(step).text("stopOrder").isEmpty());
    String order = query(step).text("stopOrder");
    Reply stop = officer.get("/v1/stopOrders/" + order).ok();
    assertThat(stop.text("accountNumber")).isEqualTo(payee);
    assertThat(stop.text("seenPayee.accountNumber")).isEqualTo("9900*0007");
    assertThat(stop.text("accountQuery")).isEqualTo(step);
    assertThat(payersBank.get("/v1/stopOrders/" + order).reason()).isEqualTo("ACCESS_DENIED");
    assertThat(payersBank.get("/v1/accountQueries/" + step).reason()).isEqualTo("ACCESS_DENIED");
    Reply stopped =
        Waiting.patiently(PATIENCE, () -> Reports.stop(payeesBank, order, payee, 0).ok());
    assertThat(stopped.text("state")).isEqualTo("STOPPED");
    assertThat(stopped.text("accountQuery")).as("nor the payee's bank's").isEmpty();
    Waiting.until("the case has both sides", PATIENCE, () -> both(filed.text("id"), payee, order));
    Reply trail = world.login("tang.auditor").get("/v1/moneyTrails/" + filed.text("id")).ok();
    assertThat(trail.number("sums.receivedFen")).isEqualTo(1_000_000);
  }

  private boolean both(String caseId, String payee, String order) {
    Reply file = officer.get("/v1/cases/" + caseId).ok();
    return file.text("report.transfers.0.payee.accountNumber").equals("9900*0007")
        && file.text("lookups.1.payee.accountNumber").equals(payee)
        && file.text("lookups.1.stopOrder").equals(order)
        && file.at("stopOrders").toString().contains(order);
  }

  private String desk(Person person) {
    return Waiting.patiently(PATIENCE, () -> person.get("/v1/accountQueries?pageSize=100").ok())
        .at("accountQueries")
        .toString();
  }

  private String next(String query) {
    return query(query).text("nextAccountQuery");
  }

  private Reply query(String query) {
    return Waiting.patiently(PATIENCE, () -> officer.get("/v1/accountQueries/" + query).ok());
  }

  private static Reply act(Person person, String query, String verb, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("requestId", Reports.uuid());
    return Waiting.patiently(
        PATIENCE, () -> person.post("/v1/accountQueries/" + query + verb, body).ok());
  }

  private static Map<String, Object> body(String requestId, String payer) {
    Map<String, Object> transfer =
        Map.of(
            "amountFen",
            "1000000",
            "transferTime",
            Instant.now().minusSeconds(900).toString(),
            "channel",
            "THIRD_PARTY_PAYMENT",
            "serialNumber",
            "S-测试-1",
            "payer",
            Map.of("kind", "CARD", "accountNumber", payer, "accountName", "测试受害人"),
            "payee",
            Map.of("accountNumber", "9900****0007", "accountName", "*测试"));
    return Map.of(
        "requestId",
        requestId,
        "urgent",
        true,
        "report",
        Map.of(
            "channel",
            "WINDOW",
            "fraudType",
            "FALSE_SHOPPING",
            "narrative",
            "测试：收款方只显示一部分",
            "lookupConsent",
            true,
            "victim",
            Map.of("kind", "PERSON", "name", "测试受害人", "phone", "13900000001"),
            "transfers",
            List.of(transfer)));
  }
}
