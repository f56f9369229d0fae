package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.Paper;
import io.holdfast.freezing.stop.PaperFile;
import io.holdfast.freezing.stop.PaperKind;
import io.holdfast.freezing.stop.PaperState;
import io.holdfast.freezing.stop.PaperState.Delivery;
import io.holdfast.freezing.stop.PaperState.Refusal;
import io.holdfast.freezing.stop.PaperState.Term;
import org.jspecify.annotations.Nullable;

/** Papers as the contract shows them. */
public final class PaperProtos {
  private PaperProtos() {}

  /** The papers of an order. */
  static io.holdfast.proto.freezing.v1.Paper paper(Paper paper, boolean inFull) {
    var out =
        io.holdfast.proto.freezing.v1.Paper.newBuilder()
            .setState(state(paper.state()))
            .addAllFiles(paper.files().stream().map(one -> file(one, inFull)).toList());
    switch (paper.state()) {
      case PaperState.NotOwed _ -> {}
      case PaperState.Owed(var term) -> due(out, term);
      case PaperState.Overdue(var term, var earlier) -> refused(due(out, term), earlier);
      case PaperState.Delivered(var term, var delivery, var earlier) ->
          refused(delivered(due(out, term), delivery), earlier);
      case PaperState.Countersigned(var term, var delivery, var earlier, var signed) ->
          refused(delivered(due(out, term), delivery), earlier)
              .setCountersignTime(StopProtos.time(signed));
      case PaperState.Refused(var term, var refusal) ->
          refused(delivered(due(out, term), refusal.delivery()), refusal);
    }
    return out.build();
  }

  private static io.holdfast.proto.freezing.v1.Paper.Builder due(
      io.holdfast.proto.freezing.v1.Paper.Builder out, Term term) {
    return out.setDueTime(StopProtos.time(term.dueTime()));
  }

  private static io.holdfast.proto.freezing.v1.Paper.Builder delivered(
      io.holdfast.proto.freezing.v1.Paper.Builder out, Delivery delivery) {
    PaperState.HandOver handOver = delivery.handOver();
    if (handOver != null) {
      out.setHandOver(
          io.holdfast.proto.freezing.v1.HandOver.newBuilder()
              .setOfficerNumber(handOver.officerNumber())
              .setBookTime(StopProtos.time(handOver.bookTime())));
    }
    return out.setPaperNumber(delivery.paperNumber())
        .setDeliverTime(StopProtos.time(delivery.deliverTime()))
        .setLate(delivery.late());
  }

  private static io.holdfast.proto.freezing.v1.Paper.Builder refused(
      io.holdfast.proto.freezing.v1.Paper.Builder out, @Nullable Refusal earlier) {
    return earlier == null ? out : out.setDefect(earlier.defect()).setRemedyUsed(true);
  }

  /** The state's name in the contract. */
  public static io.holdfast.proto.freezing.v1.PaperState state(PaperState state) {
    return io.holdfast.proto.freezing.v1.PaperState.valueOf(state.name().name());
  }

  /** One file. */
  static io.holdfast.proto.freezing.v1.PaperFile file(PaperFile file, boolean inFull) {
    var out =
        io.holdfast.proto.freezing.v1.PaperFile.newBuilder()
            .setNumber(file.number())
            .setKind(io.holdfast.proto.freezing.v1.PaperKind.valueOf(file.kind().name()))
            .setContentType(file.contentType())
            .setSizeBytes(file.sizeBytes())
            .setSha256(file.sha256())
            .setUploadTime(StopProtos.time(file.uploadTime()));
    if (inFull) {
      out.setFileName(file.fileName().reveal());
    }
    return out.build();
  }

  /** The kind as the domain names it; what the sender left open is another paper. */
  static PaperKind kind(io.holdfast.proto.freezing.v1.PaperKind kind) {
    return switch (kind) {
      case STOP_NOTICE -> PaperKind.STOP_NOTICE;
      case POLICE_ID_COPY -> PaperKind.POLICE_ID_COPY;
      case COOPERATION_LETTER -> PaperKind.COOPERATION_LETTER;
      case HAND_OVER_PHOTO -> PaperKind.HAND_OVER_PHOTO;
      case OTHER_PAPER, PAPER_KIND_UNSPECIFIED, UNRECOGNIZED -> PaperKind.OTHER_PAPER;
    };
  }
}
