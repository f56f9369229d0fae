package io.holdfast.casefile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Check digits and dates of Chinese identifiers, with the standards' own examples. */
class IdentifiersTest {
  @Test
  void residentIdOfTheStandardIsValid() {
    assertThat(ResidentId.formed("11010519491231002X")).isTrue();
    assertThat(ResidentId.checked("11010519491231002X")).isTrue();
    assertThat(ResidentId.birth("11010519491231002X")).contains(LocalDate.of(1949, 12, 31));
  }

  @Test
  void oneWrongDigitOfAResidentIdIsSeen() {
    assertThat(ResidentId.checked("110105194912310021")).isFalse();
    assertThat(ResidentId.checked("11010519491231003X")).isFalse();
  }

  @Test
  void fifteenDigitsAreNoResidentIdAnyMore() {
    assertThat(ResidentId.formed("110105491231002")).isFalse();
  }

  @Test
  void ageRisesOnTheBirthday() {
    assertThat(ResidentId.age("11010519491231002X", LocalDate.of(2026, 12, 30))).contains(76);
    assertThat(ResidentId.age("11010519491231002X", LocalDate.of(2026, 12, 31))).contains(77);
  }

  @Test
  void noAgeFromAnInvalidNumberOrBeforeBirth() {
    assertThat(ResidentId.age("110105194912310021", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(ResidentId.age("11010519491231002X", LocalDate.of(1949, 12, 30))).isEmpty();
  }

  @Test
  void thirtiethOfFebruaryIsNoBirthday() {
    assertThat(ResidentId.birth("110105194902300020")).isEmpty();
  }

  @Test
  void creditCodeOfTheStandardIsValid() {
    assertThat(CreditCode.formed("91350100M000100Y43")).isTrue();
    assertThat(CreditCode.checked("91350100M000100Y43")).isTrue();
    assertThat(CreditCode.checked("91350100M000100Y44")).isFalse();
  }

  @Test
  void lettersTheStandardLeavesOutMakeNoCreditCode() {
    assertThat(CreditCode.formed("91350100I000100Y43")).isFalse();
    assertThat(CreditCode.formed("91350100M000100Y4")).isFalse();
  }

  @Test
  void cardNumbersFollowLuhn() {
    assertThat(CardNumber.valid("4111111111111111")).isTrue();
    assertThat(CardNumber.valid("4111111111111112")).isFalse();
    assertThat(CardNumber.valid(Reports.CARD)).isTrue();
    assertThat(CardNumber.valid(Reports.OTHER_CARD)).isTrue();
  }

  @Test
  void cardNumbersHaveThirteenToNineteenDigits() {
    assertThat(CardNumber.formed("1".repeat(12))).isFalse();
    assertThat(CardNumber.formed("1".repeat(13))).isTrue();
    assertThat(CardNumber.formed("1".repeat(19))).isTrue();
    assertThat(CardNumber.formed("1".repeat(20))).isFalse();
    assertThat(CardNumber.formed("99000100000000A1")).isFalse();
  }
}
