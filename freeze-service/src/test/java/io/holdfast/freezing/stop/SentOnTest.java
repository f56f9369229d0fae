package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.stop.StopEvent.LeadFollowed.News;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that several cases share goes on to another bank with all of them. */
class SentOnTest {
  @Test
  void whoSharesAnOrderThatIsNotItsBanksStaysWithIt() {
    StopOrder sent = Given.sharedSentOn();

    assertThat(Given.sharedNotOurs().shares().interest("other")).isPresent();
    assertThat(sent.shares().interest("other")).isPresent();
    assertThat(sent.destination().bank()).isEqualTo("bank-b");
  }

  @Test
  void whoTurnsUpAtTheOrderWhileItLooksForItsBankGoesAlong() {
    StopOrder waiting =
        then(
            Given.sharedNotOurs(),
            new StopCommand.JoinInterest(Given.interest("third", NOON)),
            NOON);

    assertThat(waiting.shares().interests()).extracting(Interest::order).contains("third");
  }

  @Test
  void anInterestIsToldWhereItsOrderHasGone() {
    StopOrder joined = Given.joined();
    var notOurs = Given.shown(new StopState.NotOurs(NOON), 2);
    StopOrder waiting = then(joined, notOurs, NOON);
    var issued = Given.shown("bank-b", new StopState.Issued(NOON), 3);

    assertThat(news(joined, notOurs)).isEqualTo(News.NOT_OURS);
    assertThat(news(waiting, issued)).isEqualTo(News.ROUTED);
    StopOrder along = then(waiting, issued, NOON);
    assertThat(along.destination().bank()).isEqualTo("bank-b");
    assertThat(along.seal()).as("signed for the bank before").isNull();
    assertThat(along.joined()).isTrue();
  }

  private static News news(StopOrder order, StopCommand shown) {
    List<StopEvent> events = ((Decision.Accepted) StopRules.decide(order, shown, NOON)).events();
    return ((StopEvent.LeadFollowed) events.getFirst()).news();
  }

  @Test
  void theAccountAtTheNextBankHasItsOwnLead() {
    Decision joins =
        StopRules.decide(Given.sharedSentOn(), new StopCommand.JoinLead("lead-there", false), NOON);

    assertThat(((Decision.Accepted) joins).events())
        .as("the others join that one for themselves")
        .contains(new StopEvent.InterestsDissolved(List.of("other")));
  }

  @Test
  void whoGoesAloneGoesWhereItsOrderWent() {
    assertThat(Given.joined().along(Given.sharedSentOn()).destination().bank()).isEqualTo("bank-b");
    assertThat(Given.joined().along(Given.sharedNotOurs()).destination().bank())
        .as("it has gone nowhere yet")
        .isEqualTo(Given.BANK);
  }

  @Test
  void anOrderNobodyStandsBehindTakesNobodyAlong() {
    StopOrder born =
        then(
            SpokenGiven.phoned(),
            new StopCommand.JoinInterest(Given.interest("other", NOON)),
            NOON);
    StopOrder astray =
        then(
            born,
            new StopCommand.CorrectAnswer((StopCommand.Answer) Given.recordNotOurs(""), "账户不属本行"),
            NOON);

    assertThat(astray.state()).isInstanceOf(StopState.NotOurs.class);
    assertThat(astray.shares().interests()).isEmpty();
  }
}
