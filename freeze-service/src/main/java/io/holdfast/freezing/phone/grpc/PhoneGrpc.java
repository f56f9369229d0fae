package io.holdfast.freezing.phone.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.phone.CallingOfficer;
import io.holdfast.freezing.phone.desk.Opening;
import io.holdfast.freezing.phone.desk.PhoneDesk;
import io.holdfast.freezing.stop.Operator;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.freezing.stop.grpc.OperatorProtos;
import io.holdfast.freezing.stop.grpc.Shown;
import io.holdfast.freezing.stop.grpc.StopCommands;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.freezing.v1.AdoptStopOrderRequest;
import io.holdfast.proto.freezing.v1.Callback;
import io.holdfast.proto.freezing.v1.DisownStopOrderRequest;
import io.holdfast.proto.freezing.v1.OpenPhonedStopRequest;
import io.holdfast.proto.freezing.v1.PhonedStopsGrpc.PhonedStopsImplBase;
import io.holdfast.proto.freezing.v1.RecordCallbackRequest;
import io.holdfast.proto.freezing.v1.RecordOralNoticeRequest;
import io.holdfast.proto.freezing.v1.ReleaseUnadoptedStopOrderRequest;
import io.holdfast.proto.freezing.v1.RightStop;
import io.holdfast.proto.freezing.v1.StopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** The methods of {@code PhonedStops}: request to desk, result to answer. */
public final class PhoneGrpc extends PhonedStopsImplBase {
  private final PhoneDesk phone;
  private final StopDesk desk;

  public PhoneGrpc(PhoneDesk phone, StopDesk desk) {
    this.phone = phone;
    this.desk = desk;
  }

  @Override
  public void openPhonedStop(OpenPhonedStopRequest request, StreamObserver<StopOrder> answer) {
    Call call = Call.current();
    Mutation by = Mutation.of(call, request);
    Opening opening = opening(call, request);
    finish(call, answer, Problem.within("stop", () -> phone.open(call, opening, by)));
  }

  private static Opening opening(Call call, OpenPhonedStopRequest request) {
    Operator callee = OperatorProtos.operator(call, "callee", request.getCallee());
    RightStop stop = request.getStop();
    return new Opening(
        request.getStation(),
        caller(request.getCaller()),
        callee.name(),
        callee.phone(),
        time(request.getCallTime()),
        request.getVictimPresent(),
        request.getCallCode(),
        request.hasCallback() ? callback(request.getCallback()) : null,
        RequestProtos.payee(request.getPayee()),
        transfers(request),
        StopProtos.time(stop.hasExecuteTime(), stop.getExecuteTime()),
        Problem.within("stop", () -> StopCommands.whole(stop.getRecord())),
        match -> StopCommands.recordStop(call, stop, match),
        new Opening.Entry(request.getLateReason(), request.getConfirmTimes()));
  }

  private static List<TransferOut> transfers(OpenPhonedStopRequest request) {
    var transfers = new ArrayList<TransferOut>();
    request
        .getTransfersList()
        .forEach(
            each ->
                transfers.add(
                    RequestProtos.transfer(
                        each.toBuilder().setNumber(transfers.size() + 1).build())));
    return transfers;
  }

  private static CallingOfficer caller(OfficerCard card) {
    return new CallingOfficer(
        Personal.of(Personal.Kind.NAME, card.getName().strip()),
        card.getOfficerNumber().strip(),
        Personal.of(Personal.Kind.PHONE, card.getPhone()));
  }

  private static Opening.Callback callback(Callback told) {
    return new Opening.Callback(
        Personal.of(Personal.Kind.PHONE, told.getDialledPhone().strip()),
        time(told.getCallbackTime()),
        Personal.of(Personal.Kind.NAME, told.getAnsweredBy().strip()),
        told.getConfirmed());
  }

  private static Instant time(Timestamp time) {
    return Objects.requireNonNull(StopProtos.time(true, time));
  }

  @Override
  public void recordOralNotice(RecordOralNoticeRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) ->
            phone.recordNotice(
                call,
                request.getId(),
                Personal.of(Personal.Kind.NAME, request.getCalleeName().strip()),
                Personal.of(Personal.Kind.PHONE, request.getCalleePhone().strip()),
                time(request.getCallTime()),
                new Opening.Entry(request.getLateReason(), request.getConfirmTimes()),
                by));
  }

  @Override
  public void recordCallback(RecordCallbackRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) ->
            phone.recordCallback(call, request.getId(), callback(request.getCallback()), by));
  }

  @Override
  public void adoptStopOrder(AdoptStopOrderRequest request, StreamObserver<StopOrder> answer) {
    change(
        request, answer, (call, by) -> phone.adopt(call, request.getId(), request.getCaseId(), by));
  }

  @Override
  public void disownStopOrder(DisownStopOrderRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) -> phone.disown(call, request.getId(), request.getReason(), by));
  }

  @Override
  public void releaseUnadoptedStopOrder(
      ReleaseUnadoptedStopOrderRequest request, StreamObserver<StopOrder> answer) {
    change(
        request,
        answer,
        (call, by) -> phone.release(call, request.getId(), request.getReason(), by));
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
