package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.phone.desk.PhoneReason;
import io.holdfast.freezing.stop.Rejection;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the domain refuses, as callers see it. */
final class Problems {
  private Problems() {}

  static Problem of(Rejection rejection) {
    return switch (rejection) {
      case Rejection.WrongState(var state, var allowed) ->
          Problem.of(StopReason.STOP_WRONG_STATE, "state", state.name(), "allowed", names(allowed));
      case Rejection.StopLapsed(var lapse) ->
          Problem.of(StopReason.STOP_LAPSED, "lapseTime", lapse.toString());
      case Rejection.Mismatch(var fields) ->
          Problem.of(StopReason.STOP_MISMATCH, "fields", fields(fields));
      case Rejection.UnprovenReasonMissing(var fields) ->
          Problem.of(StopReason.STOP_UNPROVEN_REASON_MISSING, "fields", fields(fields));
      case Rejection.UnprovenNotAllowed(var fields, var policy) ->
          Problem.of(
              StopReason.STOP_UNPROVEN_NOT_ALLOWED, "fields", fields(fields), "policy", policy);
      case Rejection.TimeImpossible(var given, var earliest, var latest) ->
          impossible(StopReason.STOP_TIME_IMPOSSIBLE, given, earliest, latest);
      case Rejection.HeldExceedsBalance(long held, long balance) ->
          invalid(
              "heldFen",
              "HELD_EXCEEDS_BALANCE",
              "止付金额 " + held + " 分大于止付前余额 " + balance + " 分。",
              "More is held than there was; give the balance before the stop.");
      case Rejection.CauseMissing() ->
          invalid(
              "technicalCause",
              "CAUSE_MISSING",
              "请填写技术原因或业务原因。",
              "Give a technical or a business cause.");
      case Rejection.AlreadyExtended() -> Problem.of(StopReason.STOP_ALREADY_EXTENDED);
      case Rejection.ExtensionNotAnswered() -> Problem.of(StopReason.EXTENSION_NOT_ANSWERED);
      case Rejection.BankAskedBefore(var bank) ->
          Problem.of(StopReason.STOP_BANK_ASKED_BEFORE, "bank", bank);
      case Rejection.BanksAskedFull(int max) ->
          Problem.of(KitReason.LIMIT_REACHED, "what", "banks", "limit", Integer.toString(max));
      case Rejection.ExtensionNotRequested() -> Problem.of(StopReason.EXTENSION_NOT_REQUESTED);
      case Rejection.PaperWrongState(var state, var allowed) ->
          Problem.of(
              StopReason.PAPER_WRONG_STATE, "state", state.name(), "allowed", names(allowed));
      case Rejection.PaperIncomplete(var missing) ->
          Problem.of(StopReason.PAPER_INCOMPLETE, "missing", names(missing));
      case Rejection.HandOverTimeImpossible(var given, var earliest, var latest) ->
          impossible(StopReason.HAND_OVER_TIME_IMPOSSIBLE, given, earliest, latest);
      case Rejection.PaperUnmended _ -> Problem.of(StopReason.PAPER_UNMENDED);
      case Rejection.PaperFilesFull(int max) ->
          Problem.of(KitReason.LIMIT_REACHED, "what", "papers", "limit", Integer.toString(max));
      case Rejection.PaperNotOverdue(var state) ->
          Problem.of(StopReason.PAPER_NOT_OVERDUE, "state", state.name());
      case Rejection.OutflowPayeeMissing(int position) ->
          Problem.of(StopReason.OUTFLOW_PAYEE_MISSING, "position", Integer.toString(position));
      case Rejection.OutflowTimeImpossible(int position, var given, var earliest, var latest) ->
          impossible(
              StopReason.OUTFLOW_TIME_IMPOSSIBLE,
              given,
              earliest,
              latest,
              "position",
              Integer.toString(position));
      case Rejection.StatementTimeImpossible(int position, var given, var earliest, var latest) ->
          impossible(
              StopReason.STATEMENT_TIME_IMPOSSIBLE,
              given,
              earliest,
              latest,
              "position",
              Integer.toString(position));
      case Rejection.OutflowLineWrong(int position, int line) ->
          Problem.of(
              StopReason.OUTFLOW_LINE_WRONG,
              "position",
              Integer.toString(position),
              "line",
              Integer.toString(line));
      case Rejection.OutflowsExceedReceived(long outflows, long received) ->
          Problem.of(
              StopReason.OUTFLOWS_EXCEED_RECEIVED,
              "outflowsFen",
              Long.toString(outflows),
              "receivedFen",
              Long.toString(received));
      case Rejection.OutflowsFull(int max) ->
          Problem.of(KitReason.LIMIT_REACHED, "what", "outflows", "limit", Integer.toString(max));
      case Rejection.OutflowUnknown(int outflow) ->
          Problem.of(StopReason.OUTFLOW_UNKNOWN, "outflow", Integer.toString(outflow));
      case Rejection.OutflowNotHeldBack(int outflow) ->
          Problem.of(StopReason.OUTFLOW_NOT_HELD_BACK, "outflow", Integer.toString(outflow));
      case Rejection.AnswerNotCorrectable(var why) ->
          Problem.of(StopReason.ANSWER_NOT_CORRECTABLE, "why", why.name());
      case Rejection.CorrectedAlready(var order) ->
          Problem.of(StopReason.STOP_CORRECTED_ALREADY, "stopOrder", order);
      case Rejection.CorrectionsExhausted(int max) ->
          Problem.of(StopReason.STOP_CORRECTIONS_EXHAUSTED, "max", Integer.toString(max));
      case Rejection.OralNoticesFull(int max) ->
          Problem.of(
              KitReason.LIMIT_REACHED, "what", "oral notices", "limit", Integer.toString(max));
      case Rejection.OralNoticeMissing() -> Problem.of(PhoneReason.ORAL_NOTICE_MISSING);
      case Rejection.AdoptionNotOwed() -> Problem.of(PhoneReason.ADOPTION_NOT_OWED);
      case Rejection.AdoptedAlready(var caseId) ->
          Problem.of(PhoneReason.ADOPTED_ALREADY, "case", caseId);
      case Rejection.AdoptionMissing() -> Problem.of(PhoneReason.ADOPTION_MISSING);
      case Rejection.NotUnadopted(var adoption) ->
          Problem.of(
              PhoneReason.STOP_NOT_UNADOPTED,
              "adoption",
              adoption == null ? "ADOPTION_STATE_UNSPECIFIED" : adoption.name());
      case Rejection.LiftNotOwed(var state) ->
          Problem.of(StopReason.LIFT_NOT_OWED, "state", state.name());
      case Rejection.ReleaseNotDemanded() -> Problem.of(StopReason.RELEASE_NOT_DEMANDED);
      case Rejection.OverdueReleaseNotAllowed(var policy) ->
          Problem.of(StopReason.STOP_RELEASE_NOT_ALLOWED, "policy", policy);
    };
  }

  /**
   * A time outside the span it can lie in; {@code where} names, by keys and values, whose it is.
   */
  private static Problem impossible(
      StopReason reason, Instant given, Instant earliest, Instant latest, String... where) {
    var span =
        Stream.of(
            "given",
            given.toString(),
            "earliest",
            earliest.toString(),
            "latest",
            latest.toString());
    return Problem.of(reason, Stream.concat(Stream.of(where), span).toArray(String[]::new));
  }

  static Problem invalid(String field, String rule, String zh, String en) {
    return Problem.invalid(List.of(new Violation(field, rule, zh, en)));
  }

  private static String names(List<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static String fields(List<MatchField> fields) {
    return fields.stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
