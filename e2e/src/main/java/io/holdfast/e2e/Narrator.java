package io.holdfast.e2e;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;

/** Prints the story as it happens: story time, real time, who, what. */
final class Narrator {
  private final PrintStream out;
  private final StoryClock story;
  private final InstantSource clock;

  Narrator(PrintStream out, StoryClock story, InstantSource clock) {
    this.out = out;
    this.story = story;
    this.clock = clock;
  }

  void line(String who, String what) {
    at(clock.instant(), who, what);
  }

  void at(Instant time, String who, String what) {
    out.printf("%s  %-16s %s%n", story.both(time), who, what);
  }

  void heading(String text) {
    out.println();
    out.println(text);
  }

  /** A duration by {@link System#nanoTime()}. */
  void measured(String what, long from, long to) {
    line("measured", "%s: %.1f ms".formatted(what, (to - from) / 1e6));
  }
}
