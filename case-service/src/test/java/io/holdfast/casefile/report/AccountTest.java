package io.holdfast.casefile.report;

import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When two tellings mean one account. */
class AccountTest {
  @Test
  void aCardIsTheSameWhateverItsBankIsCalled() {
    Account card = Reports.card(CARD);
    assertThat(card.sameAs(Reports.account(AccountKind.NOT_GIVEN, "别名测试银行", CARD))).isTrue();
    assertThat(card.sameAs(Reports.card(OTHER_CARD))).isFalse();
  }

  @Test
  void anotherBanksPassbookWithTheSameNumberIsAnotherAccount() {
    Account passbook = Reports.account(AccountKind.PASSBOOK, "测试银行", "9900010001");
    assertThat(passbook.sameAs(Reports.account(AccountKind.PASSBOOK, "另一测试银行", "9900010001")))
        .isFalse();
    assertThat(passbook.sameAs(Reports.account(AccountKind.PASSBOOK, "", "9900010001"))).isTrue();
  }

  @Test
  void theInstitutionsTheOfficerChoseDecide() {
    Account one = new Account(AccountKind.CARD, "", "a", Reports.card(CARD).number(), name());
    Account two = new Account(AccountKind.CARD, "", "b", Reports.card(CARD).number(), name());
    assertThat(one.sameAs(two)).isFalse();
  }

  @Test
  void partsOfNumbersAreNobodys() {
    assertThat(Reports.card("6222*0007").sameAs(Reports.card("6222*0007"))).isFalse();
    assertThat(Reports.card("").sameAs(Reports.card(""))).isFalse();
  }

  @Test
  void labelShowsKindAndMaskedNumberOnly() {
    assertThat(Reports.card(CARD).label()).isEqualTo("CARD 990001****" + CARD.substring(15));
  }

  private static io.holdfast.kit.value.Personal name() {
    return Reports.card(CARD).name();
  }
}
