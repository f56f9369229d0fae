package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.holdfast.gateway.trial.FailRequest;
import io.holdfast.gateway.trial.GetThingRequest;
import io.holdfast.gateway.trial.Thing;
import io.holdfast.gateway.trial.ThingsGrpc;
import io.holdfast.gateway.trial.UploadThingRequest;
import io.holdfast.gateway.trial.WatchThingsRequest;
import io.holdfast.gateway.trial.gone.GoneGrpc;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** gRPC callers on the HTTP port. */
class NativeTest {
  private final Door door = Door.shared();
  private final ManagedChannel bare =
      NettyChannelBuilder.forAddress("127.0.0.1", door.port()).usePlaintext().build();
  private final Channel channel = with(door.forge.good("officer-grpc"));

  private Channel with(String token) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(bare, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @AfterEach
  void close() {
    bare.shutdownNow();
  }

  @Test
  void oneQuestionOneAnswer() {
    var things = ThingsGrpc.newBlockingStub(channel);

    assertThat(things.getThing(GetThingRequest.newBuilder().setId("t1").build()).getId())
        .isEqualTo("t1");
    var seen = things.describe(com.google.protobuf.Empty.getDefaultInstance());
    assertThat(seen.getTraceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    assertThat(seen.getLeftMillis()).isBetween(1L, 10_000L);
  }

  @Test
  void theCallersDeadlineGoesThrough() {
    var seen =
        ThingsGrpc.newBlockingStub(channel)
            .withDeadlineAfter(3, TimeUnit.SECONDS)
            .describe(com.google.protobuf.Empty.getDefaultInstance());

    assertThat(seen.getLeftMillis()).isBetween(1L, 3_000L);
  }

  @Test
  void aServerStreamArrivesWhole() {
    List<Integer> numbers = new ArrayList<>();
    ThingsGrpc.newBlockingStub(channel)
        .watchThings(WatchThingsRequest.newBuilder().setCount(2_000).setFilling(500).build())
        .forEachRemaining(each -> numbers.add(each.getNumber()));

    assertThat(numbers).hasSize(2_000).isSorted().endsWith(2_000);
  }

  @Test
  void anUploadArrivesWhole() throws Exception {
    CompletableFuture<Thing> answer = new CompletableFuture<>();
    StreamObserver<UploadThingRequest> upload =
        ThingsGrpc.newStub(channel).uploadThing(new OneAnswer(answer));
    upload.onNext(UploadThingRequest.newBuilder().setId("t1").setFileName("f").build());
    for (int i = 0; i < 40; i++) {
      upload.onNext(
          UploadThingRequest.newBuilder().setChunk(ByteString.copyFrom(new byte[200_000])).build());
    }
    upload.onCompleted();

    assertThat(answer.get(20, TimeUnit.SECONDS).getAmountFen()).isEqualTo(8_000_000);
  }

  private record OneAnswer(CompletableFuture<Thing> answer) implements StreamObserver<Thing> {
    @Override
    public void onNext(Thing thing) {
      answer.complete(thing);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }

  @Test
  void bothSidesSpeakInTurns() throws Exception {
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    StreamObserver<Thing> chat =
        ThingsGrpc.newStub(channel)
            .chat(
                new StreamObserver<>() {
                  @Override
                  public void onNext(Thing thing) {
                    heard.add(thing.getTitle());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    heard.add(Status.fromThrowable(failure).getCode().name());
                  }

                  @Override
                  public void onCompleted() {
                    heard.add("over");
                  }
                });
    for (String word : List.of("a", "b")) {
      chat.onNext(Thing.newBuilder().setTitle(word).build());
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("re: " + word);
    }
    chat.onNext(Thing.newBuilder().setTitle("fail").build());
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void aCallerThatLeavesIsNoticedByTheService() throws Exception {
    int left = door.things.left.get();
    var call =
        ClientCalls.blockingV2ServerStreamingCall(
            channel,
            ThingsGrpc.getWatchThingsMethod(),
            CallOptions.DEFAULT,
            WatchThingsRequest.newBuilder().setCount(1).setStay(true).build());
    assertThat(call.read().getNumber()).isEqualTo(1);
    call.cancel("enough", null);

    StreamTest.eventually(() -> door.things.left.get() > left, "the service hears of it");
  }

  @Test
  void detailsOfARefusalComeBackWhole() {
    var things = ThingsGrpc.newBlockingStub(channel);

    StatusRuntimeException failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            StatusRuntimeException.class,
            () -> things.fail(FailRequest.newBuilder().setHow("state").build()));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(reason(failure)).isEqualTo("THING_WRONG_STATE");
  }

  @Test
  void withoutAGoodTokenNothingGoesThrough() {
    var asked = GetThingRequest.newBuilder().setId("t1").build();

    assertThat(reason(refused(() -> ThingsGrpc.newBlockingStub(bare).getThing(asked))))
        .isEqualTo("TOKEN_MISSING");
    assertThat(
            reason(
                refused(
                    () ->
                        ThingsGrpc.newBlockingStub(with(door.forge.forged("a"))).getThing(asked))))
        .isEqualTo("TOKEN_INVALID");
  }

  @Test
  void internalMethodsEventsAndReflectionAreNotThere() {
    var things = ThingsGrpc.newBlockingStub(channel);
    var events = EventInboxGrpc.newBlockingStub(channel);

    assertThat(refused(() -> things.whisper(GetThingRequest.getDefaultInstance())))
        .extracting(failure -> failure.getStatus().getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(refused(() -> events.deliverEvents(DeliverEventsRequest.getDefaultInstance())))
        .extracting(failure -> failure.getStatus().getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    var reflection =
        ClientCalls.blockingBidiStreamingCall(
            channel, ServerReflectionGrpc.getServerReflectionInfoMethod(), CallOptions.DEFAULT);
    assertThatThrownBy(
            () -> {
              reflection.write(ServerReflectionRequest.newBuilder().setListServices("").build());
              reflection.read();
            })
        .hasMessageContaining("UNIMPLEMENTED");
    assertThat(door.send("POST", "/holdfast.casefile.trial.v1.Things/Whisper", "{}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aServiceThatIsAwayIsUnavailable() {
    assertThat(
            refused(
                    () ->
                        GoneGrpc.newBlockingStub(channel)
                            .ask(com.google.protobuf.Empty.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  private static StatusRuntimeException refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
  }

  private static String reason(StatusRuntimeException failure) {
    try {
      var status = StatusProto.fromThrowable(failure);
      return status == null ? "" : status.getDetails(0).unpack(ErrorInfo.class).getReason();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
