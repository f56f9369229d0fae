package io.holdfast.e2e;

import java.time.InstantSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demonstration's story, checked by its own narrator and an auditor. */
@Order(1)
final class StoryIT {
  @Test
  void theStoryGoesAsTold() {
    Demo.run(RunningSystem.get().world(), System.out, InstantSource.system());
  }
}
