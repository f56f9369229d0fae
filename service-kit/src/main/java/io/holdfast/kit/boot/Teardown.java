package io.holdfast.kit.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, closed the other way round, whatever fails on the way. */
final class Teardown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Teardown.class);

  private record Step(String name, AutoCloseable part) {}

  private final Deque<Step> steps = new ArrayDeque<>();

  /** Remembers to close {@code part}. */
  synchronized <T extends AutoCloseable> T add(String name, T part) {
    steps.push(new Step(name, part));
    return part;
  }

  @Override
  public synchronized void close() {
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      try {
        step.part().close();
      } catch (Exception e) {
        LOG.warn("{} did not close well", step.name(), e);
      }
    }
  }
}
