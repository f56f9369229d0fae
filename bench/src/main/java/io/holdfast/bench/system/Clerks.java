package io.holdfast.bench.system;

import io.holdfast.bench.figure.Percentiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Those at the banks. Each order is acknowledged and answered at once: half of a report's money has
 * moved on to an account of the next bank, whose order is answered as stopped. How long the next
 * layer takes is measured from the answer that names it to its task on a screen.
 */
public final class Clerks implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(5);
  private static final long HALF_FEN = 500_000;

  private final Reports reports;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

  /** When the answer that names an account was given, by the account. */
  private final Map<String, Long> named = new ConcurrentHashMap<>();

  private final Percentiles nextLayers = new Percentiles();
  private final AtomicInteger openLayers = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

  /** Who answer these reports. */
  public Clerks(Reports reports) {
    this.reports = reports;
  }

  void answer(Person bank, String order) {
    long arrival = System.nanoTime();
    underWay.incrementAndGet();
    hands.execute(
        () -> {
          try {
            answered(bank, order, arrival);
          } catch (RuntimeException e) {
            refusal.compareAndSet(null, String.valueOf(e.getMessage()));
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  private void answered(Person bank, String order, long arrival) {
    String path = "/v1/stopOrders/" + order;
    JsonNode taken = bank.post(path + ":acknowledge", Map.of("requestId", Town.uuid()));
    String account = taken.path("accountNumber").asString();
    Long since = named.remove(account);
    List<Map<String, Object>> outflows = new ArrayList<>();
    if (since != null) {
      nextLayers.add(arrival - since);
    } else {
      String next = reports.accountAfter(account);
      outflows.add(movedTo(next, taken));
      named.put(next, System.nanoTime());
      openLayers.incrementAndGet();
    }
    bank.post(path + ":recordStop", stopped(account, taken, outflows));
    if (since != null) {
      openLayers.decrementAndGet();
    }
  }

  private static Map<String, Object> movedTo(String account, JsonNode taken) {
    return Map.of(
        "kind",
        "TO_ACCOUNT",
        "payee",
        Map.of("kind", "CARD", "accountNumber", account, "accountName", "测试二级收款人"),
        "amountFen",
        Long.toString(HALF_FEN),
        "outflowTime",
        paid(taken).plusSeconds(60).toString());
  }

  private static Map<String, Object> stopped(
      String account, JsonNode taken, List<Map<String, Object>> outflows) {
    String amount = taken.path("amountFen").asString();
    return Map.of(
        "requestId",
        Town.uuid(),
        "record",
        Map.of(
            "accountName",
            taken.path("accountName").asString(),
            "accountNumber",
            account,
            "credits",
            List.of(Map.of("amountFen", amount, "bookingTime", paid(taken).toString()))),
        "balanceBeforeFen",
        Long.toString(HALF_FEN),
        "heldFen",
        Long.toString(HALF_FEN),
        "outflows",
        outflows,
        "operator",
        Map.of("name", "测试操作员"));
  }

  private static Instant paid(JsonNode taken) {
    return Instant.parse(taken.path("transfers").path(0).path("transferTime").asString());
  }

  /**
   * Waits until each next layer has come and is answered; false: not all within the patience, or
   * somebody was refused.
   */
  public boolean allAnswered(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (openLayers.get() > 0 || underWay.get() > 0) {
      if (refusal.get() != null || System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
    return refusal.get() == null;
  }

  /** What was said to the first who was refused; empty: nobody was. */
  public String refused() {
    String first = refusal.get();
    return first == null ? "" : "; REFUSED: " + first;
  }

  /** From the answer that names an account to its order's task on the screen. */
  public Percentiles nextLayers() {
    return nextLayers;
  }

  @Override
  public void close() {
    hands.close();
  }
}
