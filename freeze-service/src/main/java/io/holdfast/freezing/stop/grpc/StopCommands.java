package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.match.BankCredit;
import io.holdfast.freezing.match.BankRecord;
import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.CorrectionDesk;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.freezing.v1.BankOperator;
import io.holdfast.proto.freezing.v1.ConfirmLiftRequest;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.CorrectStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordMismatchRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RefuseExtensionRequest;
import io.holdfast.proto.freezing.v1.RightExtension;
import io.holdfast.proto.freezing.v1.RightExtensionRefusal;
import io.holdfast.proto.freezing.v1.RightStop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A bank's answers as commands. */
public final class StopCommands {
  private StopCommands() {}

  /**
   * The record a stop rests on: the bank has looked at all four fields (86号 二(一)2), so none of them
   * is left out.
   */
  public static BankRecord whole(io.holdfast.proto.freezing.v1.BankRecord record) {
    return whole(record, true);
  }

  /** The same for an order; nothing was paid to a victim's own account. */
  static BankRecord whole(io.holdfast.proto.freezing.v1.BankRecord record, StopOrder order) {
    return whole(record, !order.request().purpose().protective());
  }

  private static BankRecord whole(
      io.holdfast.proto.freezing.v1.BankRecord record, boolean credited) {
    List<Violation> missing = new ArrayList<>();
    missing(missing, record.getAccountName().isBlank(), "accountName", "账户名称", "account name");
    missing(missing, record.getAccountNumber().isBlank(), "accountNumber", "账号", "account number");
    boolean uncredited = credited && record.getCreditsCount() == 0;
    missing(missing, uncredited, "credits", "入账金额和时间", "amount and time");
    if (!missing.isEmpty()) {
      throw Problem.invalid(missing);
    }
    return record(record);
  }

  private static void missing(
      List<Violation> missing, boolean absent, String field, String zh, String en) {
    if (absent) {
      missing.add(
          new Violation(
              "record." + field,
              "RECORD_INCOMPLETE",
              "止付前须核对本行记录的" + zh + "。",
              "Give the " + en + " in the bank's own record."));
    }
  }

  static BankRecord record(io.holdfast.proto.freezing.v1.BankRecord record) {
    return new BankRecord(
        Personal.of(Personal.Kind.NAME, record.getAccountName()),
        Personal.of(Personal.Kind.ACCOUNT, record.getAccountNumber()),
        record.getCreditsList().stream()
            .map(
                credit ->
                    new BankCredit(
                        credit.getAmountFen(),
                        Instant.ofEpochSecond(
                            credit.getBookingTime().getSeconds(),
                            credit.getBookingTime().getNanos()),
                        credit.getSerialNumber()))
            .toList());
  }

  static StopCommand.Answer recordStop(Call call, RecordStopRequest request, Match match) {
    return new StopCommand.RecordStop(
        match,
        StopProtos.time(request.hasExecuteTime(), request.getExecuteTime()),
        request.getBalanceBeforeFen(),
        request.getHeldFen(),
        request.getReason(),
        OutflowProtos.told(request.getOutflowsList()),
        OutflowProtos.holder(request.hasHolder(), request.getHolder()),
        StatementProtos.told(request.getStatementList()),
        OperatorProtos.operator(call, request.getOperator()));
  }

  /** A stop told of after it was made. */
  public static StopCommand.Answer recordStop(Call call, RightStop stop, Match match) {
    return new StopCommand.RecordStop(
        match,
        StopProtos.time(stop.hasExecuteTime(), stop.getExecuteTime()),
        stop.getBalanceBeforeFen(),
        stop.getHeldFen(),
        stop.getReason(),
        OutflowProtos.told(stop.getOutflowsList()),
        OutflowProtos.holder(stop.hasHolder(), stop.getHolder()),
        StatementProtos.told(stop.getStatementList()),
        OperatorProtos.operator(call, stop.getOperator()));
  }

  static StopCommand.Answer recordMismatch(Call call, RecordMismatchRequest request) {
    return mismatch(call, request.getField(), request.getOperator());
  }

  static StopCommand.Answer recordFailure(Call call, RecordFailureRequest request) {
    return new StopCommand.RecordFailure(
        request.getTechnicalCause(),
        request.getBusinessCause(),
        OperatorProtos.operator(call, request.getOperator()));
  }

  static StopCommand.Answer recordNotOurs(Call call, RecordNotOursRequest request) {
    return new StopCommand.RecordNotOurs(
        request.getHint().strip(),
        request.getNoSuchAccount(),
        OperatorProtos.operator(call, request.getOperator()));
  }

  /**
   * The answer that takes another's place.
   *
   * @param matching the four-way match of the order with a record
   */
  static StopCommand.Answer right(
      Call call,
      CorrectAnswerRequest request,
      Function<io.holdfast.proto.freezing.v1.BankRecord, Match> matching) {
    return switch (request.getAnswerCase()) {
      case STOP -> {
        RightStop stop = request.getStop();
        yield recordStop(call, stop, matching.apply(stop.getRecord()));
      }
      case MISMATCH ->
          mismatch(call, request.getMismatch().getField(), request.getMismatch().getOperator());
      case FAILURE ->
          new StopCommand.RecordFailure(
              request.getFailure().getTechnicalCause(),
              request.getFailure().getBusinessCause(),
              OperatorProtos.operator(call, request.getFailure().getOperator()));
      case NOT_OURS ->
          new StopCommand.RecordNotOurs(
              request.getNotOurs().getHint().strip(),
              request.getNotOurs().getNoSuchAccount(),
              OperatorProtos.operator(call, request.getNotOurs().getOperator()));
      case EXTENSION, EXTENSION_REFUSAL, ANSWER_NOT_SET ->
          throw new IllegalArgumentException(
              "no answer to the stop itself (expected: one, by validation and by the caller)");
    };
  }

  private static StopCommand.RecordMismatch mismatch(
      Call call, String field, BankOperator operator) {
    return new StopCommand.RecordMismatch(
        MatchField.valueOf(field.toUpperCase(Locale.ROOT)),
        OperatorProtos.operator(call, operator));
  }

  static StopCommand confirmLift(Call call, ConfirmLiftRequest request) {
    return new StopCommand.ConfirmLift(
        StopProtos.time(request.hasLiftTime(), request.getLiftTime()),
        OperatorProtos.operator(call, request.getOperator()));
  }

  static CorrectionDesk.Wanted correction(CorrectStopOrderRequest request) {
    return new CorrectionDesk.Wanted(
        request.hasPayee() ? RequestProtos.payee(request.getPayee()) : null,
        request.getTransfersList().stream()
            .map(
                put ->
                    new CorrectionDesk.Put(
                        put.getNumber(),
                        put.getAmountFen(),
                        StopProtos.time(put.hasTransferTime(), put.getTransferTime())))
            .toList());
  }

  static StopCommand recordExtension(Call call, RecordExtensionRequest request) {
    return new StopCommand.RecordExtension(
        StopProtos.time(request.hasExecuteTime(), request.getExecuteTime()),
        OperatorProtos.operator(call, request.getOperator()));
  }

  static StopCommand.RecordExtension right(Call call, RightExtension right) {
    return new StopCommand.RecordExtension(
        StopProtos.time(right.hasExecuteTime(), right.getExecuteTime()),
        OperatorProtos.operator(call, right.getOperator()));
  }

  static StopCommand.RefuseExtension right(Call call, RightExtensionRefusal right) {
    return new StopCommand.RefuseExtension(
        right.getTechnicalCause(),
        right.getBusinessCause(),
        OperatorProtos.operator(call, right.getOperator()));
  }

  static StopCommand refuseExtension(Call call, RefuseExtensionRequest request) {
    return new StopCommand.RefuseExtension(
        request.getTechnicalCause(),
        request.getBusinessCause(),
        OperatorProtos.operator(call, request.getOperator()));
  }
}
