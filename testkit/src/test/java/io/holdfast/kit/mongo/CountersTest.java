package io.holdfast.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CountersTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @Test
  void noGapsAndEachDrawerKnown() {
    var counters = new Counters(stores.fresh());
    assertThat(counters.draw("receipt", "a")).isEqualTo(1);
    assertThat(counters.draw("receipt", "b")).isEqualTo(2);
    assertThat(counters.draw("receipt", "a")).isEqualTo(1);
    assertThat(counters.draw("receipt", "c")).isEqualTo(3);
  }

  @Test
  void manyDrawAtOnceInTwoProcessesAndEachNumberHasOneOwner() throws Exception {
    MongoStore store = stores.fresh();
    var processes = List.of(new Counters(store), new Counters(store));
    List<Callable<Long>> drawers =
        IntStream.range(0, 200)
            .<Callable<Long>>mapToObj(
                i -> () -> processes.get(i % 2).draw("receipt", "drawer-" + i))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(drawers).stream().map(Future::resultNow))
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    }
  }

  @Test
  void whoeverHeldTheHeadOfTheLineFailsAlone() throws Exception {
    var go = new CountDownLatch(1);
    var asked = new AtomicInteger();
    var line =
        new DrawLine(
            drawers -> {
              if (asked.getAndIncrement() == 0) {
                pass(go);
                throw new IllegalStateException("his deadline");
              }
              return drawers.stream().collect(Collectors.toMap(drawer -> drawer, _ -> 7L));
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Long> failing = threads.submit(() -> line.draw("a"));
      Eventually.holds("the first draws", () -> asked.get() == 1);
      Future<Long> waiting = threads.submit(() -> line.draw("b"));
      go.countDown();
      assertThatThrownBy(failing::get).hasMessageContaining("his deadline");
      assertThat(waiting.get()).isEqualTo(7L);
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
