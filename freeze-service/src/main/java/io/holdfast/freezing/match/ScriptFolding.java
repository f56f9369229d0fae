package io.holdfast.freezing.match;

import java.util.List;

/** What the match must know of Chinese script. A port: the tables behind it are a library's. */
public interface ScriptFolding {
  /** The text in simplified characters (简体). */
  String simplified(String text);

  /**
   * Readings of a name in pinyin without tones, each as its syllables, surname first: {@code
   * [[zhang, qiang]]}. Several where a surname is read in its own way (单 shàn). Empty where the
   * text is not written in Han characters alone.
   */
  List<List<String>> pinyin(String name);
}
