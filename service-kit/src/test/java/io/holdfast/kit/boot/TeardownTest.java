package io.holdfast.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TeardownTest {
  @Test
  void closesTheOtherWayRoundWhateverFails() {
    List<String> closed = new ArrayList<>();
    var teardown = new Teardown();
    teardown.add("store", () -> closed.add("store"));
    teardown.add(
        "relay",
        () -> {
          throw new IllegalStateException("测试");
        });
    teardown.add("gRPC", () -> closed.add("gRPC"));
    teardown.close();
    teardown.close();
    assertThat(closed).containsExactly("gRPC", "store");
  }

  @Test
  void storeThatHangsIsUnreadyWithinASecondAndAskedOnce() {
    var hang = new CountDownLatch(1);
    var asked = new AtomicInteger();
    var readiness =
        new Readiness(
            () -> {
              asked.incrementAndGet();
              try {
                if (!hang.await(20, TimeUnit.SECONDS)) {
                  throw new IllegalStateException("nobody let it go on");
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    readiness.open();
    long start = System.nanoTime();
    assertThat(readiness.check()).isFalse();
    assertThat(readiness.check()).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    assertThat(asked).hasValue(1);
    hang.countDown();
  }

  @Test
  void readinessFollowsTheStoreAndEndsWithDraining() throws InterruptedException {
    var gone = new AtomicInteger();
    var readiness =
        new Readiness(
            () -> {
              if (gone.get() > 0) {
                throw new IllegalStateException("gone");
              }
            });
    assertThat(readiness.check()).as("not before the service has started").isFalse();
    readiness.open();
    assertThat(readiness.check()).isTrue();
    gone.set(1);
    TimeUnit.MILLISECONDS.sleep(600);
    assertThat(readiness.check()).isFalse();
    gone.set(0);
    TimeUnit.MILLISECONDS.sleep(600);
    assertThat(readiness.check()).isTrue();
    readiness.drain();
    assertThat(readiness.check()).isFalse();
  }
}
