package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The case's own clocks, kept and missed, seen by the people who have to act. */
@Order(13)
final class FilingIT {
  // The demo's limits are a minute.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person county = world.login("he.county");

  @Test
  void aRefusalIsGivenWithReasonAndTheReporterIsToldInTime() {
    String id = filed();
    assertThat(clock(id, "entry")).isEqualTo("CLOCK_MET");
    assertThat(clock(id, "filing-decision")).isEqualTo("CLOCK_RUNNING");

    act(officer, id, "review", Map.of());
    Waiting.until(
        "the county has it", PATIENCE, () -> task(county, "DECIDE_FILING", id).isPresent());
    act(county, id, "decline", Map.of("reason", "测试：没有犯罪事实"));
    assertThat(clock(id, "filing-decision")).isEqualTo("CLOCK_MET");
    assertThat(clock(id, "filing-notice")).isEqualTo("CLOCK_RUNNING");
    Waiting.until(
        "the station has it", PATIENCE, () -> task(officer, "SERVE_NOTICE", id).isPresent());

    act(
        officer,
        id,
        "recordFilingNotice",
        Map.of("noticeNumber", "测不立〔2026〕1号", "delivery", "IN_PERSON"));
    assertThat(clock(id, "filing-notice")).isEqualTo("CLOCK_MET");
    Waiting.until(
        "it is off the desk", PATIENCE, () -> task(officer, "SERVE_NOTICE", id).isEmpty());
  }

  @Test
  void aReportNobodyMovesOnIsMissedOnTheStationsDesk() {
    String id = filed();
    Waiting.until(
        "the decision is overdue",
        PATIENCE,
        () -> clock(id, "filing-decision").equals("CLOCK_MISSED"));
    Waiting.until(
        "the station is pressed",
        PATIENCE,
        () ->
            task(officer, "MOVE_CASE", id)
                .filter(task -> task.path("urgency").asInt(0) == 2)
                .isPresent());
  }

  private String filed() {
    return Waiting.patiently(
            PATIENCE, () -> Reports.file(officer, Reports.uuid(), Reports.account(2)).ok())
        .text("id");
  }

  private static void act(Person person, String id, String verb, Map<String, Object> what) {
    var body = new HashMap<>(what);
    body.put("requestId", Reports.uuid());
    person.post("/v1/cases/" + id + ":" + verb, body).ok();
  }

  private String clock(String id, String name) {
    for (JsonNode clock : officer.get("/v1/cases/" + id).ok().at("clocks")) {
      if (clock.path("name").asString("").equals(name)) {
        return clock.path("state").asString("");
      }
    }
    return "";
  }

  private static Optional<JsonNode> task(Person person, String kind, String id) {
    return DeskTasks.on(person, "")
        .filter(task -> DeskTasks.text(task, "kind").equals(kind))
        .filter(task -> DeskTasks.text(task, "caseId").equals(id))
        .findFirst();
  }
}
