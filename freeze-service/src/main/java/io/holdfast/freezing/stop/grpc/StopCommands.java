package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.match.BankCredit;
import io.holdfast.freezing.match.BankRecord;
import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.stop.Operator;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.freezing.v1.BankOperator;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordMismatchRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RefuseExtensionRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A bank's answers as commands. */
final class StopCommands {
  private StopCommands() {}

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

  static StopCommand recordStop(Call call, RecordStopRequest request, Match match) {
    return new StopCommand.RecordStop(
        match,
        StopProtos.time(request.hasExecuteTime(), request.getExecuteTime()),
        request.getBalanceBeforeFen(),
        request.getHeldFen(),
        request.getReason(),
        operator(call, request.getOperator()));
  }

  static StopCommand recordMismatch(Call call, RecordMismatchRequest request) {
    return new StopCommand.RecordMismatch(
        MatchField.valueOf(request.getField().toUpperCase(Locale.ROOT)),
        operator(call, request.getOperator()));
  }

  static StopCommand recordFailure(Call call, RecordFailureRequest request) {
    return new StopCommand.RecordFailure(
        request.getTechnicalCause(),
        request.getBusinessCause(),
        operator(call, request.getOperator()));
  }

  static StopCommand recordNotOurs(Call call, RecordNotOursRequest request) {
    return new StopCommand.RecordNotOurs(operator(call, request.getOperator()));
  }

  static StopCommand recordExtension(Call call, RecordExtensionRequest request) {
    return new StopCommand.RecordExtension(
        StopProtos.time(request.hasExecuteTime(), request.getExecuteTime()),
        operator(call, request.getOperator()));
  }

  static StopCommand refuseExtension(Call call, RefuseExtensionRequest request) {
    return new StopCommand.RefuseExtension(
        request.getTechnicalCause(),
        request.getBusinessCause(),
        operator(call, request.getOperator()));
  }

  /**
   * Who answers for it: as told; a person who tells nobody answers himself; a machine must name
   * somebody.
   */
  private static Operator operator(Call call, BankOperator told) {
    Personal phone = Personal.of(Personal.Kind.PHONE, told.getPhone());
    if (!told.getName().isBlank()) {
      return new Operator(Personal.of(Personal.Kind.NAME, told.getName().strip()), phone);
    }
    Personal self = call.caller().name();
    if (call.caller().machine()) {
      throw Problem.invalid(
          List.of(
              new Violation(
                  "operator.name",
                  "OPERATOR_MISSING",
                  "系统答复须写明银行经办人姓名。 A machine's answer must name its human operator.")));
    }
    return new Operator(self == null ? Personal.of(Personal.Kind.NAME, "") : self, phone);
  }
}
