package io.holdfast.freezing.stop.store;

import static io.holdfast.kit.mongo.StoredForms.isGolden;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.account.Account;
import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.stop.Given;
import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.SpokenGiven;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.freezing.trail.Trail;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored form of orders in each state and of an account. */
class StoredFormTest {
  @ParameterizedTest
  @EnumSource(StopStateName.class)
  void eachStateIsStoredAsCommitted(StopStateName state) throws IOException {
    StopOrder order = in(state);
    assertThat(order.state().name()).isEqualTo(state);
    String found = isGolden("stop-" + state, order);
    assertThat(found).doesNotContain("张测试", "9990010000000007", "9990020000000015", "测试民警");
  }

  @Test
  void papersAreStoredAsCommitted() throws IOException {
    isGolden("stop-papers", Given.delivered());
  }

  @Test
  void whatWasSpokenIsStoredAsCommitted() throws IOException {
    StopOrder adopted = SpokenGiven.adopted();
    isGolden("stop-adopted", adopted);
  }

  @Test
  void anAccountIsStoredAsCommitted() throws IOException {
    var account =
        new Account(
            List.of(
                new Place(1, "order-1", "case-1", Place.Use.STOP, Given.NOON),
                new Place(2, "order-1", "case-1", Place.Use.EXTENSION, Given.NOON)));
    isGolden("account", account);
  }

  @Test
  void moneyThatMovedOnAndAnswersTakenBackAreStoredAsCommitted() throws IOException {
    StopOrder settled =
        Given.then(
            Given.movedOn(),
            new StopCommand.SettleOutflow(1, new Outflow.Next.Opened("child")),
            Given.NOON);
    StopOrder joined =
        Given.then(
            settled,
            new StopCommand.JoinInflow(
                new Inflow(Inflow.Source.outflow("other", 2), 7, Given.NOON)),
            Given.NOON);
    StopOrder corrected =
        Given.then(
            joined,
            new StopCommand.CorrectAnswer(
                new StopCommand.RecordMismatch(MatchField.NAME, Given.OPERATOR), "按错"),
            Given.NOON);
    StopOrder put =
        Given.then(
            corrected,
            new StopCommand.MarkCorrected(
                new StopOrder.Correction("again", Given.request(Given.limits()))),
            Given.NOON);
    isGolden("stop-with-outflows", put);
    isGolden(
        "stop-lifted",
        Given.then(
            Given.released(), new StopCommand.ConfirmLift(null, Given.OPERATOR), Given.NOON));
    isGolden("stop-mistaken", Given.then(joined, new StopCommand.WithdrawMistaken(), Given.NOON));
  }

  @Test
  void sharedStopsAreStoredAsCommitted() throws IOException {
    StopOrder kept =
        Given.then(Given.releaseDemanded(), new StopCommand.KeepInterest("other"), Given.NOON);
    StopOrder leading = Given.then(kept, new StopCommand.AddTransfers(Given.later(2)), Given.NOON);
    isGolden("stop-shared", leading);
    isGolden("stop-joined", Given.joined());
  }

  @Test
  void aTrailIsStoredAsCommitted() throws IOException {
    var trail = new Trail(List.of(new Trail.Step("acct:bank:hash", "order-2", "order-1", 1, 1)));
    isGolden("trail", trail);
  }

  private static StopOrder in(StopStateName state) {
    return switch (state) {
      case ISSUED -> Given.unrouted();
      case SENT -> Given.sent();
      case ACKNOWLEDGED -> Given.acknowledged();
      case STOPPED -> Given.extensionRequested();
      case MISMATCHED -> Given.mismatched();
      case FAILED -> Given.failed();
      case NOT_OURS -> Given.notOurs();
      case RECALLED -> Given.recalled();
      case ANNULLED -> Given.merged();
      case RELEASED -> Given.released();
      case LAPSED -> Given.lapsed();
      case CONVERTED -> Given.converted();
    };
  }
}
