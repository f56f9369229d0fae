package io.holdfast.freezing.lookup.desk;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.Consent;
import io.holdfast.freezing.lookup.LookupRejection;
import io.holdfast.kit.problem.Problem;
import java.util.stream.Collectors;

/** What the rules refuse, as callers see it. */
final class LookupProblems {
  private LookupProblems() {}

  static Problem of(LookupRejection rejection, AccountQuery query) {
    return switch (rejection) {
      case LookupRejection.WrongState(var state, var allowed) ->
          Problem.of(
              LookupReason.LOOKUP_WRONG_STATE,
              "state",
              state.name(),
              "allowed",
              allowed.stream().map(Enum::name).collect(Collectors.joining(", ")));
      case LookupRejection.ConsentOnRecord() ->
          Problem.of(
              LookupReason.LOOKUP_CONSENT_ON_RECORD,
              "recordTime",
              query.consent() instanceof Consent.Recorded(var time) ? time.toString() : "");
      case LookupRejection.PayeePartial() -> Problem.of(LookupReason.LOOKUP_PAYEE_PARTIAL);
      case LookupRejection.OnwardMissing() -> Problem.of(LookupReason.LOOKUP_ONWARD_MISSING);
      case LookupRejection.CorrectedTooOften(int max) ->
          Problem.of(LookupReason.LOOKUP_CORRECTED_TOO_OFTEN, "max", Integer.toString(max));
      case LookupRejection.AskedBefore(var institution) ->
          Problem.of(LookupReason.LOOKUP_ASKED_BEFORE, "institution", institution);
      case LookupRejection.NotHeldBack() -> Problem.of(LookupReason.LOOKUP_NOT_HELD_BACK);
    };
  }
}
