package io.holdfast.freezing.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.routing.Routing.Basis;
import io.holdfast.freezing.routing.Routing.Found;
import io.holdfast.freezing.routing.Routing.Unrouted;
import io.holdfast.kit.value.Personal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final Router ROUTER =
      new Router(
          3,
          List.of(
              new Institution("bank-a", "测试银行"),
              new Institution("bank-b", "测试第二银行"),
              new Institution("pay-c", "测试支付")),
          List.of(
              new Line("99900", 0, RoutedKind.ANY, List.of(), "bank-a"),
              new Line("999001", 16, RoutedKind.CARD, List.of(), "bank-b"),
              new Line("999001", 0, RoutedKind.ANY, List.of(), "bank-a"),
              new Line("888", 0, RoutedKind.ANY, List.of(), "bank-a"),
              new Line("888", 0, RoutedKind.ANY, List.of(), "bank-b"),
              new Line("777", 0, RoutedKind.ANY, List.of(), "carrier-x"),
              new Line("13", 11, RoutedKind.WALLET, List.of(), "pay-c"),
              new Line("", 0, RoutedKind.WALLET, List.of("测试 付", "测试·付"), "pay-c"),
              new Line("", 0, RoutedKind.ANY, List.of("双名"), "bank-a"),
              new Line("", 0, RoutedKind.ANY, List.of("双名"), "bank-b")));

  @Test
  void theLongestPrefixOfTheRightLengthWins() {
    assertThat(card("9990010000000007"))
        .isEqualTo(new Found("bank-b", Basis.BY_NUMBER, "BIN 999001, table 3"));
    assertThat(card("9990 0100-0000 0007 123"))
        .isEqualTo(new Found("bank-a", Basis.BY_NUMBER, "BIN 999001, table 3"));
    assertThat(card("9990099999999999"))
        .isEqualTo(new Found("bank-a", Basis.BY_NUMBER, "BIN 99900, table 3"));
  }

  @Test
  void aMaskedNumberIsRoutedByWhatIsVisible() {
    assertThat(card("999001****0007"))
        .isEqualTo(new Found("bank-a", Basis.BY_NUMBER, "BIN 999001, table 3"));
    assertThat(card("****0007")).isInstanceOf(Unrouted.class);
  }

  @Test
  void whatNamesTwoNamesNone() {
    assertThat(card("8881")).isInstanceOf(Unrouted.class);
    assertThat(route(RoutedKind.COMPANY_ACCOUNT, "双名", "", "1")).isInstanceOf(Unrouted.class);
  }

  @Test
  void aLineToNobodyWhoMayBeAskedCountsForNothing() {
    assertThat(card("7771")).isInstanceOf(Unrouted.class);
  }

  @Test
  void walletsGoByNameAndThenByLinesMadeForWallets() {
    assertThat(route(RoutedKind.WALLET, "测试-付", "", "13900000000"))
        .isEqualTo(new Found("pay-c", Basis.BY_NAME, "name 测试付, table 3"));
    assertThat(route(RoutedKind.WALLET, "", "", "13900000000"))
        .isEqualTo(new Found("pay-c", Basis.BY_NUMBER, "BIN 13, table 3"));
    assertThat(route(RoutedKind.WALLET, "", "", "9990010000000007")).isInstanceOf(Unrouted.class);
  }

  @Test
  void companyAccountsGoByTheBanksNameEvenWithItsBranch() {
    assertThat(route(RoutedKind.COMPANY_ACCOUNT, "测试银行 昆明（测试）支行", "", "9990010000000007"))
        .isEqualTo(new Found("bank-a", Basis.BY_NAME, "name 测试银行, table 3"));
    assertThat(route(RoutedKind.COMPANY_ACCOUNT, "", "", "9990012"))
        .isEqualTo(new Found("bank-a", Basis.BY_NUMBER, "BIN 999001, table 3"));
  }

  @Test
  void aCardNobodysRangeHoldsGoesByName() {
    assertThat(route(RoutedKind.CARD, "测试银行", "", "5550000000000000"))
        .isEqualTo(new Found("bank-a", Basis.BY_NAME, "name 测试银行, table 3"));
  }

  @Test
  void theOfficersChoiceWinsAndSaysAgainstWhat() {
    assertThat(route(RoutedKind.CARD, "", "bank-a", "9990010000000007"))
        .isEqualTo(
            new Found(
                "bank-a", Basis.BY_OFFICER, "chosen by the officer; against BIN 999001, table 3"));
    assertThat(route(RoutedKind.CARD, "", "bank-b", "9990010000000007"))
        .isEqualTo(
            new Found(
                "bank-b", Basis.BY_OFFICER, "chosen by the officer; BIN 999001, table 3 agrees"));
    assertThat(route(RoutedKind.CARD, "", "pay-c", "1"))
        .isEqualTo(new Found("pay-c", Basis.BY_OFFICER, "chosen by the officer"));
    assertThat(route(RoutedKind.CARD, "", "nobody", "1")).isInstanceOf(Unrouted.class);
  }

  @Test
  void anEmptyTableRoutesNothing() {
    var empty = new Router(0, List.of(), List.of());
    assertThat(
            empty.route(
                new Wanted(RoutedKind.CARD, "测试银行", "", Personal.of(Personal.Kind.ACCOUNT, "1"))))
        .isEqualTo(new Unrouted("no number range, table 0; no such name, table 0"));
  }

  private static Routing card(String number) {
    return route(RoutedKind.CARD, "", "", number);
  }

  private static Routing route(RoutedKind kind, String name, String chosen, String number) {
    return ROUTER.route(new Wanted(kind, name, chosen, Personal.of(Personal.Kind.ACCOUNT, number)));
  }
}
