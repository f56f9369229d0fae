package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every deadline with its warning, once each; right without sweepers; right across a restart. */
@Order(6)
final class ClocksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("zheng.bank");

  @Test
  void everyClockWarnsAndEndsOnce() {
    Stop stop = stopped();
    until(stop, "LAPSED");
    Waiting.until("the case knows the lapse", PATIENCE, () -> kinds(stop).contains("STOP_LAPSED"));
    List<String> kinds = kinds(stop);
    assertThat(times(kinds, "CLOCK_WARNED:stop")).isEqualTo(1);
    assertThat(times(kinds, "STOP_LAPSED")).isEqualTo(1);
    assertThat(times(kinds, "CLOCK_WARNED:paper")).isEqualTo(1);
    assertThat(times(kinds, "CLOCK_MISSED:paper")).isEqualTo(1);
  }

  @Test
  void aDeadlineThatPassesWhileTheServiceIsAwayIsToldOnceAfterItsReturn() {
    Stop stop = stopped();
    system.kill("freeze");
    Waiting.pause(Duration.ofSeconds(22));
    system.start("freeze");
    until(stop, "LAPSED");
    Waiting.until("the case knows the lapse", PATIENCE, () -> kinds(stop).contains("STOP_LAPSED"));
    Waiting.pause(Duration.ofSeconds(3));
    assertThat(times(kinds(stop), "STOP_LAPSED")).isEqualTo(1);
    assertThat(times(kinds(stop), "CLOCK_MISSED:paper")).isEqualTo(1);
  }

  @Test
  void withSweepersOffEveryAnswerIsRightAndOnlyTheNewsIsMissing() {
    system.stop("freeze");
    system.startWithoutSweepers("freeze");
    try {
      Stop stop = stopped();
      until(stop, "LAPSED");
      Reply release =
          officer.post(
              "/v1/stopOrders/" + stop.order() + ":release",
              Map.of("requestId", Reports.uuid(), "reason", "测试"));
      assertThat(release.reason()).isIn("STOP_LAPSED", "STOP_WRONG_STATE");
      assertThat(bank.get("/v1/stopOrders/" + stop.order()).ok().text("paper.state"))
          .isEqualTo("OVERDUE");
      assertThat(kinds(stop)).doesNotContain("CLOCK_MISSED:paper");
    } finally {
      system.stop("freeze");
      system.start("freeze");
    }
  }

  private record Stop(String caseId, String order) {}

  private Stop stopped() {
    String payee = Reports.account(3);
    Reply filed = Reports.file(officer, Reports.uuid(), payee).ok();
    String order = Reports.order(filed, 0);
    Waiting.until(
        "the order is there", PATIENCE, () -> bank.get("/v1/stopOrders/" + order).status() == 200);
    Reply stopped = Reports.stop(bank, order, payee, 1000).ok();
    assertThat(stopped.text("state")).isEqualTo("STOPPED");
    return new Stop(filed.text("id"), order);
  }

  private void until(Stop stop, String state) {
    Waiting.until(
        state,
        PATIENCE,
        // A service just restarted is refused for a moment by the gateway's breaker.
        () -> officer.get("/v1/stopOrders/" + stop.order()).text("state").equals(state));
  }

  private List<String> kinds(Stop stop) {
    List<String> kinds = new ArrayList<>();
    officer
        .get("/v1/cases/" + stop.caseId())
        .ok()
        .at("timeline")
        .forEach(entry -> kinds.add(entry.path("kind").asString("")));
    return kinds;
  }

  private static long times(List<String> kinds, String kind) {
    return kinds.stream().filter(kind::equals).count();
  }
}
