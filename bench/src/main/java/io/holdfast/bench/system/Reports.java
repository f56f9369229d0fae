package io.holdfast.bench.system;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Urgent reports, each with one transfer to a fresh account of each bank (测试). */
public final class Reports {
  /** Before a bank's digit. */
  private static final String PREFIX = "99000";

  /** How many orders are being taken back at once. */
  private static final int AT_A_TIME = 8;

  private static final int BODY_DIGITS = 18;
  private static final long TAILS = 100_000_000_000L;

  private final Person officer;
  private final InstantSource clock = InstantSource.system();
  private final AtomicLong tails = new AtomicLong(clock.millis() % TAILS);

  /** Filed by the town's officer. */
  public Reports(Town town) {
    this.officer = town.officer();
  }

  /** Files a report; the ids of the orders it causes. */
  public List<String> file(Map<String, Object> report) {
    JsonNode answer = officer.post("/v1/cases", report);
    List<String> orders = new ArrayList<>();
    for (JsonNode order : answer.path("stopOrders")) {
      orders.add(order.path("stopOrder").asString());
    }
    if (orders.size() != Town.BANKS) {
      throw new IllegalStateException(
          "orders: %d (expected: %d)".formatted(orders.size(), Town.BANKS));
    }
    return orders;
  }

  /**
   * Takes orders back that nobody has answered, a few at a time. Left alone, each would warn and
   * alarm its desks in the midst of what is measured later.
   */
  public void recall(List<String> orders) {
    var places = new Semaphore(AT_A_TIME);
    List<Future<?>> underWay = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String order : orders) {
        places.acquire();
        underWay.add(
            callers.submit(
                () -> {
                  try {
                    officer.post(
                        "/v1/stopOrders/" + order + ":recall",
                        Map.of("requestId", Town.uuid(), "reason", "测试：基准"));
                  } finally {
                    places.release();
                  }
                }));
      }
      for (Future<?> each : underWay) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an order was not taken back", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The next report. */
  public Map<String, Object> next() {
    Instant paid = clock.instant().minusSeconds(900);
    List<Map<String, Object>> transfers = new ArrayList<>();
    for (int bank = 1; bank <= Town.BANKS; bank++) {
      transfers.add(
          Map.of(
              "amountFen",
              "1000000",
              "transferTime",
              paid.toString(),
              "channel",
              "MOBILE_BANK",
              "payee",
              Map.of(
                  "kind", "CARD",
                  "accountNumber", account(bank),
                  "accountName", "测试收款人")));
    }
    return Map.of(
        "requestId",
        Town.uuid(),
        "urgent",
        true,
        "report",
        Map.of(
            "channel", "WINDOW",
            "fraudType", "FALSE_INVESTMENT",
            "narrative", "测试：基准",
            "victim", Map.of("kind", "PERSON", "name", "测试受害人", "phone", "13900000001"),
            "transfers", transfers));
  }

  /** A fresh account of one of the town's banks, from 1. */
  private String account(int bank) {
    return card(PREFIX + bank);
  }

  /** A fresh account of the bank after the one this account is at. */
  String accountAfter(String account) {
    int bank = account.charAt(PREFIX.length()) - '0';
    return account(bank % Town.BANKS + 1);
  }

  private String card(String prefix) {
    String tail = Long.toString(tails.getAndIncrement() % TAILS);
    String body = prefix + "0".repeat(BODY_DIGITS - prefix.length() - tail.length()) + tail;
    return body + checkDigit(body);
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
