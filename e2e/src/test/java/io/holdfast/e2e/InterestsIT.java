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

/** Several victims of one account, and a victim's own accounts, through the gateway. */
@Order(9)
final class InterestsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();
  private final Person chen = world.login("chen.officer");
  private final Person gu = world.login("gu.officer");
  private final Person bank = world.login("qian.bank");

  @Test
  void theSecondVictimJoinsTheStopAndHasAWordInItsRelease() {
    String payee = Reports.account(1);
    String first = filed(chen, payee);
    Waiting.until("on the desk", PATIENCE, () -> bank.get(Reports.path(first, "")).status() == 200);
    String second = filed(gu, payee);
    RunningSystem.get().kill("freeze");
    RunningSystem.get().start("freeze");
    Waiting.until("joined", PATIENCE, () -> others(chen, first) == 1);
    assertThat(order(gu, second).text("countState")).isEqualTo("COUNT_JOINED");
    assertThat(gu.get(Reports.path(first, "")).reason()).isEqualTo("ACCESS_DENIED");
    assertThat(chen.get(Reports.path(second, "")).reason()).isEqualTo("ACCESS_DENIED");
    assertThat(bank.get(Reports.path(second, "")).reason()).isEqualTo("ACCESS_DENIED");

    Reports.stop(bank, first, payee, 1_000_000).ok();
    assertThat(bank.get(Reports.path(first, "")).ok().number("furtherInterests.0.amountFen"))
        .isEqualTo(1_000_000);
    Waiting.until("both stopped", PATIENCE, () -> state(gu, second).equals("STOPPED"));
    Reply wanted =
        chen.post(
                Reports.path(first, ":release"),
                Map.of("requestId", Reports.uuid(), "reason", "测试：与本案无关"))
            .ok();
    assertThat(wanted.text("state")).as("not over the other's head").isEqualTo("STOPPED");
    Waiting.until(
        "the other station is asked",
        PATIENCE,
        () -> DeskTasks.has(gu, "UNIT_DESK", "GIVE_WORD", "stopOrders/" + second));
    assertThat(
            gu.post(Reports.path(second, ":keepInterest"), Map.of("requestId", Reports.uuid()))
                .ok()
                .text("shared.word"))
        .isEqualTo("KEEPS");
    gu.post(
            Reports.path(second, ":release"),
            Map.of("requestId", Reports.uuid(), "reason", "测试：核查完毕"))
        .ok();
    Waiting.until("released", PATIENCE, () -> state(chen, first).equals("RELEASED"));
  }

  @Test
  void aVictimsOwnAccountsAreProtectedAndFreedOnHisWord() {
    Reply filed = Waiting.patiently(PATIENCE, () -> filing(chen, Reports.account(2)));
    String caseId = filed.text("id");
    String own = Reports.account(1);
    Map<String, Object> body = new HashMap<>();
    body.put("requestId", Reports.uuid());
    body.put(
        "accounts", List.of(Map.of("kind", "CARD", "accountNumber", own, "accountName", "测试受害人")));
    body.put(
        "consent",
        Map.of("consentTime", Instant.now().minusSeconds(60).toString(), "form", "当面签字"));
    Reply protectedCase = chen.post("/v1/cases/" + caseId + ":protectVictim", body).ok();
    assertThat(protectedCase.at("stopOrders")).hasSize(2);
    String order = protectedCase.text("stopOrders.1.stopOrder");
    Waiting.until("on the desk", PATIENCE, () -> bank.get(Reports.path(order, "")).status() == 200);
    assertThat(bank.get(Reports.path(order, "")).ok().text("purpose")).isEqualTo("VICTIMS_OWN");
    bank.post(Reports.path(order, ":acknowledge"), Map.of("requestId", Reports.uuid())).ok();
    bank.post(
            Reports.path(order, ":recordStop"),
            Map.of(
                "requestId", Reports.uuid(),
                "balanceBeforeFen", "500",
                "heldFen", "500",
                "operator", Map.of("name", "测试操作员"),
                "record", Map.of("accountName", "测试受害人", "accountNumber", own)))
        .ok();
    chen.post(
            "/v1/cases/" + caseId + ":releaseProtection",
            Map.of("requestId", Reports.uuid(), "wordForm", "当面签字"))
        .ok();
    Waiting.until("freed", PATIENCE, () -> state(chen, order).equals("RELEASED"));
    assertThat(order(chen, order).text("endReason")).startsWith("VICTIMS_WORD");
  }

  private static Reply filing(Person officer, String payee) {
    return Reports.file(officer, Reports.uuid(), payee).ok();
  }

  private static String filed(Person officer, String payee) {
    return Reports.order(Waiting.patiently(PATIENCE, () -> filing(officer, payee)), 0);
  }

  private static Reply order(Person person, String order) {
    return Waiting.patiently(PATIENCE, () -> person.get(Reports.path(order, "")).ok());
  }

  private static String state(Person person, String order) {
    return order(person, order).text("state");
  }

  private static long others(Person person, String order) {
    Reply shown = order(person, order);
    return shown.at("shared").isObject() ? shown.number("shared.otherInterests") : 0;
  }
}
