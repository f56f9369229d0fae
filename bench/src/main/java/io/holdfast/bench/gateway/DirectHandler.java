package io.holdfast.bench.gateway;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.holdfast.gateway.security.SigningKeys;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.upstream.EventLoops;
import io.holdfast.proto.liaison.v1.GetInstitutionRequest;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/**
 * What one would write without a gateway: a WebFlux handler for one method, with the gateway's own
 * token check and threads, that asks the service through generated code. It has no limits, breaker,
 * retries, traces, log or metrics.
 */
public final class DirectHandler {
  private static final long DEADLINE_SECONDS = 10;
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final EventLoops loops;
  private final TokenCheck tokens;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final JsonFormat.Printer printer =
      JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();

  private DirectHandler(EventLoops loops, TokenCheck tokens, String target) {
    this.loops = loops;
    this.tokens = tokens;
    for (EventLoop loop : loops.loops()) {
      channels.add(
          NettyChannelBuilder.forTarget(target)
              .usePlaintext()
              .eventLoopGroup(loop)
              .channelType(loops.socketType())
              .directExecutor()
              .disableRetry()
              .build());
    }
  }

  /** Serves until it is killed: {@code PORT LIAISON_TARGET ISSUER AUDIENCE}. */
  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    EventLoops loops = new EventLoops(Math.max(2, Runtime.getRuntime().availableProcessors()));
    String issuer = arguments[2];
    SigningKeys keys =
        new SigningKeys(
            URI.create(issuer + "/protocol/openid-connect/certs"),
            clock,
            HttpClient.newConnection().runOn(loops.resources()));
    keys.start();
    DirectHandler handler =
        new DirectHandler(loops, new TokenCheck(keys, issuer, arguments[3], clock), arguments[1]);
    HttpServer.create()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .runOn(loops.resources())
        .handle(
            new ReactorHttpHandlerAdapter(
                RouterFunctions.toHttpHandler(
                    route().GET("/v1/institutions/{id}", handler::get).build())))
        .bindNow()
        .onDispose()
        .block();
  }

  private Mono<ServerResponse> get(ServerRequest request) {
    String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
    return tokens
        .check(authorization)
        .flatMap(
            _ -> ask(request.pathVariable("id"), Objects.requireNonNullElse(authorization, "")))
        .flatMap(
            institution ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(json(institution)))
        .onErrorResume(_ -> ServerResponse.status(503).build());
  }

  private byte[] json(Institution institution) {
    try {
      return printer.print(institution).getBytes(StandardCharsets.UTF_8);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("unprintable", e);
    }
  }

  private Mono<Institution> ask(String id, String authorization) {
    return Mono.create(
        sink -> {
          Metadata headers = new Metadata();
          headers.put(AUTHORIZATION, authorization);
          ClientCall<GetInstitutionRequest, Institution> call =
              channels
                  .get(loops.here())
                  .newCall(
                      InstitutionsGrpc.getGetInstitutionMethod(),
                      CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
          call.start(
              new ClientCall.Listener<>() {
                private @Nullable Institution answer;

                @Override
                public void onMessage(Institution message) {
                  answer = message;
                }

                @Override
                public void onClose(Status status, Metadata trailers) {
                  if (status.isOk()) {
                    sink.success(answer);
                  } else {
                    sink.error(status.asRuntimeException(trailers));
                  }
                }
              },
              headers);
          call.request(2);
          call.sendMessage(GetInstitutionRequest.newBuilder().setId(id).build());
          call.halfClose();
        });
  }
}
