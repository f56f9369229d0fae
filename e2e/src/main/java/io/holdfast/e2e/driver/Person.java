package io.holdfast.e2e.driver;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody at a desk, with his own token. */
public final class Person {
  private final World world;
  private final String name;
  private final Supplier<World.Token> login;
  private World.@Nullable Token token;

  Person(World world, String name, Supplier<World.Token> login) {
    this.world = world;
    this.name = name;
    this.login = login;
  }

  /** The user name. */
  public String name() {
    return name;
  }

  /** Reads. */
  public Reply get(String path) {
    return world.send(authorised(path).GET().build());
  }

  /** Does something; {@code body} is written as JSON. */
  public Reply post(String path, Map<String, ?> body) {
    return world.send(
        authorised(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(World.JSON.writeValueAsBytes(body)))
            .build());
  }

  /** Uploads raw bytes. */
  public Reply upload(String path, String contentType, byte[] bytes) {
    return world.send(
        authorised(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build());
  }

  /** Watches a stream, from {@code lastEventId} on if that is not empty. */
  public EventStream watch(String path, String lastEventId) {
    HttpRequest.Builder request = authorised(path).header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return EventStream.open(world.http(), request.GET().build());
  }

  private HttpRequest.Builder authorised(String path) {
    return world
        .request(path)
        .header("Authorization", "Bearer " + bearer())
        .header("Accept-Language", "zh-CN");
  }

  private synchronized String bearer() {
    World.Token current = token;
    if (current == null || System.nanoTime() - current.renewAt() > 0) {
      current = login.get();
      token = current;
    }
    return current.text();
  }
}
