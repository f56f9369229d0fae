package io.holdfast.freezing.lookup;

import static io.holdfast.freezing.lookup.Asking.NOON;
import static io.holdfast.freezing.lookup.Asking.then;
import static io.holdfast.kit.mongo.StoredForms.isGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored form of lookups in each state. */
class StoredFormTest {
  @ParameterizedTest
  @EnumSource(LookupStateName.class)
  void eachStateIsStoredAsCommitted(LookupStateName state) throws IOException {
    AccountQuery query = Asking.in(state);
    assertThat(query.state().name()).isEqualTo(state);
    assertThat(isGolden("lookup-" + state, query))
        .doesNotContain("9990030000000023", "9990010000000007", "李测试", "张测试", "测试民警");
  }

  @Test
  void whatFollowedAndWhatWasTakenBackAreStoredAsCommitted() throws IOException {
    AccountQuery opened =
        then(
            Asking.in(LookupStateName.TOLD),
            new LookupCommand.Settle(1, new LookupNext.StopOpened("order-1")),
            NOON);
    AccountQuery passedOn = then(opened, Asking.correct(Asking.onward("测试支付")), NOON);
    AccountQuery heldBack =
        then(
            passedOn,
            new LookupCommand.Settle(2, new LookupNext.HeldBack(LookupNext.Bound.STEPS)),
            NOON);
    isGolden("lookup-corrected", then(heldBack, new LookupCommand.RecordConsent(), NOON));
    AccountQuery notTheirs =
        then(Asking.acknowledged(), Asking.unable(LookupAnswer.Why.PAYER_NOT_OURS), NOON);
    isGolden("lookup-routed-anew", then(notTheirs, Asking.route("bank-b", NOON), NOON));
  }
}
