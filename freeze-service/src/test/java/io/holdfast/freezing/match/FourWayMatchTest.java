package io.holdfast.freezing.match;

import static io.holdfast.freezing.match.Verdict.CONSISTENT;
import static io.holdfast.freezing.match.Verdict.DIFFERENT;
import static io.holdfast.freezing.match.Verdict.EQUAL;
import static io.holdfast.freezing.match.Verdict.NOT_GIVEN;
import static io.holdfast.freezing.match.Verdict.POSTED_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.match.icu.IcuScriptFolding;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of cases of the four-way match. All names and numbers are made up (测试). */
class FourWayMatchTest {
  private static final FourWayMatch MATCH = new FourWayMatch(new IcuScriptFolding());
  private static final FourWayMatch.Spans SPANS =
      new FourWayMatch.Spans(Duration.ofMinutes(10), Duration.ofMinutes(120));
  private static final Instant PAID = Instant.parse("2026-11-21T03:30:00Z");

  @ParameterizedTest(name = "{0} / {1} is {2}: {3}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          张测试, 张测试, EQUAL, the same
          张 测 试, 张测试, EQUAL, spaces
          "　张测试　", 张测试, EQUAL, full-width spaces
          阿里木·测试, 阿里木•测试, EQUAL, middle dot and bullet
          阿里木．测试, 阿里木测试, EQUAL, full-width full stop
          阿里木・测试, 阿里木‧测试, EQUAL, katakana dot and hyphenation point
          ＴＥＳＴ　ＬＴＤ, test ltd, EQUAL, width and case
          Test Ltd., TEST LTD, EQUAL, a full stop at the end
          测试（昆明）有限公司, 测试(昆明)有限公司, EQUAL, brackets
          測試貿易有限公司, 测试贸易有限公司, CONSISTENT, traditional and simplified
          劉測試, 刘测试, CONSISTENT, a traditional surname
          *测试, 张测试, CONSISTENT, masked surname
          张*, 张测试, CONSISTENT, masked given name
          张**, 张测试, CONSISTENT, one sign a character
          张*试, 张测试, CONSISTENT, masked middle
          ＊试, 张测试, CONSISTENT, a full-width mask
          张●●, 张测试, CONSISTENT, dots as a mask
          *試, 张测试, CONSISTENT, masked and traditional
          *强, 张*, CONSISTENT, both masked
          *强, *强, CONSISTENT, the same mask proves nothing
          *强, 张测试, DIFFERENT, the visible character differs
          李*, 张测试, DIFFERENT, the visible surname differs
          张*, 张, DIFFERENT, a mask hides at least one character
          Zhang Ceshi, 张测试, CONSISTENT, pinyin
          ZHANG CE SHI, 张测试, CONSISTENT, pinyin by syllable
          Ceshi Zhang, 张测试, CONSISTENT, given name first
          张测试, zhangceshi, CONSISTENT, pinyin in the books
          Ouyang Ceshi, 欧阳测试, CONSISTENT, compound surname
          Ceshi Ouyang, 欧阳测试, CONSISTENT, compound surname last
          Lu Ceshi, 吕测试, CONSISTENT, ü as u
          Lv Ceshi, 吕测试, CONSISTENT, ü as v
          Lyu Ceshi, 吕测试, CONSISTENT, ü as yu
          Lü Ceshi, 吕测试, CONSISTENT, ü itself
          Shan Ceshi, 单测试, CONSISTENT, a surname's own reading
          Zhang C*, 张测试, CONSISTENT, masked pinyin
          Li Ceshi, 张测试, DIFFERENT, other pinyin
          张测试, 张测, DIFFERENT, a character short
          张测试, 李测试, DIFFERENT, other surname
          测试公司, 测试有限公司, DIFFERENT, another company
          "", 张测试, NOT_GIVEN, no name in the order
          张测试, "", NOT_GIVEN, no name from the bank
          **, 张测试, NOT_GIVEN, nothing to be seen
          """)
  void names(String told, String booked, Verdict expected, String why) {
    assertThat(name(told, booked)).as(why).isEqualTo(expected);
    assertThat(name(booked, told)).as(why + ", the other way round").isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} / {1} is {2}: {3}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          9990010000000007, 9990010000000007, EQUAL, the same
          9990 0100 0000 0007, 9990010000000007, EQUAL, spaces
          9990-0100-0000-0007, 9990010000000007, EQUAL, hyphens
          ９９９００１００００００００07, 9990010000000007, EQUAL, full-width digits
          999001****0007, 9990010000000007, CONSISTENT, masked middle
          9990010000000007, 999001******0007, CONSISTENT, masked by the bank
          ****0007, 9990010000000007, CONSISTENT, only the last four
          999001****0008, 9990010000000007, DIFFERENT, masked and other
          9990010000000007_00001, 9990010000000007, CONSISTENT, a sub-account on one side
          9990010000000007_00001, 9990010000000007_00002, DIFFERENT, two sub-accounts
          9990010000000007, 9990010000000015, DIFFERENT, another number
          9990010000000007, 999001000000007, DIFFERENT, a digit short
          Test@Example.CN, test@example.cn, EQUAL, a wallet by e-mail
          "", 9990010000000007, NOT_GIVEN, none in the order
          9990010000000007, "", NOT_GIVEN, none from the bank
          """)
  void numbers(String told, String booked, Verdict expected, String why) {
    assertThat(number(told, booked)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest(name = "booked {0} s after the told time is {1}")
  @CsvSource({
    "0, EQUAL",
    "600, EQUAL",
    "601, POSTED_LATER",
    "7200, POSTED_LATER",
    "7201, DIFFERENT",
    "-600, EQUAL",
    "-601, DIFFERENT"
  })
  void times(long seconds, Verdict expected) {
    var credit = new BankCredit(5_000_000, PAID.plusSeconds(seconds), "");
    assertThat(money(List.of(paid(5_000_000, 0, "")), List.of(credit)).time()).isEqualTo(expected);
  }

  @Test
  void anAmountIsExactToTheFen() {
    assertThat(money(List.of(paid(5_000_000, 0, "")), List.of(booked(4_999_999, 0, ""))).amount())
        .isEqualTo(DIFFERENT);
    assertThat(money(List.of(paid(5_000_000, 0, "")), List.of(booked(5_000_000, 0, ""))).amount())
        .isEqualTo(EQUAL);
  }

  @Test
  void everyTransferNeedsACreditOfItsOwn() {
    var twice = List.of(paid(100, 0, ""), paid(100, 60, ""));
    assertThat(money(twice, List.of(booked(100, 0, ""))).amount()).isEqualTo(DIFFERENT);
    assertThat(money(twice, List.of(booked(100, 0, ""), booked(100, 61, ""))).amount())
        .isEqualTo(EQUAL);
  }

  @Test
  void otherCreditsOnTheAccountDoNotDisturb() {
    var match =
        money(
            List.of(paid(100, 0, "")),
            List.of(booked(7, 0, ""), booked(100, -90_000, ""), booked(100, 5, "")));
    assertThat(match.amount()).isEqualTo(EQUAL);
    assertThat(match.time()).isEqualTo(EQUAL);
  }

  @Test
  void theSerialNumberGoesFirst() {
    var credits = List.of(booked(100, 0, "S-9"), booked(100, 3_600, "S-1"));
    assertThat(money(List.of(paid(100, 0, "S-1")), credits).time()).isEqualTo(POSTED_LATER);
    var other = List.of(booked(100, 0, ""), booked(99, 0, "s-1 "));
    assertThat(money(List.of(paid(100, 0, "S-1")), other).amount())
        .as("the serial number names the credit, and its amount differs")
        .isEqualTo(DIFFERENT);
  }

  @Test
  void transfersAreGivenToCreditsSoThatAllFit() {
    var payments = new ArrayList<>(List.of(paid(100, 600, ""), paid(100, 0, "")));
    var match = money(payments, List.of(booked(100, 550, ""), booked(100, 1_150, "")));
    assertThat(match.time()).isEqualTo(EQUAL);
  }

  @Test
  void withoutCreditsNothingCanBeCompared() {
    var match = money(List.of(paid(100, 0, "")), List.of());
    assertThat(match.amount()).isEqualTo(NOT_GIVEN);
    assertThat(match.time()).isEqualTo(NOT_GIVEN);
  }

  @Test
  void whatDiffersBlocksAndWhatIsOnlyConsistentIsUnproven() {
    var match = new Match(CONSISTENT, EQUAL, DIFFERENT, POSTED_LATER);
    assertThat(match.blocking()).containsExactly(MatchField.AMOUNT);
    assertThat(match.unproven()).containsExactly(MatchField.NAME);
    assertThat(new Match(NOT_GIVEN, CONSISTENT, EQUAL, NOT_GIVEN).unproven())
        .containsExactly(MatchField.NAME, MatchField.ACCOUNT, MatchField.TIME);
  }

  private static Verdict name(String told, String booked) {
    return compare(told, "1", List.of(), booked, "1", List.of()).name();
  }

  private static Verdict number(String told, String booked) {
    return compare("测", told, List.of(), "测", booked, List.of()).account();
  }

  private static Match money(List<Told.Payment> payments, List<BankCredit> credits) {
    return compare("测", "1", payments, "测", "1", credits);
  }

  private static Match compare(
      String toldName,
      String toldNumber,
      List<Told.Payment> payments,
      String bookedName,
      String bookedNumber,
      List<BankCredit> credits) {
    return MATCH.compare(
        new Told(
            Personal.of(Personal.Kind.NAME, toldName),
            Personal.of(Personal.Kind.ACCOUNT, toldNumber),
            payments),
        new BankRecord(
            Personal.of(Personal.Kind.NAME, bookedName),
            Personal.of(Personal.Kind.ACCOUNT, bookedNumber),
            credits),
        SPANS);
  }

  private static Told.Payment paid(long fen, long seconds, String serial) {
    return new Told.Payment(fen, PAID.plusSeconds(seconds), serial);
  }

  private static BankCredit booked(long fen, long seconds, String serial) {
    return new BankCredit(fen, PAID.plusSeconds(seconds), serial);
  }
}
