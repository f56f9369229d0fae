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
  /** Large tables, read once per process when they are first needed. */
  private static final class Tables {
    /** Tones go, the dots of ü stay. */
    static final String WITHOUT_TONES = "; NFD; [[:Mn:]-[\\u0308]] Remove; NFC";

    static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");
    static final Transliterator AS_NAME =
        Transliterator.getInstance("Han-Latin/Names" + WITHOUT_TONES);
    static final Transliterator AS_TEXT = Transliterator.getInstance("Han-Latin" + WITHOUT_TONES);
  }

  /**
   * Begins to read the tables in the background, so that a start does not wait for them, nor the
   * first match.
   */
  public IcuScriptFolding preloaded() {
    Thread.ofPlatform().daemon().name("script-tables").start(() -> simplified("测"));
    return this;
  }

  @Override
  public String simplified(String text) {
    return Tables.SIMPLIFY.transliterate(text);
  }

  @Override
  public List<List<String>> pinyin(String name) {
    if (name.isEmpty() || !name.codePoints().allMatch(IcuScriptFolding::isHan)) {
      return List.of();
    }
    var readings = new LinkedHashSet<List<String>>();
    readings.add(syllables(Tables.AS_NAME, name));
    readings.add(syllables(Tables.AS_TEXT, name));
    return List.copyOf(readings);
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private static List<String> syllables(Transliterator reading, String name) {
    return List.of(reading.transliterate(name).toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }
}
