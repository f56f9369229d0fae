package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.Operator;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.freezing.v1.BankOperator;
import java.util.List;

/** The person at a bank who answers for an answer, between contract and domain. */
public final class OperatorProtos {
  private OperatorProtos() {}

  /** As the contract shows him. */
  public static BankOperator operator(Operator operator) {
    return BankOperator.newBuilder()
        .setName(operator.name().reveal())
        .setPhone(operator.phone().reveal())
        .build();
  }

  /**
   * Who answers for it: as told; a person who tells nobody answers himself; a machine must name
   * somebody.
   */
  public static Operator operator(Call call, BankOperator told) {
    return operator(call, "operator", told);
  }

  /** The same where the contract calls him by another name. */
  public static Operator operator(Call call, String field, BankOperator told) {
    Personal phone = Personal.of(Personal.Kind.PHONE, told.getPhone());
    if (!told.getName().isBlank()) {
      return new Operator(Personal.of(Personal.Kind.NAME, told.getName().strip()), phone);
    }
    Personal self = call.caller().name();
    if (call.caller().machine()) {
      throw Problem.invalid(
          List.of(
              new Violation(
                  field + ".name",
                  "OPERATOR_MISSING",
                  "系统答复须写明银行经办人姓名。",
                  "A machine's answer must name its human operator.")));
    }
    return new Operator(self == null ? Personal.of(Personal.Kind.NAME, "") : self, phone);
  }
}
