package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.EventStream;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * One process away: nothing waits for it that need not, and after its return everything arrives
 * once.
 */
@Order(4)
final class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WATCH = "/v1/tasks:watch?desk=LIAISON_DESK";

  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("qian.bank");

  @Test
  void withoutFreezeServiceReportsAreTakenAndTheirOrdersArriveOnceAfterIt() {
    arrivesOnceAfter("freeze");
  }

  @Test
  void withoutLiaisonServiceReportsAreTakenAndTheirOrdersArriveOnceAfterIt() {
    arrivesOnceAfter("liaison");
  }

  @Test
  void withoutKeycloakNoStopIsLate() {
    officer.get("/v1/cases?pageSize=1").ok();
    try (EventStream desk = bank.watch(WATCH, "")) {
      system.kill("keycloak");
      Reply filed = Reports.file(officer, Reports.uuid(), Reports.account(1)).ok();
      String order = Reports.order(filed, 0);
      desk.await("the order", PATIENCE, data -> subject(data).endsWith(order));
    } finally {
      system.start("keycloak");
    }
  }

  @Test
  void aReportCutOffWithCaseServiceIsTakenOnceWhenItIsRepeated() {
    String requestId = Reports.uuid();
    String payee = Reports.account(1);
    var body = Reports.body(requestId, payee);
    Thread killer = Thread.ofVirtual().start(() -> system.kill("case"));
    try {
      officer.post("/v1/cases", body);
    } catch (World.Unreachable e) {
      // The connection may be cut: the officer's browser repeats the request.
    }
    Waiting.until("killed", PATIENCE, () -> !killer.isAlive());
    system.start("case");
    Reply filed = Waiting.patiently(PATIENCE, () -> officer.post("/v1/cases", body).ok());
    Reply again = officer.post("/v1/cases", body).ok();
    assertThat(again.text("id")).isEqualTo(filed.text("id"));
    assertThat(again.text("receiptNumber")).isEqualTo(filed.text("receiptNumber"));
  }

  private void arrivesOnceAfter(String process) {
    List<String> orders = new ArrayList<>();
    String token = bank.get("/v1/tasks?desk=LIAISON_DESK&pageSize=1").ok().text("watchToken");
    system.kill(process);
    long slowest = 0;
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      Reply filed = Reports.file(officer, Reports.uuid(), Reports.account(1)).ok();
      slowest = Math.max(slowest, System.nanoTime() - begun);
      orders.add(Reports.order(filed, 0));
    }
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
    system.start(process);
    Set<String> opened = new HashSet<>();
    List<String> twice = new ArrayList<>();
    EventStream desk = Waiting.patiently(PATIENCE, () -> bank.watch(WATCH, token));
    try (desk) {
      Waiting.until(
          "all orders on the stream after " + process,
          PATIENCE,
          () -> {
            EventStream.Item item = desk.next(Duration.ofMillis(200));
            if (item != null && item.type().equals("message")) {
              note(item, orders, opened, twice);
            }
            return opened.size() == orders.size();
          });
    }
    assertThat(twice).isEmpty();
  }

  private static void note(
      EventStream.Item item, List<String> orders, Set<String> opened, List<String> twice) {
    String subject = subject(item.data());
    boolean first = item.data().at("/task/urgency").asInt(0) == 0;
    boolean open = item.data().at("/task/state").asString("").equals("OPEN");
    for (String order : orders) {
      if (subject.endsWith(order) && first && open && !opened.add(order)) {
        twice.add(order);
      }
    }
  }

  private static String subject(tools.jackson.databind.JsonNode data) {
    return data.at("/task/subject").asString("");
  }
}
