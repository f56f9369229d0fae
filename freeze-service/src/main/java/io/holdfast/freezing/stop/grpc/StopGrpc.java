package io.holdfast.freezing.stop.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.desk.CorrectionDesk;
import io.holdfast.freezing.stop.desk.ExtensionDesk;
import io.holdfast.freezing.stop.desk.InterestDesk;
import io.holdfast.freezing.stop.desk.PaperDesk;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.desk.StopFinder;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.crypto.OrderSigner;
import io.holdfast.kit.grpc.Streams;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BookHandOverRequest;
import io.holdfast.proto.freezing.v1.ConfirmLiftRequest;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.CorrectStopOrderRequest;
import io.holdfast.proto.freezing.v1.CountersignPaperRequest;
import io.holdfast.proto.freezing.v1.DeliverPaperRequest;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.KeepInterestRequest;
import io.holdfast.proto.freezing.v1.ListSigningKeysRequest;
import io.holdfast.proto.freezing.v1.ListSigningKeysResponse;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersResponse;
import io.holdfast.proto.freezing.v1.Match;
import io.holdfast.proto.freezing.v1.MatchStopOrderRequest;
import io.holdfast.proto.freezing.v1.OpenNextLayerRequest;
import io.holdfast.proto.freezing.v1.PaperFile;
import io.holdfast.proto.freezing.v1.RecallStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordMismatchRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RecordOutflowsRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RefuseExtensionRequest;
import io.holdfast.proto.freezing.v1.RefusePaperRequest;
import io.holdfast.proto.freezing.v1.ReleaseOverdueStopOrderRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.RouteStopOrderRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersImplBase;
import io.holdfast.proto.freezing.v1.UploadPaperRequest;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The methods of {@code StopOrders}: request to desk, result to answer. */
public final class StopGrpc extends StopOrdersImplBase {
  private final StopDesk desk;
  private final CorrectionDesk corrections;
  private final CorrectedAnswers answers;
  private final InterestDesk interests;
  private final PaperDesk papers;
  private final PaperStreams streams;
  private final StopFinder finder;
  private final OrderSigner signer;

  public StopGrpc(
      StopDesk desk,
      CorrectionDesk corrections,
      ExtensionDesk extensions,
      InterestDesk interests,
      PaperDesk papers,
      PaperStreams streams,
      StopFinder finder,
      OrderSigner signer) {
    this.desk = desk;
    this.corrections = corrections;
    this.answers = new CorrectedAnswers(desk, extensions);
    this.interests = interests;
    this.papers = papers;
    this.streams = streams;
    this.finder = finder;
    this.signer = signer;
  }

  @Override
  public void getStopOrder(GetStopOrderRequest request, StreamObserver<StopOrder> answer) {
    Call call = Call.current();
    finish(call, answer, desk.shown(call, request.getId()));
  }

  @Override
  public void listStopOrders(
      ListStopOrdersRequest request, StreamObserver<ListStopOrdersResponse> answer) {
    answer.onNext(StopPages.list(finder, Call.current(), request, desk.now()));
    answer.onCompleted();
  }

  @Override
  public void matchStopOrder(MatchStopOrderRequest request, StreamObserver<Match> answer) {
    answer.onNext(
        AnswerProtos.match(
            desk.match(Call.current(), request.getId(), StopCommands.record(request.getRecord()))));
    answer.onCompleted();
  }

  @Override
  public void acknowledgeStopOrder(
      AcknowledgeStopOrderRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.Acknowledge());
  }

  @Override
  public void recordStop(RecordStopRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) ->
            desk.recordStop(
                call,
                request.getId(),
                by,
                order -> StopCommands.whole(request.getRecord(), order),
                match -> StopCommands.recordStop(call, request, match)));
  }

  @Override
  public void recordMismatch(RecordMismatchRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.recordMismatch(call, request));
  }

  @Override
  public void recordFailure(RecordFailureRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.recordFailure(call, request));
  }

  @Override
  public void recordNotOurs(RecordNotOursRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.recordNotOurs(call, request));
  }

  @Override
  public void recallStopOrder(RecallStopOrderRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.Recall(request.getReason()));
  }

  @Override
  public void releaseStopOrder(ReleaseStopOrderRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.Release(request.getReason()));
  }

  @Override
  public void releaseOverdueStopOrder(
      ReleaseOverdueStopOrderRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.ReleaseOverdue(request.getReason()));
  }

  @Override
  public void keepInterest(KeepInterestRequest request, StreamObserver<StopOrder> answer) {
    change(request, answer, (call, by) -> interests.keep(call, request.getId(), by));
  }

  @Override
  public void recordOutflows(RecordOutflowsRequest request, StreamObserver<StopOrder> answer) {
    act(
        request,
        request.getId(),
        answer,
        _ -> new StopCommand.RecordOutflows(OutflowProtos.told(request.getOutflowsList())));
  }

  @Override
  public void openNextLayer(OpenNextLayerRequest request, StreamObserver<StopOrder> answer) {
    act(
        request,
        request.getId(),
        answer,
        _ -> new StopCommand.OpenNextLayer(request.getOutflow(), request.getReason()));
  }

  @Override
  public void confirmLift(ConfirmLiftRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.confirmLift(call, request));
  }

  @Override
  public void correctAnswer(CorrectAnswerRequest request, StreamObserver<StopOrder> answer) {
    change(request, answer, (call, by) -> answers.correct(call, request, by));
  }

  @Override
  public void correctStopOrder(CorrectStopOrderRequest request, StreamObserver<StopOrder> answer) {
    Call call = Call.current();
    Mutation by = Mutation.of(call, request);
    finish(
        call,
        answer,
        corrections.correct(call, request.getId(), by, StopCommands.correction(request)));
  }

  @Override
  public void requestExtension(RequestExtensionRequest request, StreamObserver<StopOrder> answer) {
    Call call = Call.current();
    Mutation by = Mutation.of(call, request);
    finish(
        call, answer, interests.requestExtension(call, request.getId(), by, request.getReason()));
  }

  @Override
  public void recordExtension(RecordExtensionRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.recordExtension(call, request));
  }

  @Override
  public void refuseExtension(RefuseExtensionRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, call -> StopCommands.refuseExtension(call, request));
  }

  @Override
  public void routeStopOrder(RouteStopOrderRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) -> interests.route(call, request.getId(), by, request.getBank()));
  }

  @Override
  public void deliverPaper(DeliverPaperRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) -> papers.deliver(call, request.getId(), request.getOtherStopOrdersList(), by));
  }

  @Override
  public void bookHandOver(BookHandOverRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) ->
            papers.book(
                call,
                request.getId(),
                request.getPaperNumber(),
                request.getOfficerNumber(),
                StopProtos.time(request.hasHandOverTime(), request.getHandOverTime()),
                by));
  }

  @Override
  public void countersignPaper(CountersignPaperRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.CountersignPaper());
  }

  @Override
  public void refusePaper(RefusePaperRequest request, StreamObserver<StopOrder> answer) {
    act(request, request.getId(), answer, _ -> new StopCommand.RefusePaper(request.getDefect()));
  }

  @Override
  public StreamObserver<UploadPaperRequest> uploadPaper(StreamObserver<PaperFile> answer) {
    return Streams.receive(answer, streams::upload);
  }

  @Override
  public void downloadPaper(DownloadPaperRequest request, StreamObserver<HttpBody> answer) {
    streams.download(Call.current(), request, answer);
  }

  @Override
  public void listSigningKeys(
      ListSigningKeysRequest request, StreamObserver<ListSigningKeysResponse> answer) {
    answer.onNext(SigningKeys.list(signer, request));
    answer.onCompleted();
  }

  private void act(
      Message request,
      String id,
      StreamObserver<StopOrder> answer,
      Function<Call, StopCommand> command) {
    change(request, answer, (call, by) -> desk.act(call, id, by, command.apply(call)));
  }

  private void change(
      Message request,
      StreamObserver<StopOrder> answer,
      BiFunction<Call, Mutation, Stored<io.holdfast.freezing.stop.StopOrder>> change) {
    Call call = Call.current();
    finish(call, answer, change.apply(call, Mutation.answer(call, request)));
  }

  private void finish(
      Call call,
      StreamObserver<StopOrder> answer,
      Stored<io.holdfast.freezing.stop.StopOrder> stored) {
    answer.onNext(Shown.order(call, stored, desk.now()));
    answer.onCompleted();
  }
}
