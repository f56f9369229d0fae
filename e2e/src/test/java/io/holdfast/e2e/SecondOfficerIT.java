package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The order does not wait for the second officer; until he confirms, the bank sees that. */
@Order(16)
final class SecondOfficerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STATE = "secondOfficerState";

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("zheng.bank");

  @Test
  void heConfirmsByHisOwnLoginAndNobodyElseDoes() {
    Map<String, Object> body = new HashMap<>(Reports.body(Reports.uuid(), Reports.account(3)));
    Map<String, Object> report = new HashMap<>();
    Map<?, ?> plain = (Map<?, ?>) Objects.requireNonNull(body.get("report"));
    plain.forEach((key, value) -> report.put((String) key, value));
    report.put("secondOfficer", Map.of("name", "测试刘联络", "officerNumber", "999102"));
    body.put("report", report);
    Reply filed = Waiting.patiently(PATIENCE, () -> officer.post("/v1/cases", body).ok());
    String order = "/v1/stopOrders/" + Reports.order(filed, 0);
    Waiting.until("on the bank's desk", PATIENCE, () -> bank.get(order).status() == 200);
    assertThat(bank.get(order).ok().text(STATE)).isIn("OFFICER_UNCONFIRMED", "OFFICER_OVERDUE");

    String confirm = "/v1/cases/" + filed.text("id") + ":confirmSecondOfficer";
    assertThat(officer.post(confirm, Script.request()).reason())
        .isEqualTo("SECOND_OFFICER_IS_FIRST");
    assertThat(world.login("wang.officer").post(confirm, Script.request()).reason())
        .isEqualTo("ACCESS_DENIED");
    world.login("liu.liaison").post(confirm, Script.request()).ok();
    Waiting.until(
        "the bank sees it",
        PATIENCE,
        () -> bank.get(order).ok().text(STATE).equals("OFFICER_CONFIRMED"));
  }
}
