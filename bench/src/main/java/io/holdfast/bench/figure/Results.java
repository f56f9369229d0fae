package io.holdfast.bench.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of results. A benchmark run alone replaces its own lines; the others stay as they were
 * measured, each with its own commit and machine.
 */
public final class Results {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final Map<String, ObjectNode> lines = new LinkedHashMap<>();

  private Results(Path file) {
    this.file = file;
  }

  /** What the file holds; nothing where there is none. */
  public static Results in(Path file) throws IOException {
    Results results = new Results(file);
    if (Files.exists(file)) {
      for (JsonNode line : JSON.readTree(Files.readString(file))) {
        results.lines.put(line.path("name").asString(""), (ObjectNode) line);
      }
    }
    return results;
  }

  /** Takes a figure in, in place of an older one of its name. */
  public void put(Figure figure, Circumstances where) {
    ObjectNode line = JSON.createObjectNode();
    line.put("name", figure.name());
    line.put("figure", figure.figure());
    line.put("unit", figure.unit());
    line.put("bar", figure.bar());
    line.put("holds", figure.holds());
    ArrayNode rounds = line.putArray("rounds");
    figure.rounds().forEach(rounds::add);
    line.put("min", figure.min());
    line.put("max", figure.max());
    line.put("machine", where.machine());
    line.put("commit", where.commit());
    line.put("time", where.time());
    line.put("load", where.load());
    line.put("note", figure.note());
    lines.put(figure.name(), line);
  }

  /** Drops lines nobody measures any more, and brings the rest in this order. */
  public void arrange(List<String> names) {
    Map<String, ObjectNode> before = new LinkedHashMap<>(lines);
    lines.clear();
    for (String name : names) {
      ObjectNode line = before.get(name);
      if (line != null) {
        lines.put(name, line);
      }
    }
  }

  /** Writes the file as a whole. */
  public void write() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ArrayNode all = JSON.createArrayNode();
    lines.values().forEach(all::add);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, JSON.writeValueAsString(all) + '\n');
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The lines as a table. */
  public String table() {
    StringBuilder table = new StringBuilder();
    row(table, "name", "median", "min", "max", "unit", "bar", "holds");
    for (ObjectNode line : lines.values()) {
      row(
          table,
          line.path("name").asString(""),
          number(line.get("figure")),
          number(line.get("min")),
          number(line.get("max")),
          line.path("unit").asString(""),
          line.path("bar").asString(""),
          holds(line));
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append(
        "%-32s %10s %10s %10s  %-12s %-10s %s%n".formatted((Object[]) cells).stripTrailing());
    table.append('\n');
  }

  private static String number(@Nullable JsonNode value) {
    return value == null || !value.isNumber()
        ? "-"
        : String.format(Locale.ROOT, "%.2f", value.asDouble());
  }

  private static String holds(ObjectNode line) {
    JsonNode holds = line.get("holds");
    if (holds != null && holds.isBoolean()) {
      return holds.asBoolean() ? "yes" : "NO";
    }
    return line.path("figure").isNumber() ? "-" : "not measured";
  }

  /**
   * Where and when a figure was measured.
   *
   * @param machine processors, memory, system, Java
   * @param commit as {@code git describe} names it, with {@code -dirty} for uncommitted changes
   * @param time ISO 8601, when its benchmark ended
   * @param load load averages over one minute, before and after its benchmark
   */
  public record Circumstances(String machine, String commit, String time, String load) {}
}
