package io.holdfast.freezing.stop.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.stop.PaperFile;
import io.holdfast.freezing.stop.desk.PaperDesk;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.files.Pieces;
import io.holdfast.kit.grpc.Streams;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.UploadPaperRequest;
import java.util.Iterator;
import java.util.List;

/** Paper files in and out, piece by piece. */
public final class PaperStreams {
  private final PaperDesk desk;
  private final ReadLog reads;

  public PaperStreams(PaperDesk desk, ReadLog reads) {
    this.desk = desk;
    this.reads = reads;
  }

  io.holdfast.proto.freezing.v1.PaperFile upload(Iterator<UploadPaperRequest> messages) {
    if (!messages.hasNext()) {
      // An upload without any message names no order.
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    Call call = Call.current();
    UploadPaperRequest first = messages.next();
    PaperFile file =
        desk.upload(
            call,
            first.getId(),
            PaperProtos.kind(first.getKind()),
            first.getFileName(),
            first.getSha256(),
            new Pieces<>(first, messages, UploadPaperRequest::getChunk),
            stored ->
                Mutation.of(
                    call, first.toBuilder().clearChunk().setSha256(stored.sha256()).build()));
    return PaperProtos.file(file, true);
  }

  void download(Call call, DownloadPaperRequest request, StreamObserver<HttpBody> answer) {
    PaperFile file = desk.find(call, request.getId(), request.getNumber());
    reads.read(call, "stopOrders/" + request.getId(), List.of("papers/" + file.number()));
    desk.read(
        file,
        piece ->
            Streams.send(
                answer,
                HttpBody.newBuilder()
                    .setContentType(file.contentType())
                    .setData(ByteString.copyFrom(piece))
                    .build()));
    answer.onCompleted();
  }
}
