package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.STATION_PHONE;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;

import io.holdfast.freezing.phone.desk.CaseBinding;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.freezing.v1.AdoptStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CallCodesGrpc;
import io.holdfast.proto.freezing.v1.CallCodesGrpc.CallCodesBlockingStub;
import io.holdfast.proto.freezing.v1.Callback;
import io.holdfast.proto.freezing.v1.CheckCallCodeRequest;
import io.holdfast.proto.freezing.v1.DisownStopOrderRequest;
import io.holdfast.proto.freezing.v1.IssueCallCodeRequest;
import io.holdfast.proto.freezing.v1.OpenPhonedStopRequest;
import io.holdfast.proto.freezing.v1.PhonedStopsGrpc;
import io.holdfast.proto.freezing.v1.PhonedStopsGrpc.PhonedStopsBlockingStub;
import io.holdfast.proto.freezing.v1.ReleaseUnadoptedStopOrderRequest;
import io.holdfast.proto.freezing.v1.RightStop;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.testkit.TestTokens;
import java.time.Instant;

/** What people say to each other on the telephone. All data made up (测试). */
final class Phoning {
  static final long AMOUNT = 5_000_000;

  private final FreezeBench bench;

  Phoning(FreezeBench bench) {
    this.bench = bench;
  }

  PhonedStopsBlockingStub bank() {
    return bank("li");
  }

  PhonedStopsBlockingStub bank(String name) {
    return PhonedStopsGrpc.newBlockingStub(
        bench.channel(TestTokens.person(name, BANK, REGION, Role.BANK_LIAISON)));
  }

  /** An officer has just called, and the bank has stopped the account. */
  StopOrder now(String requestId) {
    Instant now = bench.clock.instant();
    return bank()
        .openPhonedStop(
            opening(requestId).setCallTime(at(now.minusSeconds(60))).setStop(stop(now)).build());
  }

  PhonedStopsBlockingStub branch() {
    return PhonedStopsGrpc.newBlockingStub(
        bench.channel(TestTokens.person("teller", FreezeBench.BRANCH, REGION, Role.BANK_BRANCH)));
  }

  PhonedStopsBlockingStub station() {
    return PhonedStopsGrpc.newBlockingStub(
        bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)));
  }

  CallCodesBlockingStub officerCodes() {
    return CallCodesGrpc.newBlockingStub(
        bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)));
  }

  CallCodesBlockingStub bankCodes(String name) {
    return CallCodesGrpc.newBlockingStub(
        bench.channel(TestTokens.person(name, BANK, REGION, Role.BANK_LIAISON)));
  }

  /** An officer called five minutes before noon, and the bank stopped a minute later. */
  static OpenPhonedStopRequest.Builder opening(String requestId) {
    return OpenPhonedStopRequest.newBuilder()
        .setStation(STATION)
        .setCaller(OfficerCard.newBuilder().setName("测试民警").setOfficerNumber("999001"))
        .setCallTime(at(noon().minusSeconds(300)))
        .setPayee(payee(ACCOUNT))
        .addTransfers(
            Transfer.newBuilder()
                .setPayee(payee(ACCOUNT))
                .setAmountFen(AMOUNT)
                .setTransferTime(at(noon().minusSeconds(1_320))))
        .setStop(stop(noon().minusSeconds(240)))
        .setRequestId(requestId);
  }

  static RightStop.Builder stop(Instant executeTime) {
    return RightStop.newBuilder()
        .setRecord(
            BankRecord.newBuilder()
                .setAccountName("张测试")
                .setAccountNumber(ACCOUNT)
                .addCredits(
                    BankCredit.newBuilder()
                        .setAmountFen(AMOUNT)
                        .setBookingTime(at(noon().minusSeconds(1_300)))))
        .setExecuteTime(at(executeTime))
        .setBalanceBeforeFen(4_000_000)
        .setHeldFen(4_000_000);
  }

  static Account payee(String number) {
    return Account.newBuilder()
        .setKind(AccountKind.CARD)
        .setAccountNumber(number)
        .setAccountName("张测试")
        .build();
  }

  static Callback callback(boolean confirmed) {
    return Callback.newBuilder()
        .setDialledPhone(STATION_PHONE.replace("-", " "))
        .setCallbackTime(at(noon()))
        .setAnsweredBy("测试值班员")
        .setConfirmed(confirmed)
        .build();
  }

  static IssueCallCodeRequest asking(String requestId) {
    return IssueCallCodeRequest.newBuilder()
        .setBank(BANK)
        .setAccountNumber(ACCOUNT)
        .setAmountFen(AMOUNT)
        .setRequestId(requestId)
        .build();
  }

  static CheckCallCodeRequest heard(String code, String requestId) {
    return CheckCallCodeRequest.newBuilder()
        .setCode(code)
        .setAccountNumber("9990 0100 0000 0007")
        .setAmountFen(AMOUNT)
        .setRequestId(requestId)
        .build();
  }

  static AdoptStopOrderRequest adopt(String id, String caseId) {
    return AdoptStopOrderRequest.newBuilder().setId(id).setCaseId(caseId).build();
  }

  static DisownStopOrderRequest disown(String id) {
    return DisownStopOrderRequest.newBuilder().setId(id).setReason("本所无人来电").build();
  }

  static ReleaseUnadoptedStopOrderRequest letGo(String id) {
    return ReleaseUnadoptedStopOrderRequest.newBuilder().setId(id).setReason("无人认领").build();
  }

  /** Has case-service know of a case. */
  void knownCase(String id, String station, String policy) {
    var second =
        new Officer(
            Personal.of(Personal.Kind.NAME, "测试民警乙"),
            "099002",
            Personal.of(Personal.Kind.PHONE, ""));
    bench.cases.put(id, new CaseBinding(station, policy, second, null));
  }
}
