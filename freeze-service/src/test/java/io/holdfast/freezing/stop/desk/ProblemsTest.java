package io.holdfast.freezing.stop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.LocalizedMessage;
import io.grpc.protobuf.StatusProto;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.phone.AdoptionName;
import io.holdfast.freezing.stop.Given;
import io.holdfast.freezing.stop.PaperKind;
import io.holdfast.freezing.stop.PaperStateName;
import io.holdfast.freezing.stop.Rejection;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every refusal of the rules has its reason, and texts without holes in both languages. */
class ProblemsTest {
  private static final List<Rejection> ALL =
      List.of(
          new Rejection.WrongState(StopStateName.SENT, List.of(StopStateName.ACKNOWLEDGED)),
          new Rejection.StopLapsed(Given.NOON),
          new Rejection.Mismatch(List.of(MatchField.AMOUNT)),
          new Rejection.UnprovenReasonMissing(List.of(MatchField.NAME)),
          new Rejection.UnprovenNotAllowed(List.of(MatchField.NAME), "cn-test"),
          new Rejection.TimeImpossible(Given.NOON, Given.NOON, Given.NOON),
          new Rejection.HeldExceedsBalance(2, 1),
          new Rejection.CauseMissing(),
          new Rejection.AlreadyExtended(),
          new Rejection.ExtensionNotRequested(),
          new Rejection.PaperWrongState(PaperStateName.OWED, List.of(PaperStateName.DELIVERED)),
          new Rejection.PaperIncomplete(List.of(PaperKind.STOP_NOTICE)),
          new Rejection.PaperUnmended("印章不清"),
          new Rejection.PaperFilesFull(20),
          new Rejection.PaperNotOverdue(PaperStateName.OWED),
          new Rejection.OverdueReleaseNotAllowed("cn-test"),
          new Rejection.OutflowPayeeMissing(1),
          new Rejection.OutflowTimeImpossible(1, Given.NOON, Given.NOON, Given.NOON),
          new Rejection.OutflowsExceedReceived(2, 1),
          new Rejection.OutflowsFull(200),
          new Rejection.OutflowUnknown(3),
          new Rejection.OutflowNotHeldBack(3),
          new Rejection.ExtensionNotAnswered(),
          new Rejection.BankAskedBefore("bank"),
          new Rejection.BanksAskedFull(10),
          new Rejection.StatementTimeImpossible(1, Given.NOON, Given.NOON, Given.NOON),
          new Rejection.OutflowLineWrong(1, 2),
          new Rejection.AnswerNotCorrectable(Rejection.AnswerNotCorrectable.Why.EXTENSION),
          new Rejection.CorrectedAlready("order"),
          new Rejection.CorrectionsExhausted(3),
          new Rejection.OralNoticesFull(8),
          new Rejection.OralNoticeMissing(),
          new Rejection.AdoptionNotOwed(),
          new Rejection.AdoptedAlready("case"),
          new Rejection.AdoptionMissing(),
          new Rejection.NotUnadopted(AdoptionName.ADOPTED),
          new Rejection.ReleaseNotDemanded(),
          new Rejection.HandOverTimeImpossible(Given.NOON, Given.NOON, Given.NOON),
          new Rejection.LiftNotOwed(StopStateName.STOPPED));

  @Test
  void everyRejectionIsHere() {
    assertThat(ALL.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rejection.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void everyTextIsFilled() throws Exception {
    for (Rejection rejection : ALL) {
      var status =
          Objects.requireNonNull(StatusProto.fromThrowable(Problems.of(rejection).toStatus()));
      assertThat(status.getMessage()).as(rejection.toString()).doesNotContain("{", "}");
      for (Any detail : status.getDetailsList()) {
        if (detail.is(LocalizedMessage.class)) {
          assertThat(detail.unpack(LocalizedMessage.class).getMessage())
              .as(rejection.toString())
              .doesNotContain("{", "}")
              .isNotBlank();
        }
      }
    }
  }

  @Test
  void whatAPolicyDoesNotAllowIsToldByThatReason() {
    assertThat(Problems.of(new Rejection.UnprovenNotAllowed(List.of(), "cn-test")).reason())
        .hasToString("STOP_UNPROVEN_NOT_ALLOWED");
    assertThat(Problems.of(new Rejection.OverdueReleaseNotAllowed("cn-test")).reason())
        .hasToString("STOP_RELEASE_NOT_ALLOWED");
  }

  @Test
  void everyReasonIsUsed() {
    var used =
        ALL.stream()
            .map(Problems::of)
            .map(Problem::reason)
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    // Given by the desk itself: the account's and the directory's word.
    used.addAll(
        List.of(
            "STOP_COUNT_EXCEEDED",
            "INSTITUTION_UNKNOWN",
            "CORRECTION_CHANGES_NOTHING",
            "PAPER_NOT_SHARED"));
    assertThat(used).containsAll(Arrays.stream(StopReason.values()).map(StopReason::name).toList());
  }
}
