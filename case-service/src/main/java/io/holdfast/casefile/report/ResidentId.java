package io.holdfast.casefile.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of resident identity cards, GB 11643: six digits of the division where it was first
 * issued (also divisions abolished since, so they are never checked), date of birth, serial, check
 * character by ISO 7064 MOD 11-2.
 */
public final class ResidentId {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private ResidentId() {}

  /** Whether it has eighteen characters of the right sort. */
  static boolean formed(String number) {
    return FORM.matcher(number).matches();
  }

  /** Whether the last character is the one the others ask for. */
  static boolean checked(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return number.charAt(WEIGHTS.length) == CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** The date of birth; empty where there is no such day. */
  static Optional<LocalDate> birth(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Full years lived on {@code day}; empty for a number that is not valid in every part. */
  public static Optional<Integer> age(String number, LocalDate day) {
    if (!formed(number) || !checked(number)) {
      return Optional.empty();
    }
    return birth(number)
        .filter(birth -> !birth.isAfter(day))
        .map(birth -> Period.between(birth, day).getYears());
  }
}
