package io.holdfast.bench.system;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A bank's open screen: which stop order's task came when. */
public final class Screen implements AutoCloseable {
  private static final String DATA = "data:";
  private static final String STOP = "ANSWER_STOP";

  private final Stream<String> lines;
  private final Consumer<String> onOrder;
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

  private Screen(Stream<String> lines, Consumer<String> onOrder) {
    this.lines = lines;
    this.onOrder = onOrder;
  }

  /**
   * Reads until it is closed.
   *
   * @param onOrder told of each order once, when its task is here; must not block
   */
  static Screen open(Stream<String> lines, Consumer<String> onOrder) {
    Screen screen = new Screen(lines, onOrder);
    Thread.ofVirtual().name("screen").start(screen::read);
    return screen;
  }

  private void read() {
    try {
      Iterator<String> all = lines.iterator();
      while (all.hasNext()) {
        String line = all.next();
        long arrival = System.nanoTime();
        if (line.startsWith(DATA)) {
          JsonNode task = Http.JSON.readTree(line.substring(DATA.length())).path("task");
          // A task that is done is told too, of orders that came long ago.
          if (task.path("kind").asString("").equals(STOP)
              && task.path("state").asString("").equals("OPEN")) {
            String subject = task.path("subject").asString("");
            String order = subject.substring(subject.lastIndexOf('/') + 1);
            if (arrivals.putIfAbsent(order, arrival) == null) {
              onOrder.accept(order);
            }
          }
        }
      }
    } catch (RuntimeException e) {
      // Closed by us, or cut: what did not come is missed by whoever waits for it.
    }
  }

  /** First arrivals by order id, in {@link System#nanoTime()}. */
  public Map<String, Long> arrivals() {
    return arrivals;
  }

  @Override
  public void close() {
    lines.close();
  }
}
