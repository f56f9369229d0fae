package io.holdfast.liaison.trace.desk;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.liaison.trace.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the domain refuses, as callers see it. */
final class Problems {
  private Problems() {}

  static Problem of(Rejection rejection) {
    return switch (rejection) {
      case Rejection.WrongStage(var stage, var allowed) ->
          Problem.of(
              TraceReason.TRACE_WRONG_STATE, "state", stage.name(), "allowed", names(allowed));
      case Rejection.HopWrongState(var state, var allowed) ->
          Problem.of(
              TraceReason.TRACE_HOP_WRONG_STATE, "state", state.name(), "allowed", names(allowed));
      case Rejection.HopNotYours() -> Problem.of(KitReason.ACCESS_DENIED);
      case Rejection.HopNotOnPaper(int hop) ->
          Problem.of(TraceReason.TRACE_HOP_NOT_ON_PAPER, "hop", Integer.toString(hop));
      case Rejection.RequesterIsApprover() -> Problem.of(TraceReason.TRACE_REQUESTER_IS_APPROVER);
      case Rejection.NotLanded(var stage) ->
          Problem.of(TraceReason.TRACE_NOT_LANDED, "state", stage.name());
      case Rejection.Missing(var field) -> missing(field);
      case Rejection.NumberDiffers() -> Problem.of(TraceReason.TRACE_NUMBER_DIFFERS);
      case Rejection.TimeDiffers(var start, var earliest, var latest) ->
          Problem.of(
              TraceReason.TRACE_TIME_DIFFERS,
              "start",
              start.toString(),
              "earliest",
              earliest.toString(),
              "latest",
              latest.toString());
      case Rejection.DurationDiffers(int seconds, int expected, var slack) ->
          Problem.of(
              TraceReason.TRACE_DURATION_DIFFERS,
              "seconds",
              Integer.toString(seconds),
              "expected",
              Integer.toString(expected),
              "slack",
              Long.toString(slack.toSeconds()));
      case Rejection.RouteDiffers(int hop) ->
          Problem.of(TraceReason.TRACE_ROUTE_DIFFERS, "hop", Integer.toString(hop));
      case Rejection.Loop(int hop) ->
          Problem.of(TraceReason.TRACE_LOOP, "hop", Integer.toString(hop));
      case Rejection.TimeImpossible(var given, var latest) ->
          Problem.of(
              TraceReason.TRACE_TIME_IMPOSSIBLE,
              "given",
              given.toString(),
              "latest",
              latest.toString());
      case Rejection.Full(var part, int limit) ->
          Problem.of(
              KitReason.LIMIT_REACHED,
              "what",
              part.name().toLowerCase(Locale.ROOT),
              "limit",
              Integer.toString(limit));
    };
  }

  private static Problem missing(Rejection.Field field) {
    return switch (field) {
      case RECORD ->
          invalid("answer.record", "RECORD_MISSING", "请填写话单。", "Give the record of the call.");
      case UPSTREAM ->
          invalid("answer.upstream", "UPSTREAM_MISSING", "请写明上游单位。", "Name the upstream.");
      case REASON -> invalid("answer.reason", "REASON_MISSING", "请填写原因。", "Give the reason.");
      case PAPER_NUMBER ->
          invalid(
              "paperNumber",
              "PAPER_NUMBER_MISSING",
              "书面协查须填写已送达的文书编号。",
              "Give the number of the paper that was handed over.");
    };
  }

  private static Problem invalid(String field, String rule, String zh, String en) {
    return Problem.invalid(List.of(new Violation(field, rule, zh, en)));
  }

  private static String names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
