package io.holdfast.bench.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Streams that somebody holds open and nothing happens on: a region's other desks. */
public final class Crowd implements AutoCloseable {
  /** Of one person; the gateway allows 32. */
  static final int STREAMS_EACH = 25;

  private final List<Stream<String>> streams = new ArrayList<>();

  private Crowd() {}

  static Crowd open(List<Person> watchers, int streams) {
    Crowd crowd = new Crowd();
    for (int i = 0; i < streams; i++) {
      Stream<String> lines = watchers.get(i / STREAMS_EACH).stream(Town.DESK);
      crowd.streams.add(lines);
      Thread.ofVirtual().name("quiet").start(() -> drain(lines));
    }
    return crowd;
  }

  private static void drain(Stream<String> lines) {
    try {
      lines.forEach(_ -> {});
    } catch (RuntimeException e) {
      // Closed by us, or cut; nobody waits for anything here.
    }
  }

  @Override
  public void close() {
    streams.forEach(Stream::close);
  }
}
