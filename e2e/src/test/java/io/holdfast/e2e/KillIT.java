package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The same story calm and under fire: any process may die at any instant, also between the delivery
 * of an event and its clearing, and the story ends the same.
 */
@Order(14)
final class KillIT {
  private static final int STORIES = 3;
  private static final int KILLS_MIN = 5;
  private static final int PAUSE_MS_MAX = 4_000;
  private static final List<String> PROCESSES =
      List.of("store", "liaison", "case", "freeze", "gateway");

  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();

  @Test
  void whateverDiesTheStoryEndsTheSame() throws Exception {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("KillIT: -Dholdfast.seed=" + seed);
    PersistentStory.Ending calm = new PersistentStory(world).live();
    var random = new SplittableRandom(seed);
    List<String> killed = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PersistentStory.Ending>> stories = new ArrayList<>();
      for (int i = 0; i < STORIES; i++) {
        Callable<PersistentStory.Ending> story = () -> new PersistentStory(world).live();
        stories.add(threads.submit(story));
      }
      while (killed.size() < KILLS_MIN || !stories.stream().allMatch(Future::isDone)) {
        Waiting.pause(Duration.ofMillis(random.nextInt(PAUSE_MS_MAX)));
        String process = PROCESSES.get(random.nextInt(PROCESSES.size()));
        system.kill(process);
        killed.add(process);
        system.start(process);
      }
      for (Future<PersistentStory.Ending> story : stories) {
        assertThat(story.get(1, TimeUnit.MINUTES)).as("killed: " + killed).isEqualTo(calm);
      }
    }
    System.out.println("KillIT: killed " + killed);
  }
}
