package io.holdfast.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  @Test
  void returnsWhenDurableAndWritesInGroups() throws Exception {
    List<List<AuditEntry>> written = Collections.synchronizedList(new ArrayList<>());
    var hold = new CountDownLatch(1);
    AuditSink slow =
        entries -> {
          written.add(List.copyOf(entries));
          await(hold);
        };
    try (var log = new AuditLog(slow);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String id = "e" + i;
        calls.add(threads.submit(() -> log.append(List.of(entry(id)))));
      }
      while (written.isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(calls).noneMatch(Future::isDone);
      hold.countDown();
      for (Future<?> call : calls) {
        call.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(written.stream().flatMap(List::stream).map(AuditEntry::id).distinct()).hasSize(50);
    assertThat(written).hasSizeLessThan(50);
  }

  @Test
  void aSinkThatFailsIsTold() {
    AuditSink broken =
        _ -> {
          throw new IllegalStateException("gone");
        };
    try (var log = new AuditLog(broken)) {
      assertThatThrownBy(() -> log.append(List.of(entry("a"))))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.reason()).isEqualTo(KitReason.STORE_UNAVAILABLE));
      log.append(List.of());
    }
  }

  @Test
  void closedLogTakesNothing() {
    var log = new AuditLog(_ -> {});
    log.close();
    assertThatThrownBy(() -> log.append(List.of(entry("a")))).isInstanceOf(Problem.class);
  }

  @Test
  void hashCoversEveryPart() {
    AuditEntry entry = entry("a");
    assertThat(entry.hash()).hasSize(64).isEqualTo(entry("a").hash());
    assertThat(entry("b").hash()).isNotEqualTo(entry.hash());
    var other =
        new AuditEntry(
            "a",
            entry.time(),
            entry.actor(),
            entry.action(),
            entry.subject(),
            List.of("x"),
            entry.outcome(),
            entry.reason(),
            entry.cause(),
            entry.access());
    assertThat(other.hash()).isNotEqualTo(entry.hash());
  }

  @Test
  void methodsHaveShortNames() {
    String method = "holdfast.freezing.v1.StopOrders/RecordStop";
    assertThat(AuditInterceptor.action(method)).isEqualTo("freezing.RecordStop");
    assertThat(AuditInterceptor.collection(method)).isEqualTo("stopOrders");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it go on");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuditEntry entry(String id) {
    return new AuditEntry(
        id,
        Instant.parse("2026-11-21T04:00:00Z"),
        new Actor("sub", "console", "station", "", List.of("auditor")),
        "freezing.GetStopOrder",
        "stopOrders/x",
        List.of(),
        Outcome.READ,
        "",
        "call/0",
        new Access(List.of("station"), List.of("99"), List.of()));
  }
}
