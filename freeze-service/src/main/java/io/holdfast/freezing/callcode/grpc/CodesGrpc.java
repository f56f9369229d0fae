package io.holdfast.freezing.callcode.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.callcode.CallCode;
import io.holdfast.freezing.callcode.desk.CodeDesk;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.freezing.v1.CallCodesGrpc.CallCodesImplBase;
import io.holdfast.proto.freezing.v1.CheckCallCodeRequest;
import io.holdfast.proto.freezing.v1.CheckedCallCode;
import io.holdfast.proto.freezing.v1.IssueCallCodeRequest;
import io.holdfast.proto.freezing.v1.IssuedCallCode;
import java.util.Objects;

/** The methods of {@code CallCodes}. */
public final class CodesGrpc extends CallCodesImplBase {
  private final CodeDesk desk;

  public CodesGrpc(CodeDesk desk) {
    this.desk = desk;
  }

  @Override
  public void issueCallCode(IssueCallCodeRequest request, StreamObserver<IssuedCallCode> answer) {
    Call call = Call.current();
    CodeDesk.Shown shown =
        desk.issue(
            call,
            request.getBank(),
            account(request.getAccountNumber()),
            request.getAmountFen(),
            Mutation.of(call, request));
    answer.onNext(
        IssuedCallCode.newBuilder()
            .setId(shown.id())
            .setCode(shown.code().reveal())
            .setExpireTime(StopProtos.time(shown.expireTime()))
            .build());
    answer.onCompleted();
  }

  @Override
  public void checkCallCode(CheckCallCodeRequest request, StreamObserver<CheckedCallCode> answer) {
    Call call = Call.current();
    // A plain hash of the request is kept with the change; a code so short could be found from it.
    Mutation by =
        Mutation.answer(call, request.toBuilder().clearCode().clearAccountNumber().build());
    CodeDesk.Checked checked =
        desk.check(
            call,
            request.getCode(),
            account(request.getAccountNumber()),
            request.getAmountFen(),
            by);
    CallCode code = checked.code();
    answer.onNext(
        CheckedCallCode.newBuilder()
            .setCallCode(checked.id())
            .setOfficerName(code.officerName().reveal())
            .setOfficerNumber(code.officerNumber())
            .setStation(code.station())
            .setStationName(checked.unit().name())
            .setStationPhone(checked.unit().phone())
            .setCheckTime(StopProtos.time(Objects.requireNonNull(code.use()).time()))
            .build());
    answer.onCompleted();
  }

  private static Personal account(String number) {
    return Personal.of(Personal.Kind.ACCOUNT, number);
  }
}
