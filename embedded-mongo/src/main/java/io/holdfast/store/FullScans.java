package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the queries that no index served, and remembers their shapes (field names, never values).
 */
final class FullScans {

  private static final Logger log = LoggerFactory.getLogger(FullScans.class);

  /** Enough to see what is missing; a store with more shapes than this has another problem. */
  private static final int SHAPES_MAX = 100;

  private final LongAdder count = new LongAdder();
  private final Map<String, LongAdder> shapes = new ConcurrentHashMap<>();

  void count(String namespace, Document filter) {
    count.increment();
    String shape = namespace + " " + filter.keySet();
    LongAdder known = shapes.get(shape);
    if (known != null) {
      known.increment();
    } else if (shapes.size() < SHAPES_MAX) {
      log.info("full scan: {}", shape);
      shapes.computeIfAbsent(shape, _ -> new LongAdder()).increment();
    }
  }

  long total() {
    return count.sum();
  }

  Map<String, Long> byShape() {
    Map<String, Long> result = new TreeMap<>();
    shapes.forEach((shape, times) -> result.put(shape, times.sum()));
    return result;
  }
}
