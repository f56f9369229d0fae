package io.holdfast.casefile.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.AccountKind;
import io.holdfast.kit.value.Personal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingCopyTest {
  private static final RoutingCopy ROUTES =
      new RoutingCopy(
          Map.of("a", "测试银行一", "b", "测试银行二", "pay", "测试支付"),
          List.of(
              line("9990", 0, AccountKind.NOT_GIVEN, "a"),
              line("999001", 0, AccountKind.NOT_GIVEN, "a"),
              line("999001", 18, AccountKind.NOT_GIVEN, "b"),
              line("999002", 0, AccountKind.CARD, "b"),
              line("999003", 0, AccountKind.NOT_GIVEN, "gone"),
              line("999004", 0, AccountKind.NOT_GIVEN, "a"),
              line("999004", 0, AccountKind.NOT_GIVEN, "b"),
              new Line("", 0, AccountKind.WALLET, List.of("测试付"), "pay")));

  private static Line line(String prefix, int length, AccountKind kind, String institution) {
    return new Line(prefix, length, kind, List.of(), institution);
  }

  private static Account account(AccountKind kind, String number, String name, String chosen) {
    return new Account(
        kind,
        name,
        chosen,
        Personal.of(Personal.Kind.ACCOUNT, number),
        Personal.of(Personal.Kind.NAME, ""));
  }

  private static String bank(AccountKind kind, String number, String name, String chosen) {
    return ROUTES.bank(account(kind, number, name, chosen)).orElse("");
  }

  @Test
  void theLongestPrefixThenTheLengthThenTheKindDecides() {
    assertThat(bank(AccountKind.CARD, "9990990000000000", "", "")).isEqualTo("a");
    assertThat(bank(AccountKind.CARD, "9990010000000000", "", "")).isEqualTo("a");
    assertThat(bank(AccountKind.CARD, "999001000000000000", "", "")).isEqualTo("b");
    assertThat(bank(AccountKind.CARD, "9990020000000000", "", "")).isEqualTo("b");
    assertThat(bank(AccountKind.PASSBOOK, "9990020000000000", "", "")).isEqualTo("a");
  }

  @Test
  void theOfficersChoiceWinsWhereItExists() {
    assertThat(bank(AccountKind.CARD, "9990010000000000", "", "b")).isEqualTo("b");
    assertThat(bank(AccountKind.CARD, "9990010000000000", "", "gone")).isEqualTo("a");
  }

  @Test
  void walletsGoByName() {
    assertThat(bank(AccountKind.WALLET, "9990010000000000", "测试付", "")).isEqualTo("pay");
    assertThat(bank(AccountKind.WALLET, "9990010000000000", "", "")).isEmpty();
    assertThat(bank(AccountKind.CARD, "1", "测试银行二（某支行）", "")).isEqualTo("b");
  }

  @Test
  void whatNamesTwoNamesNone() {
    assertThat(bank(AccountKind.CARD, "9990040000000000", "", "")).isEmpty();
    assertThat(bank(AccountKind.CARD, "9990030000000000", "", "")).isEqualTo("a");
    assertThat(bank(AccountKind.CARD, "", "", "")).isEmpty();
  }
}
