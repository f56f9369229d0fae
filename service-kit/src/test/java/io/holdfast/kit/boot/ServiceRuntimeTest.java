package io.holdfast.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.holdfast.kit.boot.Wiring.Wired;
import io.holdfast.kit.crypto.Keys;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.policy.PolicyInvalid;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import io.holdfast.store.EmbeddedMongo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRuntimeTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private final AtomicInteger closed = new AtomicInteger();

  @BeforeEach
  void prepare() {
    Path keys = folder.resolve("keys.json");
    Keys.generate(keys);
    variables.put("HOLDFAST_GRPC_PORT", "0");
    variables.put("HOLDFAST_MANAGEMENT_PORT", "0");
    variables.put("HOLDFAST_KEYS", keys.toString());
    variables.put("HOLDFAST_POLICY", Path.of("..", "policy").toString());
    variables.put("HOLDFAST_PROFILE", "demo");
    variables.put("HOLDFAST_ISSUER", "http://127.0.0.1:1/realms/holdfast");
    variables.put("HOLDFAST_CLIENT_ID", "svc-test");
    variables.put("HOLDFAST_CLIENT_SECRET", "geheim");
  }

  @Test
  void startsServesTellsItsHealthAndStops() throws Exception {
    try (var store = EmbeddedMongo.startTemporary()) {
      variables.put("HOLDFAST_MONGODB_URI", store.uri());
      var runtime = start();
      ManagedChannel channel =
          NettyChannelBuilder.forTarget("127.0.0.1:" + runtime.grpcPort()).usePlaintext().build();
      try {
        assertThat(
                HealthGrpc.newBlockingStub(channel)
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus())
            .isEqualTo(ServingStatus.SERVING);
        assertThatThrownBy(
                () ->
                    EventInboxGrpc.newBlockingStub(channel)
                        .deliverEvents(DeliverEventsRequest.getDefaultInstance()))
            .isInstanceOf(StatusRuntimeException.class)
            .hasMessageContaining("UNAUTHENTICATED");
        assertThat(get(runtime, "/health/live").statusCode()).isEqualTo(200);
        assertThat(get(runtime, "/health/ready").body()).contains("UP");
        assertThat(get(runtime, "/metrics").body())
            .contains("jvm_memory_used_bytes")
            .contains("grpc_server_seconds_count")
            .contains("store_writes");
        assertThat(get(runtime, "/health/ready/x").statusCode()).isEqualTo(404);
        assertThat(get(runtime, "/").statusCode()).isEqualTo(404);
      } finally {
        channel.shutdownNow();
        runtime.close();
      }
      assertThat(closed).hasValue(1);
      assertThatThrownBy(() -> get(runtime, "/health/live")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void turnsUnreadyWhenTheStoreIsGone() throws Exception {
    var store = EmbeddedMongo.startTemporary();
    variables.put("HOLDFAST_MONGODB_URI", store.uri());
    try (var runtime = start()) {
      assertThat(get(runtime, "/health/ready").statusCode()).isEqualTo(200);
      store.close();
      int status = 200;
      for (int i = 0; status == 200 && i < 40; i++) {
        TimeUnit.MILLISECONDS.sleep(250);
        status = get(runtime, "/health/ready").statusCode();
      }
      assertThat(status).isEqualTo(503);
      assertThat(get(runtime, "/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatForbidsTheStartIsNamedAndNothingIsLeft() throws Exception {
    variables.put("HOLDFAST_KEYS", folder.resolve("none.json").toString());
    assertThatThrownBy(this::start).hasMessageContaining("none.json");

    prepareAgain();
    variables.put("HOLDFAST_PROFILE", "production");
    assertThatThrownBy(this::start).isInstanceOf(PolicyInvalid.class);

    prepareAgain();
    try (var store = EmbeddedMongo.startTemporary();
        var taken = new ServerSocket(0)) {
      variables.put("HOLDFAST_MONGODB_URI", store.uri());
      variables.put("HOLDFAST_MANAGEMENT_PORT", Integer.toString(taken.getLocalPort()));
      variables.put("HOLDFAST_BIND", "0.0.0.0");
      assertThatThrownBy(this::start)
          .hasMessageContaining("management port")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  private void prepareAgain() {
    variables.put("HOLDFAST_KEYS", folder.resolve("keys.json").toString());
    variables.put("HOLDFAST_PROFILE", "demo");
  }

  private ServiceRuntime start() {
    return ServiceRuntime.start(
        "test-service",
        "holdfast_test",
        ServiceSettings.fromEnvironment(variables),
        parts -> {
          assertThat(parts.peer(Receiver.CASE_SERVICE).name()).isEqualTo("case-service");
          assertThat(parts.policies().ids()).contains("demo");
          return new Wired(List.of(), List.of(new Nothing()), List.of(closed::incrementAndGet));
        });
  }

  private static HttpResponse<String> get(ServiceRuntime runtime, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + runtime.managementPort() + path))
            .timeout(java.time.Duration.ofSeconds(5))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static final class Nothing implements EventHandler<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public void handle(List<Received<Event>> batch) {}
  }
}
