package io.holdfast.e2e.driver;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Server-sent events, read in the background. */
public final class EventStream implements AutoCloseable {
  /**
   * One event.
   *
   * @param type {@code message}, {@code error} or {@code end}
   * @param id what to resume after; empty where the event has none
   * @param arrival by {@link System#nanoTime()}
   */
  public record Item(String type, String id, JsonNode data, long arrival) {}

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>(100_000);
  private final Stream<String> lines;
  private volatile String lastId = "";
  private volatile boolean ended;

  private EventStream(Stream<String> lines) {
    this.lines = lines;
  }

  static EventStream open(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        try (Stream<String> body = response.body()) {
          throw new IllegalStateException(
              "stream refused: " + response.statusCode() + ' ' + body.limit(5).toList());
        }
      }
      var stream = new EventStream(response.body());
      Thread.ofVirtual().name("event-stream").start(stream::read);
      return stream;
    } catch (IOException e) {
      throw new World.Unreachable(request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void read() {
    String type = "message";
    String id = "";
    var data = new StringBuilder();
    try {
      Iterator<String> all = lines.iterator();
      while (all.hasNext()) {
        String line = all.next();
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            take(type, id, data.toString());
          }
          type = "message";
          id = "";
          data.setLength(0);
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        }
      }
    } catch (RuntimeException e) {
      // A cut connection: what came whole has been taken; the reader resumes.
    } finally {
      ended = true;
    }
  }

  private void take(String type, String id, String data) {
    if (!id.isEmpty()) {
      lastId = id;
    }
    items.add(new Item(type, id, World.JSON.readTree(data), System.nanoTime()));
  }

  /** What to resume after. */
  public String lastId() {
    return lastId;
  }

  /** Whether the stream is over and everything in it was taken out. */
  public boolean ended() {
    return ended && items.isEmpty();
  }

  /** The next event, waiting at most {@code patience}; null if none came. */
  public @Nullable Item next(Duration patience) {
    try {
      return items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** The next event that satisfies {@code wanted}; those before it are passed over. */
  public Item await(String what, Duration patience, Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      Item item = next(left);
      if (item == null) {
        throw new IllegalStateException("not on the stream within " + patience + ": " + what);
      }
      if (item.type().equals("message") && wanted.test(item.data())) {
        return item;
      }
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
