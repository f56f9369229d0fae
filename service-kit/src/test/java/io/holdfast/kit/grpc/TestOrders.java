package io.holdfast.kit.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersResponse;
import io.holdfast.proto.freezing.v1.Match;
import io.holdfast.proto.freezing.v1.MatchStopOrderRequest;
import io.holdfast.proto.freezing.v1.PaperFile;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrderSummary;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersImplBase;
import io.holdfast.proto.freezing.v1.UploadPaperRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Handlers that do what a test wants: answer, refuse, fail, block, stream. */
final class TestOrders extends StopOrdersImplBase {
  static final String ID = "0rder0000000000000000000aa";
  static final StopOrder ORDER =
      StopOrder.newBuilder()
          .setId(ID)
          .setAccountNumber("6222000000000000000")
          .setAccountName("测试")
          .build();
  static final Access ACCESS = new Access(List.of("station"), List.of("99"), List.of("bank"));

  final AtomicInteger sent = new AtomicInteger();
  final AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
  final AtomicReference<String> trace = new AtomicReference<>("");
  final CountDownLatch blocked = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);

  @Override
  public void getStopOrder(GetStopOrderRequest request, StreamObserver<StopOrder> answer) {
    trace.set(Tracing.traceId());
    Call.current().requireReach(ACCESS);
    answer.onNext(ORDER);
    answer.onCompleted();
  }

  @Override
  public void listStopOrders(
      ListStopOrdersRequest request, StreamObserver<ListStopOrdersResponse> answer) {
    answer.onNext(
        ListStopOrdersResponse.newBuilder()
            .addStopOrders(StopOrderSummary.newBuilder().setId(ID))
            .build());
    answer.onCompleted();
  }

  /** Answers late. */
  @Override
  public void acknowledgeStopOrder(
      AcknowledgeStopOrderRequest request, StreamObserver<StopOrder> answer) {
    blocked.countDown();
    await(goOn);
    answer.onNext(StopOrder.getDefaultInstance());
    answer.onCompleted();
  }

  /** A bug, with a personal value in its text. */
  @Override
  public void recordStop(RecordStopRequest request, StreamObserver<StopOrder> answer) {
    throw new IllegalStateException("no entry for 6222000000000000000");
  }

  /** A refusal by way of the observer. */
  @Override
  public void releaseStopOrder(ReleaseStopOrderRequest request, StreamObserver<StopOrder> answer) {
    answer.onError(Problem.of(KitReason.STALE, "etag", "1", "current", "2"));
  }

  /** Another service's refusal, passed on. */
  @Override
  public void matchStopOrder(MatchStopOrderRequest request, StreamObserver<Match> answer) {
    throw Status.OUT_OF_RANGE.withDescription("too far").asRuntimeException();
  }

  /** Sends as many pieces as the number asked for. */
  @Override
  public void downloadPaper(DownloadPaperRequest request, StreamObserver<HttpBody> answer) {
    var piece = HttpBody.newBuilder().setData(ByteString.copyFrom(new byte[64 * 1024])).build();
    try {
      for (int i = 0; i < request.getNumber(); i++) {
        Streams.send(answer, piece);
        sent.incrementAndGet();
        if (Call.current().caller().subject().isEmpty()) {
          throw new IllegalStateException("the call was lost");
        }
      }
      if (request.getNumber() == 13) {
        throw Problem.of(KitReason.FILE_UNKNOWN, "number", "13");
      }
      answer.onCompleted();
    } catch (RuntimeException e) {
      ended.set(e);
      throw e;
    }
  }

  /** Adds up what arrives; kind of the first message decides nothing. */
  @Override
  public StreamObserver<UploadPaperRequest> uploadPaper(StreamObserver<PaperFile> answer) {
    return Streams.receive(
        answer,
        upload -> {
          long size = 0;
          while (upload.hasNext()) {
            size += upload.next().getChunk().size();
            if (size > 1 << 20) {
              throw Problem.of(KitReason.FILE_TOO_LARGE, "limit", "1048576");
            }
          }
          return PaperFile.newBuilder().setSizeBytes(size).build();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it go on");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
