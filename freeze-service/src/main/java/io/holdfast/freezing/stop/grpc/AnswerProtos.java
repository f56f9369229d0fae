package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.stop.AskedBank;
import io.holdfast.freezing.stop.BankAnswer;
import io.holdfast.freezing.stop.EarlierExtension;
import io.holdfast.freezing.stop.Extension;
import io.holdfast.proto.freezing.v1.EarlierAnswer;
import io.holdfast.proto.freezing.v1.EarlierExtensionAnswer;
import io.holdfast.proto.freezing.v1.ExtensionRefusal;
import io.holdfast.proto.freezing.v1.StopAnswer;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.freezing.v1.Verdict;
import java.util.Locale;

/** A bank's answers as the contract shows them. */
final class AnswerProtos {
  private AnswerProtos() {}

  /** A bank's last answer. */
  static StopAnswer answer(BankAnswer answer) {
    StopAnswer.Builder out =
        StopAnswer.newBuilder()
            .setOperator(OperatorProtos.operator(answer.operator()))
            .setAnswerTime(StopProtos.time(answer.answerTime()));
    switch (answer) {
      case BankAnswer.Held held -> {
        out.setBalanceBeforeFen(held.balanceBeforeFen())
            .setHeldFen(held.heldFen())
            .setExecuteTime(StopProtos.time(held.executeTime()))
            .setMatch(match(held.match()))
            .setReason(held.reason())
            .addAllStatement(StatementProtos.lines(held.statement()));
        if (held.holder() != null) {
          out.setHolder(OutflowProtos.holder(held.holder()));
        }
      }
      case BankAnswer.Mismatch mismatch -> out.setMismatchedField(field(mismatch.field()));
      case BankAnswer.Failure failure ->
          out.setTechnicalCause(failure.technicalCause()).setBusinessCause(failure.businessCause());
      case BankAnswer.NotOurs notOurs ->
          out.setHint(notOurs.hint()).setNoSuchAccount(notOurs.noSuchAccount());
    }
    return out.build();
  }

  static ExtensionRefusal refusal(Extension.Refused refused) {
    return ExtensionRefusal.newBuilder()
        .setTechnicalCause(refused.technicalCause())
        .setBusinessCause(refused.businessCause())
        .setRefuseTime(StopProtos.time(refused.answerTime()))
        .setOperator(OperatorProtos.operator(refused.operator()))
        .build();
  }

  static io.holdfast.proto.freezing.v1.AskedBank asked(AskedBank asked) {
    var out =
        io.holdfast.proto.freezing.v1.AskedBank.newBuilder()
            .setBank(asked.bank().institution())
            .setRoutingBasis(StopProtos.basis(asked.bank()))
            .setRoutingReason(asked.bank().reason())
            .setDispatchTime(StopProtos.time(asked.bank().dispatchTime()))
            .setAnswer(answer(asked.answer()));
    if (asked.acknowledgeTime() != null) {
      out.setAcknowledgeTime(StopProtos.time(asked.acknowledgeTime()));
    }
    return out.build();
  }

  static EarlierExtensionAnswer earlier(EarlierExtension earlier) {
    var out =
        EarlierExtensionAnswer.newBuilder()
            .setState(StopProtos.extension(earlier.answer()))
            .setReason(earlier.reason())
            .setCorrectTime(StopProtos.time(earlier.correctTime()));
    switch (earlier.answer()) {
      case Extension.Granted granted ->
          out.setExecuteTime(StopProtos.time(granted.executeTime()))
              .setOperator(OperatorProtos.operator(granted.operator()));
      case Extension.Refused refused ->
          out.setRefusal(refusal(refused)).setOperator(OperatorProtos.operator(refused.operator()));
      case Extension.NotRequested _, Extension.Requested _ -> {}
    }
    return out.build();
  }

  static EarlierAnswer earlier(io.holdfast.freezing.stop.EarlierAnswer earlier) {
    return EarlierAnswer.newBuilder()
        .setState(StopState.valueOf(earlier.state().name()))
        .setAnswer(answer(earlier.answer()))
        .setReason(earlier.reason())
        .setCorrectTime(StopProtos.time(earlier.correctTime()))
        .setOperator(OperatorProtos.operator(earlier.operator()))
        .build();
  }

  /** The verdicts with what they forbid and what they leave open. */
  static io.holdfast.proto.freezing.v1.Match match(Match match) {
    return io.holdfast.proto.freezing.v1.Match.newBuilder()
        .setName(verdict(match.name()))
        .setAccount(verdict(match.account()))
        .setAmount(verdict(match.amount()))
        .setTime(verdict(match.time()))
        .addAllBlocking(match.blocking().stream().map(AnswerProtos::field).toList())
        .addAllUnproven(match.unproven().stream().map(AnswerProtos::field).toList())
        .build();
  }

  /** A field's name in the contract. */
  static String field(MatchField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  private static Verdict verdict(io.holdfast.freezing.match.Verdict verdict) {
    return Verdict.valueOf(verdict.name());
  }
}
