package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.Metadata;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.RouteTrie;
import io.holdfast.gateway.security.Caller;
import io.holdfast.gateway.upstream.GrpcCalls;
import io.holdfast.gateway.upstream.Upstreams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The REST face: one request becomes one gRPC call, by what the contract says of its route. */
public final class RestFilter {
  /** Bytes of a JSON body at most. */
  public static final int BODY_MAX = 1024 * 1024;

  private static final Duration UNARY_DEADLINE = Duration.ofSeconds(10);
  private static final Duration UPLOAD_DEADLINE = Duration.ofMinutes(2);

  /** A service ends its streams at the token's end itself; this only catches one that does not. */
  private static final Duration STREAM_GRACE = Duration.ofSeconds(5);

  private static final int EVENT_ID_MAX = 1_024;
  private static final byte[] NOTHING = new byte[0];
  private static final String REQUEST_ID = "request_id";
  private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  private static final Metadata.Key<String> LANGUAGE = key("accept-language");

  private final RequestReader reader;
  private final JsonWriter writer;
  private final EventStreams streams;
  private final GrpcCalls calls;
  private final Upstreams upstreams;
  private final CallerLimits limits;
  private final Traces traces;
  private final InstantSource clock;

  /**
   * The REST face of a contract.
   *
   * @param heartbeat how often an open stream shows that it is alive
   * @param shutdown gives a value when the gateway stops
   */
  public RestFilter(
      Contract contract,
      GrpcCalls calls,
      Upstreams upstreams,
      CallerLimits limits,
      Traces traces,
      InstantSource clock,
      Duration heartbeat,
      Mono<?> shutdown) {
    this.reader = new RequestReader(contract);
    this.writer = new JsonWriter(contract.types());
    this.streams = new EventStreams(writer, heartbeat, shutdown);
    this.calls = calls;
    this.upstreams = upstreams;
    this.limits = limits;
    this.traces = traces;
    this.clock = clock;
  }

  /** Answers a request whose route is known and whose caller is. */
  public Mono<Void> answer(
      ServerWebExchange exchange, RouteTrie.Found<Binding> found, Caller caller) {
    return switch (found.target().kind()) {
      case UNARY -> unary(exchange, found);
      case STREAM -> stream(exchange, found, caller);
      case UPLOAD -> upload(exchange, found);
      case DOWNLOAD -> download(exchange, found);
    };
  }

  private Mono<Void> unary(ServerWebExchange exchange, RouteTrie.Found<Binding> found) {
    Binding binding = found.target();
    return request(exchange, found)
        .flatMap(
            request ->
                calls.unary(
                    upstreams.get(binding.service()),
                    binding.call(),
                    request,
                    () -> metadata(exchange),
                    UNARY_DEADLINE,
                    repeatable(binding, request)))
        .flatMap(
            answer -> {
              exchange.getResponse().getHeaders().setCacheControl("no-store");
              return Answers.write(
                  exchange,
                  200,
                  MediaType.APPLICATION_JSON,
                  writer.write(answer, binding.responseBody()));
            });
  }

  private Mono<Void> stream(
      ServerWebExchange exchange, RouteTrie.Found<Binding> found, Caller caller) {
    Binding binding = found.target();
    Duration life = Duration.between(clock.instant(), caller.expireTime());
    String lastEvent = exchange.getRequest().getHeaders().getFirst("Last-Event-ID");
    return request(exchange, found)
        .map(request -> lastEvent == null ? request : resumed(request, lastEvent))
        .flatMap(
            request ->
                Mono.using(
                    () -> {
                      limits.openStream(caller.subject());
                      return caller;
                    },
                    _ ->
                        streams.send(
                            exchange,
                            binding,
                            calls.stream(
                                upstreams.get(binding.service()),
                                binding.call(),
                                request,
                                metadata(exchange),
                                life.plus(STREAM_GRACE)),
                            life.isNegative() ? Duration.ZERO : life),
                    open -> limits.closeStream(open.subject())));
  }

  private static DynamicMessage resumed(DynamicMessage request, String lastEvent) {
    if (lastEvent.length() > EVENT_ID_MAX) {
      throw Refusal.field("Last-Event-ID", "TOO_LONG", "expected: an id this stream sent");
    }
    return RequestReader.resumed(request, lastEvent);
  }

  private Mono<Void> upload(ServerWebExchange exchange, RouteTrie.Found<Binding> found) {
    Binding binding = found.target();
    ServerHttpRequest http = exchange.getRequest();
    if (http.getHeaders().getContentLength() > Uploads.FILE_MAX) {
      return Mono.error(Uploads.tooLarge(Uploads.FILE_MAX));
    }
    DynamicMessage first =
        Uploads.named(
            reader.read(binding, found.variables(), http.getQueryParams(), NOTHING),
            http.getHeaders());
    Flux<DataBuffer> body = http.getBody();
    return calls
        .upload(
            upstreams.get(binding.service()),
            binding.call(),
            Uploads.parts(binding, first, body),
            metadata(exchange),
            UPLOAD_DEADLINE)
        .flatMap(
            answer ->
                Answers.write(
                    exchange,
                    200,
                    MediaType.APPLICATION_JSON,
                    writer.write(answer, binding.responseBody())));
  }

  private Mono<Void> download(ServerWebExchange exchange, RouteTrie.Found<Binding> found) {
    Binding binding = found.target();
    return request(exchange, found)
        .flatMap(
            request ->
                Downloads.send(
                    exchange,
                    calls.stream(
                        upstreams.get(binding.service()),
                        binding.call(),
                        request,
                        metadata(exchange),
                        UPLOAD_DEADLINE)));
  }

  private Mono<DynamicMessage> request(ServerWebExchange exchange, RouteTrie.Found<Binding> found) {
    Binding binding = found.target();
    ServerHttpRequest http = exchange.getRequest();
    if (binding.body() instanceof Binding.NoBody) {
      return Mono.fromSupplier(
          () -> reader.read(binding, found.variables(), http.getQueryParams(), NOTHING));
    }
    HttpHeaders headers = http.getHeaders();
    if (headers.getContentLength() > BODY_MAX) {
      return Mono.error(Uploads.tooLarge(BODY_MAX));
    }
    boolean empty =
        headers.getContentLength() == 0
            || (headers.getContentLength() < 0
                && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null);
    if (!empty && !json(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      return Mono.error(Refusal.of(Refusal.Reason.MEDIA_TYPE_UNSUPPORTED));
    }
    return DataBufferUtils.join(http.getBody(), BODY_MAX)
        .map(RestFilter::bytes)
        .defaultIfEmpty(NOTHING)
        .map(body -> reader.read(binding, found.variables(), http.getQueryParams(), body));
  }

  private static byte[] bytes(DataBuffer buffer) {
    try {
      byte[] bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      return bytes;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private static boolean json(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private Metadata metadata(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    Metadata metadata = new Metadata();
    for (Map.Entry<Metadata.Key<String>, String> each :
        List.of(
            Map.entry(AUTHORIZATION, HttpHeaders.AUTHORIZATION),
            Map.entry(LANGUAGE, HttpHeaders.ACCEPT_LANGUAGE))) {
      String value = headers.getFirst(each.getValue());
      if (value != null) {
        metadata.put(each.getKey(), value);
      }
    }
    traces.pass(Visit.of(exchange).span(), metadata);
    return metadata;
  }

  /** A read, or a change whose request_id makes the second try the first one's answer. */
  private static boolean repeatable(Binding binding, DynamicMessage request) {
    if (binding.httpMethod().equals("GET")) {
      return true;
    }
    FieldDescriptor id = request.getDescriptorForType().findFieldByName(REQUEST_ID);
    return id != null
        && id.getType() == FieldDescriptor.Type.STRING
        && !((String) request.getField(id)).isEmpty();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
