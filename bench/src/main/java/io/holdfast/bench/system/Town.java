package io.holdfast.bench.system;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A station and three banks of the benchmarks' own (测试), created through the API. They lie in a
 * region whose policy has the real limits of hours and days: the demonstration's limits of seconds
 * would fire a clock or two per order while the reports are measured.
 */
public final class Town {
  /** Banks, and payee accounts in each report. */
  public static final int BANKS = 3;

  /** No such county: the prefix alone selects the policy. */
  private static final String REGION = "119999";

  /** Where a bank works its orders off. */
  static final String DESK = "LIAISON_DESK";

  private static final String PASSWORD = "holdfast-bench";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(500);

  private final Http http = new Http();
  private final OwnSystem system;
  private final Person administrator;
  private final List<Person> banks = new ArrayList<>();
  private final Person officer;

  private Town(OwnSystem system) {
    this.system = system;
    this.administrator = new Person(http, system, "admin", "admin-demo");
    this.officer = new Person(http, system, "bench.officer", PASSWORD);
  }

  /** Settles it in a system that has none yet. */
  public static Town settle(OwnSystem system) {
    Town town = new Town(system);
    String station = town.institution("119999000001", "测试基准派出所", "POLICE", "UNIT_DESK");
    town.officer("bench.officer", "STATION_OFFICER", station);
    List<Map<String, Object>> routes = new ArrayList<>();
    for (int bank = 1; bank <= BANKS; bank++) {
      String id = town.institution("11999910000" + bank, "测试基准银行" + bank, "BANK", DESK);
      town.officer("bench.bank" + bank, "BANK_LIAISON", id);
      town.banks.add(new Person(town.http, system, "bench.bank" + bank, PASSWORD));
      routes.add(Map.of("prefix", "99000" + bank, "institution", id));
    }
    town.administrator.post("/v1/routes:import", Map.of("routes", routes, "requestId", uuid()));
    town.awaitProvisioned();
    town.awaitKnown();
    return town;
  }

  private String institution(String code, String name, String kind, String desk) {
    return administrator
        .post(
            "/v1/institutions",
            Map.of(
                "requestId",
                uuid(),
                "institution",
                Map.of(
                    "code", code,
                    "name", name,
                    "kind", kind,
                    "region", REGION,
                    "phone", "000-9999000",
                    "desks", List.of(Map.of("desk", desk, "phone", "000-9999001")))))
        .path("id")
        .asString();
  }

  private void officer(String username, String role, String institution) {
    administrator.post(
        "/v1/officers",
        Map.of(
            "requestId",
            uuid(),
            "initialPassword",
            PASSWORD,
            "officer",
            Map.of(
                "username",
                username,
                "name",
                "测试" + username,
                "officerNumber",
                "T" + Math.floorMod(username.hashCode(), 100_000),
                "institution",
                institution,
                "roles",
                List.of(role))));
  }

  private void awaitProvisioned() {
    patiently(
        () -> {
          for (JsonNode each : administrator.get("/v1/officers?pageSize=100").path("officers")) {
            if (each.path("state").asString("").equals("PROVISIONING")) {
              throw new IllegalStateException("an officer is not in Keycloak yet");
            }
          }
          officer.token();
          banks.forEach(Person::token);
        });
  }

  /** The other services' copies of the directory must have the new station and routes. */
  private void awaitKnown() {
    patiently(
        () -> {
          try (Screens screens = open()) {
            Reports reports = new Reports(this);
            List<String> orders = reports.file(reports.next());
            if (!screens.allCame(orders, Duration.ofSeconds(10))) {
              throw new IllegalStateException("the first orders did not reach their banks");
            }
          }
        });
  }

  private static void patiently(Runnable attempt) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (IllegalStateException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(STEP.toNanos());
      }
    }
  }

  /** Who files the reports. */
  public Person officer() {
    return officer;
  }

  /** All banks' screens, with tokens good for some minutes. */
  public Screens open() {
    return new Screens(banks.stream().map(bank -> bank.watch(DESK, _ -> {})).toList());
  }

  /** All banks' screens, with somebody before each who answers what comes. */
  public Screens open(Clerks clerks) {
    return new Screens(
        banks.stream().map(bank -> bank.watch(DESK, order -> clerks.answer(bank, order))).toList());
  }

  /** Opens so many streams more, at the desks of banks that nothing happens at. */
  public Crowd crowd(int streams) {
    List<Person> watchers = new ArrayList<>();
    for (int i = 1; i <= (streams + Crowd.STREAMS_EACH - 1) / Crowd.STREAMS_EACH; i++) {
      String name = "bench.quiet" + i;
      String code = "1199992%05d".formatted(i);
      officer(name, "BANK_LIAISON", institution(code, "测试基准旁观银行" + i, "BANK", DESK));
      watchers.add(new Person(http, system, name, PASSWORD));
    }
    awaitProvisioned();
    return Crowd.open(watchers, streams);
  }

  /** A metric summed over a process, e.g. {@code store_writes} of the process on 7201. */
  public double metric(String name, int managementPort) {
    String page =
        http.text(URI.create("http://127.0.0.1:" + system.port(managementPort) + "/metrics"));
    double sum = 0;
    boolean found = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith(name + '{') || line.startsWith(name + ' ')) {
        sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        found = true;
      }
    }
    if (!found) {
      throw new IllegalStateException(
          "no metric %s on port %d".formatted(name, system.port(managementPort)));
    }
    return sum;
  }

  static String uuid() {
    return UUID.randomUUID().toString();
  }
}
