package io.holdfast.casefile.wire;

import io.holdfast.casefile.casefile.CaseCommand.RequestTrace;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.Clue;
import io.holdfast.casefile.casefile.TraceLink;
import io.holdfast.casefile.casefile.TraceRequest;
import io.holdfast.casefile.casefile.TraceState;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.casefile.v1.RequestTraceRequest;
import io.holdfast.proto.casefile.v1.TraceRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Traces and their clues. */
public final class TraceProtos {
  private TraceProtos() {}

  /** What an officer asks for; the trace will have the id {@code trace}. */
  public static RequestTrace fromProto(
      RequestTraceRequest sent, String trace, String requester, String institution) {
    return new RequestTrace(
        trace,
        sent.getContact(),
        Personal.of(Kind.PHONE, Tidying.phone(sent.getCalledNumber())),
        time(sent.hasStartTime(), sent.getStartTime()),
        sent.getDurationSeconds(),
        Duration.ofSeconds(sent.getStartToleranceSeconds()),
        sent.getPaperNumber().strip(),
        time(sent.hasLimitEndTime(), sent.getLimitEndTime()),
        sent.hasLimitLength() ? Duration.ofSeconds(sent.getLimitLength().getSeconds()) : null,
        sent.getCarrier(),
        requester,
        institution);
  }

  private static @Nullable Instant time(boolean given, com.google.protobuf.Timestamp sent) {
    return given ? Times.fromProto(sent) : null;
  }

  static TraceRequested requested(CaseFile file, TraceRequest request, Instant time) {
    var contact = request.contact();
    var proto =
        TraceRequested.newBuilder()
            .setTrace(request.trace())
            .setContact(contact.number())
            .setDirection(ReportEnums.direction(contact.direction()))
            .setDisplayed(contact.displayed().reveal())
            .setE164(contact.e164().reveal())
            .setCalledNumber(request.called().reveal())
            .setStartTime(Times.toProto(request.startTime()))
            .setDurationSeconds(request.durationSeconds())
            .setStartToleranceSeconds(Math.toIntExact(request.startTolerance().toSeconds()))
            .setPaperNumber(request.paperNumber())
            .setCarrier(request.carrier())
            .setOfficer(ReportProtos.toProto(file.report().officer()))
            .setRequester(request.requester())
            .setRequestTime(Times.toProto(time));
    Instant end = request.limitEndTime();
    if (end != null) {
      proto.setLimitEndTime(Times.toProto(end));
    }
    Duration length = request.limitLength();
    if (length != null) {
      proto.setLimitLength(
          com.google.protobuf.Duration.newBuilder().setSeconds(length.toSeconds()));
    }
    return proto.build();
  }

  static io.holdfast.proto.casefile.v1.TraceLink toProto(TraceLink trace) {
    return io.holdfast.proto.casefile.v1.TraceLink.newBuilder()
        .setTrace(trace.trace())
        .setContact(trace.contact())
        .setPaperNumber(trace.paperNumber())
        .setState(trace.state() == TraceState.ASKED ? "" : trace.state().name())
        .build();
  }

  static io.holdfast.proto.casefile.v1.Clue toProto(CaseFile file, Clue clue) {
    return io.holdfast.proto.casefile.v1.Clue.newBuilder()
        .setNumber(clue.number())
        .setKind(ClueKind.valueOf("CLUE_" + clue.kind().name()))
        .setValue(clue.value().reveal())
        .setNote(clue.note().reveal())
        .setTrace(clue.trace())
        .setHop(clue.hop())
        .setFindTime(Times.toProto(clue.findTime()))
        .setWithdrawn(clue.withdrawn())
        .setInReport(inReport(file, clue))
        .build();
  }

  /** Whether the report knows the same account or number: there two chains of the case meet. */
  private static boolean inReport(CaseFile file, Clue clue) {
    return switch (clue.kind()) {
      case BANK_ACCOUNT, PAYMENT_ACCOUNT -> {
        String number = Tidying.accountNumber(clue.value().reveal());
        yield file.report().transfers().stream()
            .flatMap(TraceProtos::numbers)
            .anyMatch(number::equals);
      }
      case NUMBER -> {
        String number = Tidying.phone(clue.value().reveal());
        yield file.report().contacts().stream()
            .flatMap(contact -> Stream.of(contact.displayed(), contact.e164()))
            .anyMatch(known -> Tidying.phone(known.reveal()).equals(number));
      }
      case IP, LOGIN, NAME, HOST -> false;
    };
  }

  private static Stream<String> numbers(Transfer transfer) {
    return Stream.of(transfer.payee().number().reveal(), transfer.payer().number().reveal());
  }
}
