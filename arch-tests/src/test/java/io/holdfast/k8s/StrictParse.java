package io.holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What an API server told to validate strictly would refuse. */
final class StrictParse {
  static final List<Rule> RULES =
      List.of(
          new Rule(
              "known-fields",
              "a misspelt field is dropped silently, and with it what it should have done",
              m -> m.objects().stream().flatMap(o -> unknownFields(o).stream()).toList()),
          new Rule(
              "exact-types",
              "a number where a text belongs is refused by the API server, not by a lenient parser",
              StrictParse::changedByTyping));

  private StrictParse() {}

  static List<String> unknownFields(HasMetadata object) {
    List<String> found = new ArrayList<>();
    walk(object.getKind() + "/" + object.getMetadata().getName(), object, found);
    return found;
  }

  /**
   * fabric8 puts unknown fields into a map on every model class; there is no interface for it and
   * no parser switch, hence reflection over its getters.
   */
  private static void walk(String path, Object value, List<String> found) {
    switch (value) {
      case Collection<?> all -> {
        int index = 0;
        for (Object one : all) {
          walk(path + "[" + index++ + "]", one, found);
        }
      }
      case Map<?, ?> map -> map.forEach((key, one) -> walk(path + "." + key, one, found));
      case Object model when model.getClass().getName().startsWith("io.fabric8") -> {
        for (Method getter : model.getClass().getMethods()) {
          if (getter.getParameterCount() == 0 && getter.getName().startsWith("get")) {
            Object part = part(model, getter);
            if (!getter.getName().equals("getAdditionalProperties")) {
              walk(path + "." + getter.getName().substring(3), part, found);
            } else if (part instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
              found.add(path + ": unknown " + unknown.keySet());
            }
          }
        }
      }
      default -> {}
    }
  }

  private static Object part(Object model, Method getter) {
    try {
      Object part = getter.invoke(model);
      return part == null ? "" : part;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(getter.toString(), e);
    }
  }

  /** Typed and written again, an object must be what it was: nothing coerced, nothing lost. */
  private static List<String> changedByTyping(Manifests manifests) {
    List<String> found = new ArrayList<>();
    Iterator<HasMetadata> typed = manifests.objects().iterator();
    for (ObjectNode tree : manifests.trees()) {
      JsonNode again = Yaml.value(Yaml.SERIALIZATION.asJson(typed.next()));
      String name = tree.path("kind").asText() + "/" + tree.at("/metadata/name").asText();
      differences(name, tree, again, found);
    }
    return found;
  }

  private static void differences(String path, JsonNode was, JsonNode is, List<String> found) {
    if (was.getNodeType() != is.getNodeType() || (was.isValueNode() && !was.equals(is))) {
      found.add(path + ": " + was + " was read as " + is);
      return;
    }
    was.fieldNames()
        .forEachRemaining(
            name -> differences(path + "." + name, was.path(name), is.path(name), found));
    if (was.isArray()) {
      for (int i = 0; i < was.size(); i++) {
        differences(path + "[" + i + "]", was.path(i), is.path(i), found);
      }
    }
  }
}
