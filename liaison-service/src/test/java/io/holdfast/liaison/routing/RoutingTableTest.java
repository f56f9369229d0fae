package io.holdfast.liaison.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.routing.RoutingTable.Difference;
import io.holdfast.liaison.routing.RoutingTable.Fault;
import io.holdfast.liaison.routing.RoutingTable.Import;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {
  private static final List<Route> LINES =
      List.of(
          number("9900", 0, AccountKind.ANY, "bank-a"),
          number("990001", 0, AccountKind.ANY, "bank-b"),
          number("990001", 19, AccountKind.ANY, "bank-c"),
          number("990001", 19, AccountKind.CARD, "bank-d"),
          number("88", 16, AccountKind.PASSBOOK, "bank-e"),
          named(AccountKind.WALLET, "pay-f", "测试支付", "Test Pay"),
          named(AccountKind.ANY, "bank-a", "测试银行（总行）"));

  private static final RoutingTable TABLE = table(LINES);

  @ParameterizedTest(name = "{0} {1} {2} -> {3} {4}")
  @CsvSource({
    "9900 1234 5678 9012,      '',             CARD,            bank-a, ByNumber",
    "9900019012345678,         '',             CARD,            bank-b, ByNumber",
    "9900-0190-1234-5678-901,  '',             PASSBOOK,        bank-c, ByNumber",
    "9900019012345678901,      '',             CARD,            bank-d, ByNumber",
    "９９０００１９０１２３４５６７８９０１, '',     CARD,            bank-d, ByNumber",
    "9900019012345678901,      '',             ANY,             bank-d, ByNumber",
    "8812345678901234,         '',             PASSBOOK,        bank-e, ByNumber",
    "881234567890123,          '',             PASSBOOK,        '',     Unrouted",
    "8812345678901234,         '',             CARD,            '',     Unrouted",
    "'',                       测 试 支 付,     WALLET,          pay-f,  ByName",
    "wallet@example.test,      TEST-pay,       WALLET,          pay-f,  ByName",
    "1234,                     测试支付,        CARD,            '',     Unrouted",
    "1234,                     测试银行(总行), COMPANY_ACCOUNT, bank-a, ByName",
    "9900019012345678,         测试支付,        CARD,            bank-b, ByNumber",
    "1234,                     '',             CARD,            '',     Unrouted",
  })
  void findsTheLongestAndMostPrecise(
      String number, String name, AccountKind kind, String institution, String basis) {
    Found found = TABLE.find("", number, name, kind);
    assertThat(found.getClass().getSimpleName()).isEqualTo(basis);
    assertThat(institution(found)).isEqualTo(institution);
  }

  @Test
  void aTelephoneRangeIsNoAccountsAndTheOtherWayRound() {
    var table =
        new RoutingTable(
            1,
            List.of(
                number("8613", 0, AccountKind.TELEPHONE, "carrier-a"),
                number("86139", 0, AccountKind.TELEPHONE, "carrier-b"),
                number("86", 0, AccountKind.ANY, "bank-a")),
            RoutingTable.EMPTY.last());
    assertThat(table.carrier("8613900000000")).contains("carrier-b");
    assertThat(table.carrier("8613800000000")).contains("carrier-a");
    assertThat(table.carrier("8699000000000")).isEmpty();
    assertThat(table.find("", "8613900000000000", "", AccountKind.ANY))
        .isEqualTo(new Found.ByNumber("bank-a", "86", 1));
  }

  @Test
  void whatTheOfficerChoseGoesBeforeTheTable() {
    assertThat(TABLE.find("bank-z", "9900019012345678", "", AccountKind.CARD))
        .isEqualTo(new Found.ByOfficer("bank-z"));
  }

  @Test
  void namesTheRuleAndTheTableThatDecided() {
    assertThat(TABLE.find("", "9900019012345678", "", AccountKind.CARD))
        .isEqualTo(new Found.ByNumber("bank-b", "990001", 1));
  }

  @Test
  void orderOfLinesDoesNotMatter() {
    var shuffled = new ArrayList<>(LINES);
    Collections.reverse(shuffled);
    assertThat(table(shuffled)).isEqualTo(TABLE);
  }

  @Test
  void countsWhatAnImportChanges() {
    var lines = new ArrayList<>(LINES.subList(1, LINES.size()));
    lines.add(number("7777", 0, AccountKind.ANY, "bank-a"));
    Import result = TABLE.importing(lines, _ -> true);
    assertThat(result)
        .isInstanceOfSatisfying(
            Import.Ready.class,
            ready -> {
              assertThat(ready.difference()).isEqualTo(new Difference(1, 1, 6));
              assertThat(ready.next().version()).isEqualTo(2);
            });
  }

  @Test
  void theSameTableAgainKeepsItsVersion() {
    assertThat(TABLE.importing(LINES, _ -> true))
        .isInstanceOfSatisfying(
            Import.Ready.class,
            ready -> {
              assertThat(ready.difference()).isEqualTo(new Difference(0, 0, 7));
              assertThat(ready.next().version()).isEqualTo(1);
            });
  }

  @Test
  void refusesLinesThatCannotStand() {
    var lines =
        List.of(
            number("12a", 0, AccountKind.ANY, "bank-a"),
            number("1234", 3, AccountKind.ANY, "bank-a"),
            named(AccountKind.ANY, "bank-a"),
            named(AccountKind.ANY, "bank-a", "（ ）"),
            number("99", 0, AccountKind.ANY, "bank-a"),
            number("99", 0, AccountKind.ANY, "bank-b"),
            named(AccountKind.ANY, "bank-a", "测试银行", "总行"),
            named(AccountKind.ANY, "bank-b", "总 行"),
            number("98", 0, AccountKind.ANY, "nobody"));
    assertThat(RoutingTable.EMPTY.importing(lines, id -> !id.equals("nobody")))
        .isEqualTo(
            new Import.Refused(
                List.of(
                    new Fault.PrefixMalformed(0),
                    new Fault.LengthImpossible(1, 3),
                    new Fault.SaysNothing(2),
                    new Fault.SaysNothing(3),
                    new Fault.Repeated(5),
                    new Fault.Repeated(7),
                    new Fault.InstitutionUnknown(8, "nobody"))));
  }

  @Test
  void refusesOneLineTooMany() {
    var lines = new ArrayList<Route>();
    for (int i = 0; i <= RoutingTable.ROUTES_MAX; i++) {
      lines.add(number(Integer.toString(100_000 + i), 0, AccountKind.ANY, "bank-a"));
    }
    assertThat(RoutingTable.EMPTY.importing(lines, _ -> true))
        .isEqualTo(new Import.Refused(List.of(new Fault.TooManyRoutes(RoutingTable.ROUTES_MAX))));
    assertThat(RoutingTable.EMPTY.importing(lines.subList(1, lines.size()), _ -> true))
        .isInstanceOf(Import.Ready.class);
  }

  private static String institution(Found found) {
    return switch (found) {
      case Found.ByNumber(String institution, _, _) -> institution;
      case Found.ByName(String institution, _, _) -> institution;
      case Found.ByOfficer(String institution) -> institution;
      case Found.Unrouted _ -> "";
    };
  }

  private static RoutingTable table(List<Route> lines) {
    return switch (RoutingTable.EMPTY.importing(lines, _ -> true)) {
      case Import.Ready(RoutingTable next, _) -> next;
      case Import.Refused(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  private static Route number(String prefix, int length, AccountKind kind, String institution) {
    return new Route(prefix, length, kind, List.of(), institution);
  }

  private static Route named(AccountKind kind, String institution, String... names) {
    return new Route("", 0, kind, List.of(names), institution);
  }
}
