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

/** Money that moves on while freeze-service is killed, and mistakes undone, through the gateway. */
@Order(9)
final class LayersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("qian.bank");
  private final Person secondBank = world.login("zhou.bank");

  @Test
  void aKilledServiceFollowsTheMoneyAllTheSame() {
    String payee = Reports.account(1);
    Reply filed =
        Waiting.patiently(PATIENCE, () -> Reports.file(officer, Reports.uuid(), payee).ok());
    String order = Reports.order(filed, 0);
    Waiting.patiently(PATIENCE, () -> Reports.stop(bank, order, payee, 0).ok());
    bank.post(Reports.path(order, ":recordOutflows"), outflows(Reports.account(2), 600_000)).ok();
    RunningSystem.get().kill("freeze");
    RunningSystem.get().start("freeze");
    Waiting.until("followed", PATIENCE, () -> !next(order, 0).isEmpty());
    String child = next(order, 0);
    Waiting.until(
        "on the second bank's desk",
        PATIENCE,
        () -> secondBank.get(Reports.path(child, "")).status() == 200);
    assertThat(officer.get(Reports.path(child, "")).ok().number("layer")).isEqualTo(2);
    assertThat(bank.get(Reports.path(child, "")).reason())
        .as("the first bank sees nothing of the second")
        .isEqualTo("ACCESS_DENIED");
    Waiting.until("the case knows", PATIENCE, () -> links(filed.text("id")).contains(child));
    Reply trail = world.login("tang.auditor").get("/v1/moneyTrails/" + filed.text("id")).ok();
    assertThat(trail.at("accounts")).hasSize(2);
    assertThat(trail.number("sums.receivedFen")).isEqualTo(1_000_000);
  }

  @Test
  void aWrongAnswerIsTakenBackWithItsLayers() {
    String payee = Reports.account(1);
    Reply filed =
        Waiting.patiently(PATIENCE, () -> Reports.file(officer, Reports.uuid(), payee).ok());
    String order = Reports.order(filed, 0);
    Waiting.patiently(PATIENCE, () -> Reports.stop(bank, order, payee, 0).ok());
    bank.post(Reports.path(order, ":recordOutflows"), outflows(Reports.account(2), 600_000)).ok();
    Waiting.until("followed", PATIENCE, () -> !next(order, 0).isEmpty());
    String child = next(order, 0);
    Reply corrected =
        bank.post(
                Reports.path(order, ":correctAnswer"),
                Map.of(
                    "requestId", Reports.uuid(),
                    "reason", "测试：看错账户",
                    "mismatch", Map.of("field", "name")))
            .ok();
    assertThat(corrected.text("state")).isEqualTo("MISMATCHED");
    assertThat(corrected.text("earlierAnswers.0.state")).isEqualTo("STOPPED");
    Waiting.until(
        "recalled",
        PATIENCE,
        () -> officer.get(Reports.path(child, "")).ok().text("state").equals("RECALLED"));
    Waiting.until(
        "the station is told",
        PATIENCE,
        () -> DeskTasks.has(officer, "UNIT_DESK", "MEND_STOP", "stopOrders/" + order));

    Reply mended =
        officer
            .post(
                Reports.path(order, ":correct"),
                Map.of(
                    "requestId", Reports.uuid(),
                    "payee", Map.of("accountName", "测试收款人甲")))
            .ok();
    String again = mended.text("correctedByStopOrder");
    Waiting.until("sent again", PATIENCE, () -> bank.get(Reports.path(again, "")).status() == 200);
    assertThat(officer.get(Reports.path(again, "")).ok().text("correctsStopOrder"))
        .isEqualTo(order);
  }

  private static Map<String, Object> outflows(String payee, long fen) {
    Map<String, Object> outflow = new HashMap<>();
    outflow.put("kind", "TO_ACCOUNT");
    outflow.put("amountFen", Long.toString(fen));
    outflow.put("outflowTime", Instant.now().minusSeconds(300).toString());
    outflow.put("payee", Map.of("kind", "CARD", "accountNumber", payee, "accountName", "测试二级收款人"));
    return Map.of("requestId", Reports.uuid(), "outflows", List.of(outflow));
  }

  private String next(String order, int outflow) {
    return Waiting.patiently(PATIENCE, () -> officer.get(Reports.path(order, "")).ok())
        .text("outflows." + outflow + ".stopOrder");
  }

  private String links(String caseId) {
    return officer.get("/v1/cases/" + caseId).ok().at("stopOrders").toString();
  }
}
