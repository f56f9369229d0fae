package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.EventStream;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A thousand tasks, twenty watchers, and both the gateway and the service behind it killed
 * meanwhile: each watcher has seen exactly what the store holds, and no change of a task twice.
 */
@Order(20)
final class StreamsIT {
  private static final int REPORTS = 100;
  private static final int ORDERS_PER_REPORT = 10;
  private static final int WATCHERS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String DESK = "/v1/tasks:watch?desk=LIAISON_DESK";

  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();

  @Test
  void everyWatcherSeesEveryTaskOnce() throws InterruptedException, ExecutionException {
    Person bank = world.login("zhou.bank");
    String token = bank.get("/v1/tasks?desk=LIAISON_DESK&pageSize=1").ok().text("watchToken");
    List<Watcher> watchers = new ArrayList<>();
    for (int i = 0; i < WATCHERS; i++) {
      watchers.add(new Watcher(bank, token));
    }
    watchers.forEach(watcher -> Thread.ofVirtual().start(watcher::watch));
    Set<String> orders = fileAll();
    try {
      for (Watcher watcher : watchers) {
        Waiting.until(
            "a watcher has every task", PATIENCE, () -> watcher.subjects().containsAll(orders));
      }
    } finally {
      watchers.forEach(Watcher::stop);
    }
    for (Watcher watcher : watchers) {
      assertThat(watcher.twice()).isEmpty();
      assertThat(watcher.subjects()).containsAll(orders);
    }
    assertThat(inStore(bank, orders)).isEqualTo(orders);
  }

  /**
   * Files in parallel; kills gateway and liaison-service on the way; every report is repeated until
   * it is answered.
   */
  private Set<String> fileAll() throws InterruptedException, ExecutionException {
    Set<String> orders = ConcurrentHashMap.newKeySet();
    Person officer = world.login("chen.officer");
    officer.get("/v1/cases?pageSize=1").ok();
    List<Callable<Void>> filings = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      String victim = i == REPORTS / 3 ? "gateway" : i == REPORTS * 2 / 3 ? "liaison" : "";
      filings.add(
          () -> {
            fileOne(officer, orders);
            if (!victim.isEmpty()) {
              system.kill(victim);
              system.start(victim);
            }
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> filing : threads.invokeAll(filings)) {
        filing.get();
      }
    }
    assertThat(orders).hasSize(REPORTS * ORDERS_PER_REPORT);
    return orders;
  }

  private static void fileOne(Person officer, Set<String> orders) {
    String[] payees = new String[ORDERS_PER_REPORT];
    for (int i = 0; i < payees.length; i++) {
      payees[i] = Reports.account(2);
    }
    Map<String, Object> body = Reports.body(Reports.uuid(), payees);
    Reply filed = Waiting.patiently(PATIENCE, () -> officer.post("/v1/cases", body).ok());
    for (int i = 0; i < payees.length; i++) {
      orders.add(Reports.order(filed, i));
    }
  }

  private static Set<String> inStore(Person bank, Set<String> wanted) {
    Set<String> found = new HashSet<>();
    String page = "";
    do {
      Reply list = bank.get("/v1/tasks?desk=LIAISON_DESK&pageSize=100&pageToken=" + page).ok();
      list.at("tasks").forEach(task -> found.add(order(task)));
      page = list.text("nextPageToken");
    } while (!page.isEmpty());
    found.retainAll(wanted);
    return found;
  }

  private static String order(JsonNode task) {
    String subject = task.path("subject").asString("");
    return subject.substring(subject.lastIndexOf('/') + 1);
  }

  /** Reads a stream and resumes it whenever it is cut. */
  private static final class Watcher {
    private final Person person;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> subjects = ConcurrentHashMap.newKeySet();
    private String token;
    private volatile boolean running = true;

    Watcher(Person person, String token) {
      this.person = person;
      this.token = token;
    }

    void watch() {
      while (running) {
        try (EventStream stream = person.watch(DESK, token)) {
          while (running && !stream.ended()) {
            EventStream.Item item = stream.next(Duration.ofMillis(250));
            if (item != null && item.type().equals("message")) {
              take(item);
            }
          }
        } catch (RuntimeException e) {
          // Cut off or not there yet: resume with the last token.
          Waiting.pause(Duration.ofMillis(250));
        }
      }
    }

    private synchronized void take(EventStream.Item item) {
      token = item.data().path("resumeToken").asString(token);
      JsonNode task = item.data().path("task");
      if (!task.isMissingNode() && !task.isNull()) {
        subjects.add(order(task));
        seen.merge(item.id(), 1, Integer::sum);
      }
    }

    Set<String> subjects() {
      return subjects;
    }

    synchronized List<String> twice() {
      return seen.entrySet().stream()
          .filter(entry -> entry.getValue() > 1)
          .map(Map.Entry::getKey)
          .toList();
    }

    void stop() {
      running = false;
    }
  }
}
