package io.holdfast.k8s;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902, the operations the overlays use: add, replace, remove. */
final class JsonPatch {
  private JsonPatch() {}

  static void apply(ObjectNode target, JsonNode operations) {
    for (JsonNode operation : operations) {
      JsonPointer path = JsonPointer.compile(operation.path("path").asText());
      JsonNode parent = target.at(path.head());
      String key = path.last().getMatchingProperty();
      String name = operation.path("op").asText();
      JsonNode value = operation.path("value").deepCopy();
      switch (parent) {
        case ObjectNode object -> onObject(object, name, key, value, path);
        case ArrayNode array -> onArray(array, name, key, value, path);
        default -> throw absent(path);
      }
    }
  }

  private static void onObject(
      ObjectNode object, String name, String key, JsonNode value, JsonPointer path) {
    if (!name.equals("add") && !object.has(key)) {
      throw absent(path);
    }
    switch (name) {
      case "add", "replace" -> object.set(key, value);
      case "remove" -> object.remove(key);
      default -> throw new IllegalArgumentException("patch operation not known: " + name);
    }
  }

  private static void onArray(
      ArrayNode array, String name, String key, JsonNode value, JsonPointer path) {
    int index = key.equals("-") ? array.size() : Integer.parseInt(key);
    if (index > array.size() || (!name.equals("add") && index == array.size())) {
      throw absent(path);
    }
    switch (name) {
      case "add" -> array.insert(index, value);
      case "replace" -> array.set(index, value);
      case "remove" -> array.remove(index);
      default -> throw new IllegalArgumentException("patch operation not known: " + name);
    }
  }

  private static IllegalArgumentException absent(JsonPointer path) {
    return new IllegalArgumentException("nothing to patch at " + path);
  }
}
