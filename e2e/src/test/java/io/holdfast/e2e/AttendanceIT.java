package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.EventStream;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Is anyone there: told at filing, alarmed where nobody is, by the people concerned. */
@Order(4)
final class AttendanceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BANK_PHONE = "000-9995012";
  private static final String SUPERVISORS_PHONE = "000-9991001";

  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();
  private final Person officer = world.login("chen.officer");
  private final Person command = world.login("guo.command");
  private final Person bank = world.login("zhou.bank");

  @Test
  void anEmptyDeskIsToldAtFilingAlarmedAtOnceAndAgainWhenTheMinutesAreOver() {
    Reply filed = filedAs("REACH_NOBODY_THERE", 2);
    assertThat(filed.text("stopOrders.0.reach.ringPhone")).isEqualTo(BANK_PHONE);
    assertThat(filed.text("stopOrders.0.reach.bankName")).isEqualTo("测试银行二");
    String order = "stopOrders/" + Reports.order(filed, 0);
    Waiting.until(
        "both desks chase the order",
        PATIENCE,
        () ->
            kinds(officer, "UNIT_DESK", order).equals(List.of("CHASE_STOP"))
                && kinds(command, "SUPERVISOR_DESK", order).equals(List.of("CHASE_STOP")));
    List<String> alarms = new ArrayList<>();
    for (JsonNode alarm : officer.get("/v1/alarms?pageSize=100").ok().at("alarms")) {
      if (alarm.path("subject").asString("").equals(order)) {
        alarms.add(alarm.path("clock").asString("") + ' ' + alarm.path("told").size());
      }
    }
    assertThat(alarms).containsExactlyInAnyOrder("attendance 2", "acknowledge 2");
    bank.post("/v1/" + order + ":acknowledge", Map.of("requestId", Reports.uuid())).ok();
    Waiting.until(
        "nobody chases it any more",
        PATIENCE,
        () ->
            kinds(officer, "UNIT_DESK", order).isEmpty()
                && kinds(command, "SUPERVISOR_DESK", order).isEmpty());
  }

  @Test
  void whoIsThereIsSeenUntilHeHidesThePageOrTheServiceDies() {
    try (EventStream _ = bank.watch("/v1/tasks:watch?desk=LIAISON_DESK", "")) {
      assertThat(report("PAGE_VISIBLE").text("state")).isEqualTo("ATTENDED");
      assertThat(desk(attendance(), "state")).isEqualTo("ATTENDED");
      filedAs("REACH_ATTENDED", 2);
      assertThat(report("PAGE_HIDDEN").text("state")).isEqualTo("NOBODY_THERE");
      filedAs("REACH_NOBODY_THERE", 2);
      assertThat(report("PAGE_VISIBLE").text("state")).isEqualTo("ATTENDED");
      system.kill("liaison");
      filedAs("REACH_UNKNOWN", 2);
      system.start("liaison");
    }
    Waiting.until("the dead process's desk is empty", PATIENCE, () -> deadDeskIsEmpty());
  }

  /** The gateway may refuse once more while it finds out that the service is back. */
  private boolean deadDeskIsEmpty() {
    Reply seen = attendance();
    return seen.status() == 200 && desk(seen, "state").equals("NOBODY_THERE");
  }

  @Test
  void anAccountNobodyKnowsNamesTheSupervisors() {
    Reply filed = filedAs("REACH_UNROUTED", 8);
    assertThat(filed.text("stopOrders.0.reach.ringPhone")).isEqualTo(SUPERVISORS_PHONE);
  }

  @Test
  void theWrongBankIsHeldAgainstTheLine() {
    Reply filed = Reports.file(officer, Reports.uuid(), Reports.account(2)).ok();
    String path = "/v1/stopOrders/" + Reports.order(filed, 0);
    Waiting.until("the order is there", PATIENCE, () -> bank.get(path).status() == 200);
    bank.post(path + ":acknowledge", Map.of("requestId", Reports.uuid())).ok();
    bank.post(
            path + ":recordNotOurs",
            Map.of(
                "requestId", Reports.uuid(),
                "operator", Map.of("name", "测试操作员")))
        .ok();
    Person admin = world.login("admin", "admin-demo");
    Waiting.until(
        "the line is listed",
        PATIENCE,
        () -> {
          for (JsonNode error : admin.get("/v1/routingErrors").ok().at("errors")) {
            if (error.path("line").asString("").equals("BIN 990002")) {
              return error.path("prefix").asString("").equals("990002");
            }
          }
          return false;
        });
  }

  @Test
  void aBankKeepsItsRosterAndPoliceReadIt() {
    String id = desk(attendance(), "institution");
    bank.post(
            "/v1/institutions/" + id + "/roster:setDuty",
            Map.of(
                "requestId",
                Reports.uuid(),
                "duty",
                Map.of(
                    "desk", "LIAISON_DESK",
                    "role", "OFFICER_A",
                    "name", "测试值班员",
                    "phone", "000-9990002")))
        .ok();
    assertThat(command.get("/v1/institutions/" + id + "/roster").ok().text("duties.0.phone"))
        .isEqualTo("000-9990002");
    assertThat(officer.get("/v1/institutions/" + id + "/roster").status()).isEqualTo(403);
  }

  /** Files until the copy of who is there has come so far; it is asked for every second. */
  private Reply filedAs(String reach, int accountsOf) {
    Reply[] last = new Reply[1];
    Waiting.until(
        reach,
        PATIENCE,
        () -> {
          last[0] = Reports.file(officer, Reports.uuid(), Reports.account(accountsOf)).ok();
          return last[0].text("stopOrders.0.reach.state").equals(reach);
        });
    return last[0];
  }

  private Reply report(String state) {
    return bank.post(
            "/v1/attendance:report",
            Map.of(
                "desk",
                "LIAISON_DESK",
                "page",
                "page-1",
                "state",
                state,
                "soundTested",
                true,
                "requestId",
                Reports.uuid()))
        .ok();
  }

  private Reply attendance() {
    return command.get("/v1/attendance?pageSize=100");
  }

  /** What is said of the bank's desk. */
  private static String desk(Reply attendance, String field) {
    for (JsonNode desk : attendance.ok().at("desks")) {
      if (desk.path("deskPhone").asString("").equals(BANK_PHONE)) {
        return desk.path(field).asString("");
      }
    }
    throw new AssertionError("the bank's desk is not listed");
  }

  private static List<String> kinds(Person by, String desk, String subject) {
    return DeskTasks.on(by, desk)
        .filter(task -> DeskTasks.text(task, "subject").equals(subject))
        .map(task -> DeskTasks.text(task, "kind"))
        .toList();
  }
}
