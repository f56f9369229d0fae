package io.holdfast.kit.time;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again until closed. A failure is told and does not end it. */
public final class Rhythm implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);

  private final Thread thread;

  private Rhythm(Thread thread) {
    this.thread = thread;
  }

  /** Does {@code step} now and then again, {@code pause} after it ended. */
  public static Rhythm start(String name, Duration pause, Runnable step) {
    return new Rhythm(Thread.ofVirtual().name(name).start(() -> run(name, pause, step)));
  }

  private static void run(String name, Duration pause, Runnable step) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          step.run();
        } catch (RuntimeException e) {
          LOG.warn("{} failed, again in {} ms: {}", name, pause.toMillis(), e.toString());
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
