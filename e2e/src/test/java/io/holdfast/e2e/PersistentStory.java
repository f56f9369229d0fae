package io.holdfast.e2e;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * A report, two stops, money followed to a third bank, its stop, and the lapse of all, by people
 * who press again with the same request until they have an answer.
 */
final class PersistentStory {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Set<Integer> NOT_NOW = Set.of(401, 429, 500, 502, 503, 504);

  private final Person officer;
  private final Map<Integer, Person> banks;

  PersistentStory(World world) {
    officer = world.login("chen.officer");
    banks =
        Map.of(
            1, world.login("qian.bank"),
            2, world.login("zhou.bank"),
            3, world.login("zheng.bank"));
  }

  /**
   * What everybody knows in the end.
   *
   * @param kinds of the case's timeline without clocks, sorted; each as often as it stands there
   * @param sums of the money trail, fen
   * @param orders state, layer and bank's answer of each, sorted
   */
  record Ending(List<String> kinds, String sums, List<String> orders) {}

  Ending live() {
    String first = Reports.account(1);
    String other = Reports.account(3);
    String second = Reports.account(2);
    Reply filed = act(officer, "/v1/cases", Reports.body(Reports.uuid(), first, other));
    String caseId = filed.text("id");
    stop(1, Reports.order(filed, 0), first, "测试收款人", 1_000_000, 300_000);
    stop(3, Reports.order(filed, 1), other, "测试收款人", 1_000_000, 1_000_000);
    act(bank(1), Reports.path(Reports.order(filed, 0), ":recordOutflows"), outflow(second));
    String child =
        until(
            officer,
            Reports.path(Reports.order(filed, 0), ""),
            order -> order.text("outflows.0.stopOrder"));
    stop(2, child, second, "测试二级收款人", 600_000, 600_000);
    List<String> orders = List.of(Reports.order(filed, 0), Reports.order(filed, 1), child);
    for (String order : orders) {
      until(
          officer,
          Reports.path(order, ""),
          shown -> shown.text("state").equals("LAPSED") ? "lapsed" : "");
    }
    until(
        officer,
        "/v1/cases/" + caseId,
        shown ->
            kinds(shown).stream().filter("STOP_LAPSED"::equals).count() == orders.size()
                ? "told"
                : "");
    return ending(caseId, orders);
  }

  private Ending ending(String caseId, List<String> orders) {
    Reply shown = read(officer, "/v1/cases/" + caseId);
    List<String> ends = new ArrayList<>();
    for (String order : orders) {
      Reply end = read(officer, Reports.path(order, ""));
      ends.add(
          end.text("state")
              + " layer "
              + end.number("layer")
              + " held "
              + end.number("answer.heldFen")
              + " outflows "
              + end.at("outflows").size());
    }
    ends.sort(null);
    String sums = read(officer, "/v1/moneyTrails/" + caseId).at("sums").toString();
    return new Ending(kinds(shown), sums, ends);
  }

  private static List<String> kinds(Reply shown) {
    return StreamSupport.stream(shown.at("timeline").spliterator(), false)
        .map(entry -> entry.path("kind").asString(""))
        .filter(kind -> !kind.startsWith("CLOCK_"))
        .sorted()
        .toList();
  }

  private Person bank(int number) {
    return Objects.requireNonNull(banks.get(number));
  }

  private void stop(int bank, String order, String payee, String name, long paid, long held) {
    Person liaison = bank(bank);
    until(liaison, Reports.path(order, ""), shown -> shown.text("state"));
    Reply taken =
        act(liaison, Reports.path(order, ":acknowledge"), Map.of("requestId", Reports.uuid()));
    String time = taken.text("transfers.0.transferTime");
    act(
        liaison,
        Reports.path(order, ":recordStop"),
        Map.of(
            "requestId", Reports.uuid(),
            "balanceBeforeFen", Long.toString(held),
            "heldFen", Long.toString(held),
            "operator", Map.of("name", "测试操作员"),
            "record",
                Map.of(
                    "accountName", name,
                    "accountNumber", payee,
                    "credits",
                        List.of(Map.of("amountFen", Long.toString(paid), "bookingTime", time)))));
  }

  private static Map<String, Object> outflow(String payee) {
    return Map.of(
        "requestId",
        Reports.uuid(),
        "outflows",
        List.of(
            new HashMap<String, Object>(
                Map.of(
                    "kind",
                    "TO_ACCOUNT",
                    "amountFen",
                    "600000",
                    "outflowTime",
                    Instant.now().minusSeconds(300).toString(),
                    "payee",
                    Map.of(
                        "kind", "CARD",
                        "accountNumber", payee,
                        "accountName", "测试二级收款人")))));
  }

  /** The same request again and again until somebody has answered it. */
  private static Reply act(Person person, String path, Map<String, ?> body) {
    return answered(() -> person.post(path, body)).ok();
  }

  private static Reply read(Person person, String path) {
    return answered(() -> person.get(path)).ok();
  }

  private static Reply answered(Supplier<Reply> attempt) {
    return Waiting.patiently(
        PATIENCE,
        () -> {
          Reply reply = attempt.get();
          if (NOT_NOW.contains(reply.status()) || reply.reason().equals("BUSY")) {
            throw new IllegalStateException("not now: " + reply.status() + ' ' + reply.reason());
          }
          return reply;
        });
  }

  /**
   * Looks until there is what {@code found} finds; what is not there yet is refused like any
   * other's.
   */
  private static String until(Person person, String path, Function<Reply, String> found) {
    var seen = new String[] {""};
    Waiting.until(
        path,
        PATIENCE,
        () -> {
          Reply reply = answered(() -> person.get(path));
          seen[0] = reply.status() == 200 ? found.apply(reply) : "";
          return !seen[0].isEmpty();
        });
    return seen[0];
  }
}
