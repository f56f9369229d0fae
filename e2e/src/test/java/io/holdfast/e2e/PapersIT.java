package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The papers a stop owes: delivered, refused, mended, brought by hand, shared, or never come. */
@Order(9)
final class PapersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person shift = world.login("liu.liaison");
  private final Person bank = world.login("qian.bank");
  private final Person security = world.login("wei.security");

  @Test
  void aRefusedPaperNamesItsDefectAndIsMendedByWhoeverIsOnShift() {
    String order = stopped(Reports.account(1)).getFirst();
    upload(officer, order, "STOP_NOTICE", "一");
    assertThat(officer.post(Reports.path(order, ":deliverPaper"), Script.request()).reason())
        .as("half a delivery stops no clock")
        .isEqualTo("PAPER_INCOMPLETE");
    upload(officer, order, "POLICE_ID_COPY", "一");
    officer.post(Reports.path(order, ":deliverPaper"), Script.request()).ok();
    awaitTask(security, "SECURITY_DESK", "COUNTERSIGN_PAPER", order);
    Reply refused =
        security
            .post(Reports.path(order, ":refusePaper"), Script.request("defect", "测试：公章不清"))
            .ok();
    assertThat(refused.text("paper.state")).isEqualTo("REFUSED");
    awaitTask(shift, "UNIT_DESK", "DELIVER_PAPER", order);
    assertThat(shift.get(Reports.path(order, "")).ok().text("paper.defect")).isEqualTo("测试：公章不清");
    assertThat(shift.post(Reports.path(order, ":deliverPaper"), Script.request()).reason())
        .isEqualTo("PAPER_UNMENDED");
    upload(shift, order, "STOP_NOTICE", "二");
    assertThat(
            shift
                .post(Reports.path(order, ":deliverPaper"), Script.request())
                .ok()
                .text("paper.state"))
        .isEqualTo("DELIVERED");
    assertThat(
            security
                .post(Reports.path(order, ":countersignPaper"), Script.request())
                .ok()
                .text("paper.state"))
        .isEqualTo("COUNTERSIGNED");
  }

  @Test
  void onePaperServesTwoOrdersOfOneBank() {
    List<String> orders = stopped(Reports.account(1), Reports.account(1));
    String first = orders.getFirst();
    String second = orders.getLast();
    upload(officer, first, "STOP_NOTICE", "合");
    upload(officer, first, "POLICE_ID_COPY", "合");
    officer
        .post(
            Reports.path(first, ":deliverPaper"),
            Script.request("otherStopOrders", List.of(second)))
        .ok();
    Reply one = officer.get(Reports.path(first, "")).ok();
    Reply other = officer.get(Reports.path(second, "")).ok();
    assertThat(other.text("paper.state")).isEqualTo("DELIVERED");
    assertThat(other.text("paper.paperNumber")).isEqualTo(one.text("paper.paperNumber"));
    assertThat(other.text("paper.files.0.sha256")).isEqualTo(one.text("paper.files.0.sha256"));
    security.post(Reports.path(first, ":countersignPaper"), Script.request()).ok();
    assertThat(officer.get(Reports.path(second, "")).ok().text("paper.state"))
        .as("each is countersigned by itself")
        .isEqualTo("DELIVERED");
  }

  @Test
  void papersBroughtByHandAreBookedByTheBankWithAPhoto() {
    String order = stopped(Reports.account(1)).getFirst();
    Map<String, Object> handOver =
        Map.of(
            "requestId", Reports.uuid(), "paperNumber", "测止文〔2026〕9号", "officerNumber", "999102");
    assertThat(bank.post(Reports.path(order, ":bookHandOver"), handOver).reason())
        .isEqualTo("PAPER_INCOMPLETE");
    upload(bank, order, "HAND_OVER_PHOTO", "照");
    Reply booked = bank.post(Reports.path(order, ":bookHandOver"), handOver).ok();
    assertThat(booked.text("paper.state")).isEqualTo("DELIVERED");
    assertThat(booked.text("paper.late")).isEqualTo("false");
    assertThat(officer.get(Reports.path(order, "")).ok().text("paper.state"))
        .isEqualTo("DELIVERED");
  }

  @Test
  void papersThatNeverComeGiveTheBankTheRightToRelease() {
    String order = stopped(Reports.account(1)).getFirst();
    Map<String, Object> release = Script.request("reason", "测试：逾期未补文书");
    assertThat(bank.post(Reports.path(order, ":releaseOverdue"), release).reason())
        .isEqualTo("PAPER_NOT_OVERDUE");
    awaitTask(shift, "UNIT_DESK", "DELIVER_PAPER", order);
    Waiting.until(
        "overdue",
        PATIENCE,
        () -> officer.get(Reports.path(order, "")).ok().text("paper.state").equals("OVERDUE"));
    Reply released =
        bank.post(Reports.path(order, ":releaseOverdue"), Script.request("reason", "测试：逾期未补文书"))
            .ok();
    assertThat(released.text("state")).isEqualTo("RELEASED");
    assertThat(released.text("lift.state")).isEqualTo("LIFT_OWED");
    assertThat(
            bank.post(Reports.path(order, ":confirmLift"), Script.request())
                .ok()
                .text("lift.state"))
        .isEqualTo("LIFT_CONFIRMED");
  }

  /** Orders on these accounts of the first bank, stopped. */
  private List<String> stopped(String... payees) {
    Reply filed =
        Waiting.patiently(PATIENCE, () -> Reports.file(officer, Reports.uuid(), payees).ok());
    for (int i = 0; i < payees.length; i++) {
      String order = Reports.order(filed, i);
      String payee = payees[i];
      Waiting.until(
          "on the desk", PATIENCE, () -> bank.get(Reports.path(order, "")).status() == 200);
      Reports.stop(bank, order, payee, 1_000_000).ok();
    }
    return filed
        .at("stopOrders")
        .valueStream()
        .map(each -> DeskTasks.text(each, "stopOrder"))
        .toList();
  }

  private static void upload(Person person, String order, String kind, String version) {
    byte[] pdf =
        ("%PDF-1.4\n% 测试 " + kind + version + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    person
        .upload(
            Reports.path(order, "/papers:upload?kind=" + kind + "&requestId=" + Reports.uuid()),
            "application/pdf",
            pdf)
        .ok();
  }

  private static void awaitTask(Person person, String desk, String kind, String order) {
    Waiting.until(
        kind + " for " + person.name(),
        PATIENCE,
        () -> DeskTasks.has(person, desk, kind, "stopOrders/" + order));
  }
}
