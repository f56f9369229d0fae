package io.holdfast.liaison.trace.grpc;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.liaison.trace.Asked;
import io.holdfast.liaison.trace.TraceCommand;
import io.holdfast.liaison.trace.desk.TraceDesk;
import io.holdfast.liaison.trace.desk.TraceFinder;
import io.holdfast.proto.liaison.v1.AcknowledgeHopRequest;
import io.holdfast.proto.liaison.v1.AnswerHopRequest;
import io.holdfast.proto.liaison.v1.ApproveTraceRequest;
import io.holdfast.proto.liaison.v1.CloseTraceRequest;
import io.holdfast.proto.liaison.v1.CorrectHopAnswerRequest;
import io.holdfast.proto.liaison.v1.DeclineTraceRequest;
import io.holdfast.proto.liaison.v1.DisputeHopRequest;
import io.holdfast.proto.liaison.v1.GetTraceRequest;
import io.holdfast.proto.liaison.v1.ListTracesRequest;
import io.holdfast.proto.liaison.v1.ListTracesResponse;
import io.holdfast.proto.liaison.v1.RecordPreservationRequest;
import io.holdfast.proto.liaison.v1.RecordServerRequest;
import io.holdfast.proto.liaison.v1.RecordSubjectsRequest;
import io.holdfast.proto.liaison.v1.RenewTracePaperRequest;
import io.holdfast.proto.liaison.v1.RouteHopRequest;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TracesGrpc.TracesImplBase;
import java.util.function.BiFunction;

/** The methods of {@code Traces}: request to desk, result to answer. */
public final class TracesGrpc extends TracesImplBase {
  private final TraceDesk desk;
  private final TraceFinder finder;
  private final TraceCommands commands;

  TracesGrpc(TraceDesk desk, TraceFinder finder, TraceCommands commands) {
    this.desk = desk;
    this.finder = finder;
    this.commands = commands;
  }

  @Override
  public void getTrace(GetTraceRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    finish(call, answer, desk.get(call, request.getId()));
  }

  @Override
  public void listTraces(ListTracesRequest request, StreamObserver<ListTracesResponse> answer) {
    Call call = Call.current();
    Page<Stored<io.holdfast.liaison.trace.Trace>> page =
        request.getCaseId().isEmpty()
            ? finder.list(call, request.getPageSize(), request.getPageToken())
            : finder.ofCase(
                call, request.getCaseId(), request.getPageSize(), request.getPageToken());
    var response = ListTracesResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items()
        .forEach(stored -> response.addTraces(TraceProtos.summary(stored, viewer(call, stored))));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void approveTrace(ApproveTraceRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (_, _) -> new TraceCommand.Approve(call.caller().subject()));
  }

  @Override
  public void declineTrace(DeclineTraceRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (_, _) -> new TraceCommand.Decline(call.caller().subject(), request.getReason()));
  }

  @Override
  public void renewTracePaper(RenewTracePaperRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (_, _) ->
            new TraceCommand.RenewPaper(
                call.caller().subject(), TraceCommands.paper(request.getPaper())));
  }

  @Override
  public void closeTrace(CloseTraceRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (_, _) -> new TraceCommand.Close(call.caller().subject(), request.getReason()));
  }

  @Override
  public void routeHop(RouteHopRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (trace, _) ->
            new TraceCommand.RouteHop(
                request.getHop(), commands.target(request.getTo(), trace.request().region())));
  }

  @Override
  public void acknowledgeHop(AcknowledgeHopRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (_, by) ->
            new TraceCommand.AcknowledgeHop(
                request.getHop(), by, request.getPaperNumber(), request.getClockOffsetSeconds()));
  }

  @Override
  public void recordPreservation(RecordPreservationRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (_, by) ->
            new TraceCommand.RecordPreservation(
                request.getHop(),
                by,
                TraceCommands.preservation(request.getPreservation(), desk.now())));
  }

  @Override
  public void answerHop(AnswerHopRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (trace, by) ->
            new TraceCommand.AnswerHop(
                request.getHop(),
                by,
                commands.answer(
                    call, request.getAnswer(), trace.request().region(), desk.now(), "")));
  }

  @Override
  public void correctHopAnswer(CorrectHopAnswerRequest request, StreamObserver<Trace> answer) {
    Call call = Call.current();
    act(
        request,
        request.getId(),
        answer,
        (trace, by) ->
            new TraceCommand.CorrectHopAnswer(
                request.getHop(),
                by,
                commands.answer(
                    call,
                    request.getAnswer(),
                    trace.request().region(),
                    desk.now(),
                    request.getReason())));
  }

  @Override
  public void disputeHop(DisputeHopRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (_, by) -> new TraceCommand.DisputeHop(request.getHop(), by, request.getReason()));
  }

  @Override
  public void recordServer(RecordServerRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (_, _) ->
            new TraceCommand.RecordServer(TraceCommands.server(request.getServer(), desk.now())));
  }

  @Override
  public void recordSubjects(RecordSubjectsRequest request, StreamObserver<Trace> answer) {
    act(
        request,
        request.getId(),
        answer,
        (_, _) ->
            new TraceCommand.RecordSubjects(
                request.getSubjectsList().stream().map(TraceCommands::subject).toList()));
  }

  private void act(
      Message request,
      String id,
      StreamObserver<Trace> answer,
      BiFunction<io.holdfast.liaison.trace.Trace, Asked, TraceCommand> command) {
    Call call = Call.current();
    finish(call, answer, desk.act(call, id, Mutation.answer(call, request), command));
  }

  private void finish(
      Call call, StreamObserver<Trace> answer, Stored<io.holdfast.liaison.trace.Trace> stored) {
    answer.onNext(TraceProtos.trace(stored, viewer(call, stored), desk.now()));
    answer.onCompleted();
  }

  /** Whoever is asked sees a carrier's view; everybody else whom a rule admits, the whole. */
  private static Asked viewer(Call call, Stored<io.holdfast.liaison.trace.Trace> stored) {
    String institution = call.caller().institution();
    return stored.access().parties().contains(institution)
        ? new Asked.Carrier(institution)
        : new Asked.Police(institution);
  }
}
