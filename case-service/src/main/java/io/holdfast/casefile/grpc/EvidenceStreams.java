package io.holdfast.casefile.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.casefile.EvidenceFile;
import io.holdfast.casefile.desk.EvidenceDesk;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.files.Pieces;
import io.holdfast.kit.grpc.Streams;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.casefile.v1.DownloadEvidenceRequest;
import io.holdfast.proto.casefile.v1.Evidence;
import io.holdfast.proto.casefile.v1.UploadEvidenceRequest;
import java.util.Iterator;
import java.util.List;

/** Files in and out, piece by piece. */
public final class EvidenceStreams {
  private final EvidenceDesk desk;
  private final ReadLog reads;

  public EvidenceStreams(EvidenceDesk desk, ReadLog reads) {
    this.desk = desk;
    this.reads = reads;
  }

  Evidence upload(Iterator<UploadEvidenceRequest> messages) {
    if (!messages.hasNext()) {
      // An upload without any message names no case.
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    Call call = Call.current();
    UploadEvidenceRequest first = messages.next();
    EvidenceFile file =
        desk.upload(
            call,
            first.getId(),
            first.getFileName(),
            first.getSha256(),
            new Pieces<>(first, messages, UploadEvidenceRequest::getChunk),
            stored ->
                Mutation.of(
                    call, first.toBuilder().clearChunk().setSha256(stored.sha256()).build()));
    return CaseProtos.toProto(file);
  }

  void download(Call call, DownloadEvidenceRequest request, StreamObserver<HttpBody> answer) {
    EvidenceFile file = desk.find(call, request.getId(), request.getNumber());
    reads.read(call, "cases/" + request.getId(), List.of("evidence/" + file.number()));
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
