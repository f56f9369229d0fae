package io.holdfast.casefile.advice;

import io.holdfast.casefile.report.FraudType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of the advice in one language. A file has a section {@code [NAME] title} for each
 * fraud type, one for all and one for the sources, each with its lines {@code - text}; {@code #}
 * begins a comment. A section that is missing, unknown or empty stops the start.
 */
public final class AdviceBook {
  /** The version in use; earlier ones stay beside it. */
  public static final String VERSION = "2026-11";

  private static final String ALL = "ALL";
  private static final String SOURCES = "SOURCES";

  private record Section(String title, List<String> lines) {}

  private final Map<String, Section> sections = new LinkedHashMap<>();

  /**
   * Reads a book.
   *
   * @param text the whole file
   */
  AdviceBook(String text) {
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        open(line);
      } else if (line.startsWith("- ")) {
        sections.values().stream()
            .reduce((_, last) -> last)
            .orElseThrow(() -> new IllegalArgumentException("advice: a line before any section"))
            .lines()
            .add(line.substring(2).strip());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalArgumentException(
            "advice: " + line + " (expected: [NAME] title, - text, or # comment)");
      }
    }
    requireSection(ALL);
    requireSection(SOURCES);
    for (FraudType type : FraudType.values()) {
      if (type != FraudType.NOT_GIVEN) {
        requireSection(type.name());
      }
    }
  }

  /**
   * The version in use.
   *
   * @param language {@code zh} or {@code en}
   */
  public static AdviceBook inUse(String language) {
    String name = "/advice/" + VERSION + '.' + language + ".txt";
    try (InputStream file = AdviceBook.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return new AdviceBook(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Advice for a type; for {@code NOT_GIVEN} only what every victim must do. */
  public AdviceText text(FraudType type) {
    var own =
        type == FraudType.NOT_GIVEN ? new Section("", List.of()) : requireSection(type.name());
    return new AdviceText(
        own.title(), own.lines(), requireSection(ALL).lines(), requireSection(SOURCES).lines());
  }

  private void open(String line) {
    int end = line.indexOf(']');
    String name = end < 0 ? line : line.substring(1, end);
    boolean known = name.equals(ALL) || name.equals(SOURCES) || type(name);
    if (!known || sections.containsKey(name)) {
      throw new IllegalArgumentException(
          "advice: section " + name + " (expected: each fraud type, ALL and SOURCES, once)");
    }
    sections.put(name, new Section(line.substring(end + 1).strip(), new ArrayList<>()));
  }

  private static boolean type(String name) {
    return List.of(FraudType.values()).stream()
        .anyMatch(type -> type != FraudType.NOT_GIVEN && type.name().equals(name));
  }

  private Section requireSection(String name) {
    Section section = sections.get(name);
    if (section == null || section.title().isEmpty() || section.lines().isEmpty()) {
      throw new IllegalArgumentException(
          "advice: section " + name + " (expected: with a title and at least one line)");
    }
    return section;
  }
}
