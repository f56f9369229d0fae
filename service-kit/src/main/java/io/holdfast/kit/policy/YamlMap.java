package io.holdfast.kit.policy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping of a YAML file that is read key by key; what nobody asked for is an error, not a spare.
 */
final class YamlMap {
  private static final int BYTES_MAX = 1 << 20;
  private static final Pattern ANY = Pattern.compile("(?s).*\\S.*");

  private final Path file;
  private final String path;
  private final Map<?, ?> content;
  private final Set<String> asked = new HashSet<>();

  private YamlMap(Path file, String path, Map<?, ?> content) {
    this.file = file;
    this.path = path;
    this.content = content;
  }

  static YamlMap read(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(BYTES_MAX);
    options.setMaxAliasesForCollections(0);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Object root = new Yaml(new SafeConstructor(options)).load(reader);
      if (root instanceof Map<?, ?> map) {
        return new YamlMap(file, "", map);
      }
      throw new PolicyInvalid(file, "", "is no mapping (expected: keys and values)");
    } catch (IOException e) {
      throw new PolicyInvalid(file, "", "cannot be read: " + e.getClass().getSimpleName());
    } catch (YAMLException e) {
      throw new PolicyInvalid(file, "", "is not YAML: " + e.getMessage());
    }
  }

  PolicyInvalid invalid(String key, String what) {
    return new PolicyInvalid(file, path + key, what);
  }

  boolean has(String key) {
    return content.get(key) != null;
  }

  boolean isMap(String key) {
    return content.get(key) instanceof Map;
  }

  YamlMap map(String key) {
    if (ask(key) instanceof Map<?, ?> map) {
      return new YamlMap(file, path + key + ".", map);
    }
    throw invalid(key, "is no mapping (expected: keys and values)");
  }

  /** The mappings below {@code key} by their names. */
  Map<String, YamlMap> maps(String key, Pattern names) {
    YamlMap outer = map(key);
    var maps = new LinkedHashMap<String, YamlMap>();
    for (Object name : outer.content.keySet()) {
      String text = String.valueOf(name);
      if (!names.matcher(text).matches()) {
        throw outer.invalid(text, "is no name here (expected: " + names + ")");
      }
      if (!(outer.content.get(name) instanceof Map<?, ?> map)) {
        throw outer.invalid(text, "is no mapping (expected: keys and values)");
      }
      maps.put(text, new YamlMap(file, outer.path + text + ".", map));
    }
    return maps;
  }

  String text(String key) {
    return text(key, ANY);
  }

  String text(String key, Pattern form) {
    return text(key, ask(key), form);
  }

  List<String> texts(String key) {
    return texts(key, ANY);
  }

  List<String> texts(String key, Pattern form) {
    if (!(ask(key) instanceof List<?> list)) {
      throw invalid(key, "is no list (expected: [..])");
    }
    var texts = new ArrayList<String>();
    for (Object element : list) {
      texts.add(text(key, element, form));
    }
    return texts;
  }

  long number(String key, long min, long max) {
    Object value = ask(key);
    if (value instanceof Number number
        && !(value instanceof Double)
        && number.longValue() >= min
        && number.longValue() <= max) {
      return number.longValue();
    }
    throw invalid(key, value + " (expected: a whole number from " + min + " to " + max + ")");
  }

  boolean flag(String key) {
    if (ask(key) instanceof Boolean flag) {
      return flag;
    }
    throw invalid(key, content.get(key) + " (expected: true or false)");
  }

  void nothingElse() {
    for (Object key : content.keySet()) {
      if (!asked.contains(String.valueOf(key))) {
        throw invalid(String.valueOf(key), "is unknown (expected: " + new TreeSet<>(asked) + ")");
      }
    }
  }

  private Object ask(String key) {
    asked.add(key);
    Object value = content.get(key);
    if (value == null) {
      throw invalid(key, "is missing");
    }
    return value;
  }

  private String text(String key, @Nullable Object value, Pattern form) {
    if (value instanceof String text && form.matcher(text).matches()) {
      return text;
    }
    throw invalid(
        key,
        value
            + " (expected: "
            + (form == ANY ? "a text" : "a quoted text of the form " + form)
            + ")");
  }
}
