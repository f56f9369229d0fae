package io.holdfast.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Tokens;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.PaperFile;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.proto.freezing.v1.UploadPaperRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final String TOKEN =
      Tokens.sign(Tokens.person("station", "999001", Role.STATION_OFFICER));

  private final TestOrders orders = new TestOrders();

  @SuppressWarnings("NullAway.Init")
  private Loopback loopback;

  @BeforeEach
  void start() {
    loopback = new Loopback(10, orders);
  }

  @AfterEach
  void stop() throws InterruptedException {
    loopback.close();
  }

  @Test
  void everyMessageArrives() {
    var stub = Loopback.with(StopOrdersGrpc.newBlockingStub(loopback.channel), TOKEN);
    int arrived = 0;
    var pieces = stub.downloadPaper(request(500));
    while (pieces.hasNext()) {
      arrived += pieces.next().getData().isEmpty() ? 0 : 1;
    }
    assertThat(arrived).isEqualTo(500);
  }

  @Test
  void refusalInTheMiddleOfAStreamArrives() {
    var stub = Loopback.with(StopOrdersGrpc.newBlockingStub(loopback.channel), TOKEN);
    var pieces = stub.downloadPaper(request(13));
    assertThatThrownBy(
            () -> {
              while (pieces.hasNext()) {
                pieces.next();
              }
            })
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    assertThat(orders.sent).hasValue(13);
  }

  @Test
  void slowReaderHoldsTheSenderBackAndItsLeavingEndsIt() throws Exception {
    ClientCall<DownloadPaperRequest, HttpBody> call =
        loopback.channel.newCall(
            StopOrdersGrpc.getDownloadPaperMethod(), io.grpc.CallOptions.DEFAULT);
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + TOKEN);
    call.start(new ClientCall.Listener<>() {}, headers);
    call.sendMessage(request(10_000));
    call.halfClose();
    call.request(1);

    eventually(() -> orders.sent.get() > 0);
    int before = -1;
    while (orders.sent.get() != before) {
      before = orders.sent.get();
      TimeUnit.MILLISECONDS.sleep(300);
    }
    assertThat(before).isLessThan(1_000);

    call.cancel("enough", null);
    eventually(() -> orders.ended.get() != null);
    assertThat(orders.ended.get()).isInstanceOf(CancelledException.class);
    eventually(() -> loopback.serving.running() == 0);
  }

  @Test
  void uploadIsReadPieceByPiece() throws Exception {
    var answer = new Answer();
    var upload = Loopback.with(StopOrdersGrpc.newStub(loopback.channel), TOKEN).uploadPaper(answer);
    for (int i = 0; i < 50; i++) {
      upload.onNext(piece(10_000));
    }
    upload.onCompleted();
    assertThat(answer.get().getSizeBytes()).isEqualTo(500_000);
  }

  @Test
  void refusedUploadEndsAtOnce() {
    var answer = new Answer();
    var upload = Loopback.with(StopOrdersGrpc.newStub(loopback.channel), TOKEN).uploadPaper(answer);
    for (int i = 0; i < 20 && !answer.future.isDone(); i++) {
      upload.onNext(piece(200_000));
    }
    assertThatThrownBy(answer::get)
        .hasCauseInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("INVALID_ARGUMENT");
    upload.onError(Status.CANCELLED.asRuntimeException());
    eventually(() -> loopback.serving.running() == 0);
  }

  @Test
  void invalidPieceIsRefused() {
    var answer = new Answer();
    var upload = Loopback.with(StopOrdersGrpc.newStub(loopback.channel), TOKEN).uploadPaper(answer);
    upload.onNext(piece(300_000));
    assertThatThrownBy(answer::get).hasMessageContaining("INVALID_ARGUMENT");
    eventually(() -> loopback.serving.running() == 0);
  }

  @Test
  void brokenOffUploadFreesItsPlace() {
    var answer = new Answer();
    var upload = Loopback.with(StopOrdersGrpc.newStub(loopback.channel), TOKEN).uploadPaper(answer);
    upload.onNext(piece(10));
    eventually(() -> loopback.serving.running() == 1);
    upload.onError(Status.CANCELLED.asRuntimeException());
    eventually(() -> loopback.serving.running() == 0);
  }

  private static DownloadPaperRequest request(int pieces) {
    return DownloadPaperRequest.newBuilder().setId(TestOrders.ID).setNumber(pieces).build();
  }

  private static UploadPaperRequest piece(int bytes) {
    return UploadPaperRequest.newBuilder().setChunk(ByteString.copyFrom(new byte[bytes])).build();
  }

  private static void eventually(java.util.function.BooleanSupplier condition) {
    for (int i = 0; i < 2_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("not within 10 s");
  }

  private static final class Answer implements StreamObserver<PaperFile> {
    private final CompletableFuture<PaperFile> future = new CompletableFuture<>();

    private @Nullable PaperFile last;

    PaperFile get()
        throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
      return future.get(15, TimeUnit.SECONDS);
    }

    @Override
    public void onNext(PaperFile file) {
      last = file;
    }

    @Override
    public void onError(Throwable thrown) {
      future.completeExceptionally(thrown);
    }

    @Override
    public void onCompleted() {
      future.complete(java.util.Objects.requireNonNull(last));
    }
  }
}
