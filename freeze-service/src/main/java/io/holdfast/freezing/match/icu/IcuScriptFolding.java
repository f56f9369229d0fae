package io.holdfast.freezing.match.icu;

import com.ibm.icu.text.Transliterator;
import io.holdfast.freezing.match.ScriptFolding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * {@link ScriptFolding} by ICU4J: Unicode's own tables for traditional script and for the readings
 * of names.
 */
public final class IcuScriptFolding implements ScriptFolding {
  /** Tones go, the dots of ü stay. */
  private static final String WITHOUT_TONES = "; NFD; [[:Mn:]-[\\u0308]] Remove; NFC";

  private final Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
  private final Transliterator asName =
      Transliterator.getInstance("Han-Latin/Names" + WITHOUT_TONES);
  private final Transliterator asText = Transliterator.getInstance("Han-Latin" + WITHOUT_TONES);

  @Override
  public String simplified(String text) {
    return simplify.transliterate(text);
  }

  @Override
  public List<List<String>> pinyin(String name) {
    if (name.isEmpty() || !name.codePoints().allMatch(IcuScriptFolding::isHan)) {
      return List.of();
    }
    var readings = new LinkedHashSet<List<String>>();
    readings.add(syllables(asName, name));
    readings.add(syllables(asText, name));
    return List.copyOf(readings);
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private static List<String> syllables(Transliterator reading, String name) {
    return List.of(reading.transliterate(name).toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }
}
