package io.holdfast.bench.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The open screens of all banks. */
public final class Screens implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(2);

  private final List<Screen> screens;

  Screens(List<Screen> screens) {
    this.screens = screens;
  }

  /** When the order's task came, in {@link System#nanoTime()}; null: not yet. */
  public @Nullable Long arrival(String order) {
    for (Screen screen : screens) {
      Long arrival = screen.arrivals().get(order);
      if (arrival != null) {
        return arrival;
      }
    }
    return null;
  }

  /** Waits until each of these orders is on a screen; false: not all were within the patience. */
  public boolean allCame(Iterable<String> orders, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    for (String order : orders) {
      while (arrival(order) == null) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        LockSupport.parkNanos(STEP.toNanos());
      }
    }
    return true;
  }

  @Override
  public void close() {
    screens.forEach(Screen::close);
  }
}
