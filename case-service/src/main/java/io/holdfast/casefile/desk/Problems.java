package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseState;
import io.holdfast.casefile.casefile.Rejection;
import io.holdfast.casefile.casefile.Rejection.ApplicantIsApprover;
import io.holdfast.casefile.casefile.Rejection.ContactNotTraceable;
import io.holdfast.casefile.casefile.Rejection.ContactUnknown;
import io.holdfast.casefile.casefile.Rejection.Faulty;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.NothingToProtect;
import io.holdfast.casefile.casefile.Rejection.NoticeTimeImpossible;
import io.holdfast.casefile.casefile.Rejection.SecondOfficerIsFirst;
import io.holdfast.casefile.casefile.Rejection.TraceUnderWay;
import io.holdfast.casefile.casefile.Rejection.TraceUnknown;
import io.holdfast.casefile.casefile.Rejection.WrongState;
import io.holdfast.casefile.draft.DraftDecision.Refused;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.wire.DraftProtos;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the domain refuses, as callers see it. */
final class Problems {
  private Problems() {}

  static Problem of(Rejection rejection) {
    return switch (rejection) {
      case WrongState(var state, var allowed) ->
          Problem.of(
              CaseReason.CASE_WRONG_STATE,
              "state",
              state.name(),
              "allowed",
              allowed.stream().map(CaseState.Name::name).collect(Collectors.joining(", ")));
      case ApplicantIsApprover() -> Problem.of(CaseReason.APPLICANT_IS_APPROVER);
      case Full(var part, var limit) ->
          Problem.of(
              KitReason.LIMIT_REACHED,
              "what",
              part.name().toLowerCase(Locale.ROOT),
              "limit",
              Integer.toString(limit));
      case NoticeTimeImpossible() ->
          Problem.invalid(
              List.of(
                  new Violation(
                      "deliveryTime",
                      "DELIVERY_TIME_IMPOSSIBLE",
                      "送达时间不能早于不予立案决定，也不能晚于现在。",
                      "Not before the decision, and not in the future.")));
      case TraceUnknown() -> Problem.of(KitReason.ACCESS_DENIED);
      case ContactUnknown(int contact) ->
          Problem.of(CaseReason.CONTACT_UNKNOWN, "contact", Integer.toString(contact));
      case ContactNotTraceable(var lack) ->
          Problem.of(
              CaseReason.CONTACT_NOT_TRACEABLE, "lack", lack.name().toLowerCase(Locale.ROOT));
      case TraceUnderWay(var trace) -> Problem.of(CaseReason.TRACE_UNDER_WAY, "trace", trace);
      case SecondOfficerIsFirst() -> Problem.of(CaseReason.SECOND_OFFICER_IS_FIRST);
      case NothingToProtect() -> Problem.of(CaseReason.PROTECTION_NOTHING_TO_STOP);
      case Faulty(var faults) -> of(faults);
    };
  }

  static Problem of(Refused refused) {
    return switch (refused) {
      case Refused.WrongState(var state, var allowed) ->
          Problem.of(
              CaseReason.DRAFT_WRONG_STATE,
              "state",
              DraftProtos.state(state).name(),
              "allowed",
              allowed.stream()
                  .map(name -> DraftProtos.state(name).name())
                  .collect(Collectors.joining(", ")));
      case Refused.NotOffered() -> Problem.of(CaseReason.DRAFT_NOT_OFFERED);
      case Refused.FieldMoved(var path, var version) ->
          Problem.of(CaseReason.DRAFT_FIELD_MOVED, "path", path, "version", Long.toString(version));
      case Refused.Full(var part, var limit) ->
          Problem.of(
              KitReason.LIMIT_REACHED,
              "what",
              part.name().toLowerCase(Locale.ROOT),
              "limit",
              Integer.toString(limit));
    };
  }

  static Problem of(List<Finding> faults) {
    return Problem.invalid(
        faults.stream()
            .map(
                fault ->
                    new Violation(
                        fault.field(), fault.rule().name(), fault.rule().zh(), fault.rule().en()))
            .toList());
  }
}
