package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A server stream as Server-Sent Events. Each message is an event whose `id` is the message's
 * resume token; a comment every 15 seconds shows that the line is alive; a failure after the first
 * event is an `error` event with the problem; `end` means that nothing went wrong.
 */
public final class EventStreams {
  /** How often a line shows that it is alive. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** A refusal comes faster than this; after it the caller is told that the stream stands. */
  private static final Duration OPEN_AFTER = Duration.ofMillis(500);

  /** Heartbeats a reader may leave unread before the stream is ended. */
  private static final int UNREAD_MAX = 4;

  private static final String RESUME_TOKEN = "resume_token";
  private static final MediaType EVENT_STREAM =
      new MediaType("text", "event-stream", StandardCharsets.UTF_8);

  private final JsonWriter json;
  private final Duration heartbeat;
  private final Mono<?> shutdown;

  /**
   * Streams that end when the gateway stops.
   *
   * @param shutdown completes when the gateway stops
   */
  EventStreams(JsonWriter json, Duration heartbeat, Mono<?> shutdown) {
    this.json = json;
    this.heartbeat = heartbeat;
    this.shutdown = shutdown;
  }

  /** What goes down the line. */
  private sealed interface Frame {}

  private record Line(byte[] text) implements Frame {}

  private record Failed(Throwable failure) implements Frame {}

  private record End(String why) implements Frame {}

  /**
   * Sends the stream.
   *
   * @param life how long the caller's token is still good
   */
  Mono<Void> send(
      ServerWebExchange exchange, Binding binding, Flux<DynamicMessage> messages, Duration life) {
    AtomicInteger unread = new AtomicInteger();
    Flux<Frame> events =
        messages
            .<Frame>map(message -> new Line(event(binding, message)))
            .concatWithValues(new End("DONE"))
            .onErrorResume(failure -> Mono.just(new Failed(failure)));
    Flux<Frame> open = Mono.delay(OPEN_AFTER).<Frame>map(_ -> comment("open")).flux();
    Flux<Frame> beats =
        Flux.interval(heartbeat)
            .onBackpressureDrop(_ -> unread.incrementAndGet())
            .handle(
                (_, sink) -> {
                  unread.set(0);
                  sink.next(comment("alive"));
                });
    // Not a frame but a failure: a line that is not read takes no frames.
    Flux<Frame> stuck =
        Flux.interval(heartbeat)
            .filter(_ -> unread.get() >= UNREAD_MAX)
            .next()
            .doOnNext(_ -> breakOff(exchange))
            .<Frame>flatMap(_ -> Mono.error(Refusal.of(Refusal.Reason.SLOW_READER)))
            .flux();
    Flux<Frame> ends =
        Flux.merge(
                Mono.delay(life).<Frame>map(_ -> new End("TOKEN_EXPIRED")),
                shutdown.<Frame>map(_ -> new End("SHUTDOWN")))
            .take(1);
    return Flux.merge(1, events, open, beats, ends, stuck)
        .takeUntil(frame -> !(frame instanceof Line))
        .switchOnFirst(
            (first, all) ->
                first.get() instanceof Failed(Throwable failure)
                    ? all.thenMany(Mono.<Void>error(failure))
                    : write(exchange, all))
        .then();
  }

  /** What waits to be written would hold the connection, and the caller's place, until it is. */
  private static void breakOff(ServerWebExchange exchange) {
    Visit.of(exchange).refused(Refusal.Reason.SLOW_READER.name());
    HttpServerResponse server =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    server.withConnection(
        connection -> {
          var _ = connection.channel().close();
        });
  }

  private Flux<Void> write(ServerWebExchange exchange, Flux<Frame> frames) {
    ServerHttpResponse response = exchange.getResponse();
    response.getHeaders().setContentType(EVENT_STREAM);
    response.getHeaders().setCacheControl("no-store");
    response.getHeaders().set("X-Accel-Buffering", "no");
    Flux<Mono<DataBuffer>> lines =
        frames.map(frame -> Mono.just(response.bufferFactory().wrap(text(exchange, frame))));
    return response.writeAndFlushWith(lines).flux();
  }

  private static byte[] text(ServerWebExchange exchange, Frame frame) {
    return switch (frame) {
      case Line(byte[] text) -> text;
      case End(String why) ->
          lines("end", null, ("{\"reason\":\"" + why + "\"}").getBytes(StandardCharsets.UTF_8));
      case Failed(Throwable failure) ->
          lines("error", null, Answers.problemJson(exchange, Answers.problemOf(exchange, failure)));
    };
  }

  private byte[] event(Binding binding, DynamicMessage message) {
    FieldDescriptor token = message.getDescriptorForType().findFieldByName(RESUME_TOKEN);
    String id = token == null ? null : (String) message.getField(token);
    return lines("message", id, json.write(message, binding.responseBody()));
  }

  private static byte[] lines(String event, @Nullable String id, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 64);
    out.writeBytes(("event: " + event + "\n").getBytes(StandardCharsets.UTF_8));
    if (id != null
        && !id.isEmpty()
        && id.chars().noneMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      out.writeBytes(("id: " + id + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(data);
    out.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static Line comment(String text) {
    return new Line((": " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
  }
}
