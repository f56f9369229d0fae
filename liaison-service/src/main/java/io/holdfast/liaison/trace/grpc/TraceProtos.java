package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.HopProtos.time;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.liaison.trace.Asked;
import io.holdfast.liaison.trace.CallData;
import io.holdfast.liaison.trace.Hop;
import io.holdfast.liaison.trace.Officer;
import io.holdfast.liaison.trace.Paper;
import io.holdfast.liaison.trace.PastHop;
import io.holdfast.liaison.trace.Server;
import io.holdfast.liaison.trace.Stage;
import io.holdfast.liaison.trace.Standing;
import io.holdfast.liaison.trace.Subject;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.TraceRequest;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.liaison.v1.TracePaper;
import io.holdfast.proto.liaison.v1.TraceServer;
import io.holdfast.proto.liaison.v1.TraceState;
import io.holdfast.proto.liaison.v1.TraceSubject;
import io.holdfast.proto.liaison.v1.TraceSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * Traces as the contract shows them. A carrier is shown the call, the routing data of the hops
 * before its own, and its own; no case, no findings, nothing beyond its last hop.
 */
final class TraceProtos {
  private TraceProtos() {}

  static io.holdfast.proto.liaison.v1.Trace trace(Stored<Trace> stored, Asked viewer, Instant now) {
    Trace trace = stored.state();
    var out =
        call(trace.request())
            .setId(stored.id())
            .setEtag(stored.etag())
            .setPolicy(stored.policy())
            .setStation(trace.request().station())
            .setPaper(paper(trace.paper()))
            .setOfficer(officer(trace.request().officer()))
            .setCreateTime(time(stored.createTime()));
    return switch (viewer) {
      case Asked.Police _ -> forPolice(out, trace, now);
      case Asked.Carrier(var institution) -> forCarrier(out, trace, institution, now);
    };
  }

  private static io.holdfast.proto.liaison.v1.Trace forPolice(
      io.holdfast.proto.liaison.v1.Trace.Builder out, Trace trace, Instant now) {
    out.setState(TraceState.valueOf(trace.stage().name()))
        .setCaseId(trace.request().caseId())
        .setContact(trace.request().contact())
        .setRequester(trace.request().requester());
    switch (trace.standing()) {
      case Standing.Requested _ -> {}
      case Standing.Approved(var approver, _) -> out.setApprover(approver);
      case Standing.Declined(var approver, var reason, _) ->
          out.setApprover(approver).setEndReason(reason);
      case Standing.Closed(var approver, var reason, _) ->
          out.setApprover(approver).setEndReason(reason);
    }
    trace.hops().forEach(hop -> out.addHops(HopViews.whole(trace, hop, now)));
    trace.past().forEach(past -> out.addPastHops(past(trace, past, now)));
    Server server = trace.server();
    if (server != null) {
      out.setServer(server(server));
    }
    trace.subjects().forEach(subject -> out.addSubjects(subject(subject)));
    return out.build();
  }

  private static io.holdfast.proto.liaison.v1.Trace forCarrier(
      io.holdfast.proto.liaison.v1.Trace.Builder out,
      Trace trace,
      String institution,
      Instant now) {
    out.setState(state(trace.stage()));
    int last = lastOf(trace, institution).map(Hop::number).orElse(0);
    for (Hop hop : trace.hops().subList(0, last)) {
      out.addHops(
          hop.target().institution().equals(institution)
              ? HopViews.whole(trace, hop, now)
              : HopViews.routing(hop));
    }
    return out.build();
  }

  /** What became of the call beyond a carrier's hop is not its business. */
  private static TraceState state(Stage stage) {
    return switch (stage) {
      case TRACING, LANDED, SERVER_FOUND, SUBJECTS_FOUND, DEAD_END -> TraceState.TRACING;
      case REQUESTED -> TraceState.REQUESTED;
      case DECLINED -> TraceState.DECLINED;
      case CLOSED -> TraceState.CLOSED;
    };
  }

  private static Optional<Hop> lastOf(Trace trace, String institution) {
    return trace.hops().reversed().stream()
        .filter(hop -> hop.target().institution().equals(institution))
        .findFirst();
  }

  static TraceSummary summary(Stored<Trace> stored, Asked viewer) {
    Trace trace = stored.state();
    var out = TraceSummary.newBuilder().setId(stored.id()).setCreateTime(time(stored.createTime()));
    Optional<Hop> shown =
        switch (viewer) {
          case Asked.Police _ -> {
            out.setState(TraceState.valueOf(trace.stage().name()))
                .setCaseId(trace.request().caseId())
                .setContact(trace.request().contact())
                .setHopCount(trace.hops().size());
            yield trace.hops().reversed().stream().findFirst();
          }
          case Asked.Carrier(var institution) -> {
            out.setState(state(trace.stage()));
            yield lastOf(trace, institution);
          }
        };
    shown.ifPresent(
        hop -> {
          out.setCarrier(hop.target().institution());
          HopViews.due(hop).ifPresent(due -> out.setDueTime(time(due)));
        });
    return out.build();
  }

  private static io.holdfast.proto.liaison.v1.Trace.Builder call(TraceRequest request) {
    CallData call = request.call();
    return io.holdfast.proto.liaison.v1.Trace.newBuilder()
        .setDirection(HopProtos.direction(call.direction()))
        .setDisplayed(call.displayed().reveal())
        .setE164(call.e164().reveal())
        .setCalledNumber(call.called().reveal())
        .setStartTime(time(call.startTime()))
        .setDurationSeconds(call.durationSeconds())
        .setStartToleranceSeconds(Math.toIntExact(call.tolerance().toSeconds()));
  }

  private static TracePaper paper(Paper paper) {
    var out = TracePaper.newBuilder().setNumber(paper.number());
    return switch (paper.limit()) {
      case Paper.Limit.OfPolicy() -> out.build();
      case Paper.Limit.Until(var end) -> out.setEndTime(time(end)).build();
      case Paper.Limit.Lasting(var length) ->
          out.setLength(com.google.protobuf.Duration.newBuilder().setSeconds(length.toSeconds()))
              .build();
    };
  }

  private static OfficerCard officer(Officer officer) {
    return OfficerCard.newBuilder()
        .setName(officer.name().reveal())
        .setOfficerNumber(officer.number())
        .setPhone(officer.phone().reveal())
        .build();
  }

  private static io.holdfast.proto.liaison.v1.PastHop past(Trace trace, PastHop past, Instant now) {
    return io.holdfast.proto.liaison.v1.PastHop.newBuilder()
        .setHop(HopViews.whole(trace, past.hop(), now).toBuilder().clearSearchKeys().clearClocks())
        .setEndTime(time(past.endTime()))
        .setReason(past.reason().name())
        .build();
  }

  private static TraceServer server(Server server) {
    return TraceServer.newBuilder()
        .setServerAddress(server.address().reveal())
        .setHost(server.host())
        .setTenant(server.tenant().reveal())
        .setNote(server.note().reveal())
        .setFindTime(time(server.findTime()))
        .build();
  }

  private static TraceSubject subject(Subject subject) {
    return TraceSubject.newBuilder()
        .setKind(ClueKind.valueOf("CLUE_" + subject.kind().name()))
        .setValue(subject.value().reveal())
        .setNote(subject.note().reveal())
        .build();
  }
}
