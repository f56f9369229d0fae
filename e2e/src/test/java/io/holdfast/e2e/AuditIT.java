package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An auditor finds who changed, saw and was refused a thing; nobody else does. */
@Order(12)
final class AuditIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FREEZE = "/v1/auditLogs/freeze-service/auditEntries";
  private static final String CASE = "/v1/auditLogs/case-service/auditEntries";

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("qian.bank");
  private final Person auditor = world.login("tang.auditor");

  @Test
  void whoDidSawAndWasRefusedAThingIsFound() {
    String payee = Reports.account(1);
    Reply filed =
        Waiting.patiently(PATIENCE, () -> Reports.file(officer, Reports.uuid(), payee).ok());
    String caseId = filed.text("id");
    String order = Reports.order(filed, 0);
    Waiting.until(
        "the order is there", PATIENCE, () -> bank.get("/v1/stopOrders/" + order).status() == 200);
    Reports.stop(bank, order, payee, 1000).ok();
    assertThat(world.login("gu.officer").get("/v1/cases/" + caseId).status()).isEqualTo(403);

    String ofOrder = FREEZE + "?pageSize=100&subject=stopOrders/" + order;
    Waiting.until(
        "the stop is in the log",
        PATIENCE,
        () -> outcomes(ofOrder, "freezing.RecordStop").equals(List.of("DONE")));
    assertThat(outcomes(ofOrder, "freezing.GetStopOrder")).contains("READ");
    assertThat(outcomes(CASE + "?pageSize=100&subject=cases/" + caseId, "casefile.FileReport"))
        .containsExactly("DONE");
    Reply refused = auditor.get(CASE + "?outcome=REFUSED&subject=cases/" + caseId).ok();
    assertThat(refused.text("auditEntries.0.reason")).isEqualTo("ACCESS_DENIED");
    assertThat(refused.body().toString()).doesNotContain(payee, "测试");
  }

  @Test
  void readingTheLogIsItselfInTheLog() {
    auditor.get(CASE + "?pageSize=1").ok();
    Reply own = auditor.get(CASE + "?pageSize=100&action=casefile.ListAuditEntries").ok();
    assertThat(own.at("auditEntries").isEmpty()).isFalse();
  }

  @Test
  void nobodyElseReadsIt() {
    for (Person other : List.of(officer, bank, world.login("admin", "admin-demo"))) {
      assertThat(other.get(CASE).status()).isEqualTo(403);
    }
  }

  private List<String> outcomes(String log, String action) {
    return auditor
        .get(log + "&action=" + action)
        .ok()
        .at("auditEntries")
        .valueStream()
        .map(entry -> entry.path("outcome").asString(""))
        .distinct()
        .toList();
  }
}
