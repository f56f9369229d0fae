package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.EQUAL;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.cash;
import static io.holdfast.freezing.stop.Given.moved;
import static io.holdfast.freezing.stop.Given.recordStop;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.match.Told;
import io.holdfast.freezing.stop.Outflow.Next;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutflowRulesTest {
  private static final String NEXT_CARD = "9990020000000049";

  @Test
  void moneyThatMovedOnLeavesTheStopRunning() {
    StopOrder order = Given.movedOn();
    assertThat(order.state()).isInstanceOf(StopState.Stopped.class);
    assertThat(order.outflows()).extracting(Outflow::number).containsExactly(1, 2);
    assertThat(order.outflows().getFirst().next()).isEqualTo(new Next.Opening(false));
    assertThat(order.outflows().getLast().next()).isEqualTo(new Next.EndsHere());
  }

  @Test
  void anEmptyAccountIsStoppedToo() {
    var empty =
        new StopCommand.RecordStop(
            EQUAL, null, 0, 0, "", List.of(moved(NEXT_CARD, 5_000_000)), null, List.of(), OPERATOR);
    assertThat(then(Given.acknowledged(), empty, NOON).state())
        .isInstanceOf(StopState.Stopped.class);
  }

  @Test
  void noMoreLeavesThanHadCome() {
    var all = new StopCommand.RecordOutflows(List.of(cash(5_000_000)));
    assertThat(then(Given.stopped(), all, NOON).outflows()).hasSize(1);
    var more = new StopCommand.RecordOutflows(List.of(cash(5_000_001)));
    assertThat(StopRules.decide(Given.stopped(), more, NOON))
        .isEqualTo(
            new Decision.Rejected(new Rejection.OutflowsExceedReceived(5_000_001, 5_000_000)));
    var joined =
        then(
            Given.stopped(),
            new StopCommand.JoinInflow(new Inflow(Inflow.Source.outflow("other", 1), 1, NOON)),
            NOON);
    assertThat(then(joined, more, NOON).outflows()).hasSize(1);
  }

  @Test
  void anOutflowMayNameTheLineItStandsIn() {
    var in = line(StatementLine.Direction.CREDIT, NOON.minusSeconds(120));
    var out = line(StatementLine.Direction.DEBIT, NOON.minusSeconds(60));
    Outflow told = on(2, 600);
    var stop =
        new StopCommand.RecordStop(
            EQUAL, null, 0, 0, "", List.of(told), null, List.of(in, out), OPERATOR);
    StopOrder order = then(Given.acknowledged(), stop, NOON);
    assertThat(order.outflows().getFirst().line()).isEqualTo(2);
    for (Outflow wrong : List.of(on(1, 600), on(2, 601), on(3, 600))) {
      assertThat(StopRules.decide(order, outflows(wrong), NOON))
          .isEqualTo(new Decision.Rejected(new Rejection.OutflowLineWrong(1, wrong.line())));
    }
    assertThat(then(order, outflows(on(2, 500)), NOON).outflows()).hasSize(2);
    var ahead =
        new StopCommand.RecordStop(
            EQUAL,
            null,
            0,
            0,
            "",
            List.of(),
            null,
            List.of(line(StatementLine.Direction.CREDIT, NOON.plusSeconds(600))),
            OPERATOR);
    assertThat(StopRules.decide(Given.acknowledged(), ahead, NOON))
        .matches(
            decision ->
                decision instanceof Decision.Rejected(Rejection.StatementTimeImpossible wrong)
                    && wrong.position() == 1);
  }

  private static Outflow on(int line, long fen) {
    Outflow told = cash(fen);
    return new Outflow(0, told.kind(), null, fen, told.time(), "", told.place(), line, told.next());
  }

  private static StatementLine line(StatementLine.Direction direction, Instant time) {
    return new StatementLine(
        time, direction, 600, 0, null, TransferOut.Channel.ATM, "T-1", "测试支行", "S-1");
  }

  @Test
  void toldTwiceAnOutflowIsOne() {
    var again = new StopCommand.RecordOutflows(List.of(moved(NEXT_CARD, 1_000_000), cash(7)));
    StopOrder order = then(Given.movedOn(), again, NOON.plusSeconds(60));
    assertThat(order.outflows()).hasSize(3);
    assertThat(order.outflows().getLast().amountFen()).isEqualTo(7);
  }

  @Test
  void anAccountWantsItsNumberAndATimeAfterTheMoneyCame() {
    assertThat(StopRules.decide(Given.stopped(), outflows(moved(" ", 1)), NOON))
        .isEqualTo(new Decision.Rejected(new Rejection.OutflowPayeeMissing(1)));
    Outflow early = cash(1);
    var before =
        new Outflow(
            0, early.kind(), null, 1, NOON.minus(Duration.ofHours(1)), "", "", 0, early.next());
    assertThat(StopRules.decide(Given.stopped(), outflows(cash(1), before), NOON))
        .matches(
            decision ->
                decision instanceof Decision.Rejected(Rejection.OutflowTimeImpossible impossible)
                    && impossible.position() == 2);
  }

  @Test
  void anotherAnswerWithdrawsWhatRestedOnTheFirst() {
    StopOrder order =
        then(Given.movedOn(), new StopCommand.SettleOutflow(1, new Next.Opened("child")), NOON);
    var mismatch = new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR);
    StopOrder corrected = then(order, new StopCommand.CorrectAnswer(mismatch, "按错"), NOON);
    assertThat(corrected.state()).isInstanceOf(StopState.Mismatched.class);
    assertThat(corrected.outflows())
        .extracting(Outflow::next)
        .containsExactly(
            new Next.Withdrawn(NOON, new Next.Opened("child")),
            new Next.Withdrawn(NOON, new Next.EndsHere()));
    assertThat(corrected.paper().state()).isEqualTo(new PaperState.NotOwed());
    assertThat(corrected.earlierAnswers()).hasSize(1);
  }

  @Test
  void whatTheRightAnswerNamesTooStands() {
    StopOrder order =
        then(Given.movedOn(), new StopCommand.SettleOutflow(1, new Next.Opened("child")), NOON);
    StopOrder corrected =
        then(
            order,
            new StopCommand.CorrectAnswer(
                recordStop(EQUAL, null, List.of(moved(NEXT_CARD, 1_000_000))), "取现不是本人"),
            NOON);
    assertThat(corrected.outflows()).hasSize(2);
    assertThat(corrected.outflows().getFirst().follower()).isEqualTo("child");
    assertThat(corrected.outflows().getLast().stands()).isFalse();
  }

  @Test
  void aCorrectedOrderIsTheOneThatWasAnsweredRightAtOnce() {
    StopCommand.RecordStop right = recordStop(EQUAL, NOON, List.of(moved(NEXT_CARD, 2)));
    StopOrder atOnce = then(Given.acknowledged(), right, NOON);
    for (StopOrder wrong :
        List.of(Given.stopped(), Given.movedOn(), Given.mismatched(), Given.failed())) {
      StopOrder corrected = then(wrong, new StopCommand.CorrectAnswer(right, "更正"), NOON);
      assertThat(corrected.state().name()).isEqualTo(atOnce.state().name());
      assertThat(corrected.answer()).isEqualTo(atOnce.answer());
      assertThat(corrected.paper()).isEqualTo(atOnce.paper());
      assertThat(Clocks.of(corrected, NOON)).isEqualTo(Clocks.of(atOnce, NOON));
      assertThat(corrected.outflows().stream().filter(Outflow::stands).map(Outflow::amountFen))
          .containsExactly(2L);
    }
  }

  @Test
  void aMistakenOrderEndsUnlessOtherMoneyCame() {
    StopOrder ended = then(Given.stopped(), new StopCommand.WithdrawMistaken(), NOON);
    assertThat(ended.state())
        .isEqualTo(new StopState.Released(NOON, EndCause.ANSWER_CORRECTED, ""));
    StopOrder joined =
        then(
            Given.stopped(),
            new StopCommand.JoinInflow(new Inflow(Inflow.Source.outflow("other", 1), 100, NOON)),
            NOON);
    StopOrder standing = then(joined, new StopCommand.WithdrawMistaken(), NOON);
    assertThat(standing.state()).isEqualTo(joined.state());
    assertThat(standing.receivedFen()).as("what it was made for came elsewhere").isEqualTo(100);
    assertThat(standing.told().payments())
        .as("the bank looks for what is still said to have come")
        .extracting(Told.Payment::amountFen)
        .containsExactly(100L);
    assertThat(Sharing.carries(standing, standing.request().transfers().getFirst()))
        .as("told of this account again, it is added anew")
        .isFalse();
    assertThat(then(standing, new StopCommand.WithdrawMistaken(), NOON)).isEqualTo(standing);
    StopOrder left =
        then(standing, new StopCommand.LeaveInflow(Inflow.Source.outflow("other", 1)), NOON);
    assertThat(left.state())
        .as("the last that spoke for it is gone")
        .isEqualTo(new StopState.Released(NOON, EndCause.ANSWER_CORRECTED, ""));
  }

  @Test
  void whatALaterAnswerToldStaysWhenAnEarlierIsTakenBackOnceMore() {
    StopOrder third = then(Given.stopped(), joining(3, 100), NOON);
    StopOrder fifth = then(third, joining(5, 200), NOON);
    assertThat(fifth.inflows()).as("told anew, it counts once").hasSize(1);
    assertThat(then(fifth, joining(3, 100), NOON)).as("told late").isEqualTo(fifth);
    assertThat(then(fifth, leaving(3), NOON)).isEqualTo(fifth);
    assertThat(then(fifth, leaving(5), NOON).inflows()).isEmpty();
    // The same told once more is a later answer, and stands for what the earlier has led to.
    assertThat(then(fifth, leaving(6), NOON).inflows()).isEmpty();
  }

  private static StopCommand joining(int answer, long amountFen) {
    return new StopCommand.JoinInflow(
        new Inflow(Inflow.Source.lookup("lookup", answer), amountFen, NOON));
  }

  private static StopCommand leaving(int answer) {
    return new StopCommand.LeaveInflow(Inflow.Source.lookup("lookup", answer));
  }

  @Test
  void anOrderThatCameToNothingHoldsNoMoneyThatWasTakenBack() {
    for (StopOrder order : List.of(Given.mismatched(), Given.failed(), Given.lapsed())) {
      StopOrder after = then(order, new StopCommand.WithdrawMistaken(), NOON);
      assertThat(after.state()).isEqualTo(order.state());
      assertThat(after.receivedFen()).isZero();
    }
  }

  @Test
  void aMismatchIsPutRightAFewTimesOnly() {
    var put = new StopOrder.Correction("again", Given.request(Given.limits()));
    StopOrder corrected = then(Given.mismatched(), new StopCommand.MarkCorrected(put), NOON);
    assertThat(corrected.correctedBy()).isEqualTo("again");
    assertThat(StopRules.decide(corrected, new StopCommand.MarkCorrected(put), NOON))
        .isEqualTo(Decision.accept());
    var other = new StopOrder.Correction("other", put.request());
    assertThat(StopRules.decide(corrected, new StopCommand.MarkCorrected(other), NOON))
        .isEqualTo(new Decision.Rejected(new Rejection.CorrectedAlready("again")));
  }

  private static StopCommand outflows(Outflow... outflows) {
    return new StopCommand.RecordOutflows(List.of(outflows));
  }
}
