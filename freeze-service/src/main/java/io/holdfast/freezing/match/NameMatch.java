package io.holdfast.freezing.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares account names as people and banks write them. */
final class NameMatch {
  private final ScriptFolding folding;

  NameMatch(ScriptFolding folding) {
    this.folding = folding;
  }

  Verdict compare(String told, String booked) {
    String one = normalised(told);
    String other = normalised(booked);
    if (Masked.nothingVisible(one) || Masked.nothingVisible(other)) {
      return Verdict.NOT_GIVEN;
    }
    if (one.equals(other)) {
      return Masked.isMasked(one) ? Verdict.CONSISTENT : Verdict.EQUAL;
    }
    if (Masked.agree(folding.simplified(one), folding.simplified(other))
        || romanised(one, other)
        || romanised(other, one)) {
      return Verdict.CONSISTENT;
    }
    return Verdict.DIFFERENT;
  }

  /**
   * Letters, digits and mask signs only: spaces, dots, brackets, width and case say nothing about
   * who it is.
   */
  static String normalised(String name) {
    var text = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(point -> Character.isLetterOrDigit(point) || Masked.isMask(point))
        .forEach(text::appendCodePoint);
    return Masked.uniform(text.toString());
  }

  /**
   * Whether {@code latin} is a way to write the Han name {@code han} in pinyin, surname first or
   * last.
   */
  private boolean romanised(String han, String latin) {
    if (!latin.codePoints().allMatch(NameMatch::latinOrMask)) {
      return false;
    }
    String plain = plainUmlaut(latin);
    for (List<String> syllables : folding.pinyin(han)) {
      for (String spelling : spellings(syllables)) {
        if (Masked.agree(spelling, plain)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean latinOrMask(int point) {
    return Masked.isMask(point)
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
  }

  /** Zhang Qiang and Qiang Zhang; Ouyang Na and Na Ouyang; Lü, Lu, Lv and Lyu. */
  private static Set<String> spellings(List<String> syllables) {
    var spellings = new HashSet<String>();
    for (int surname = 0; surname <= Math.min(2, syllables.size() - 1); surname++) {
      var order = new ArrayList<>(syllables.subList(surname, syllables.size()));
      order.addAll(syllables.subList(0, surname));
      String joined = String.join("", order);
      for (String umlaut : List.of("u", "v", "yu")) {
        spellings.add(joined.replace("ü", umlaut));
      }
    }
    return spellings;
  }

  private static String plainUmlaut(String latin) {
    return latin.replace("ü", "v");
  }
}
