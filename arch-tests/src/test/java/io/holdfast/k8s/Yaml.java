package io.holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** YAML files as trees, before any type is asked of them. */
final class Yaml {
  static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private Yaml() {}

  static List<ObjectNode> documents(String text) {
    List<ObjectNode> found = new ArrayList<>();
    for (String document : text.split("(?m)^---\\s*$")) {
      if (document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
        found.add(SERIALIZATION.unmarshal(document, ObjectNode.class));
      }
    }
    return found;
  }

  /** Any YAML value, such as a patch's list. */
  static JsonNode value(String text) {
    return SERIALIZATION.unmarshal(text, JsonNode.class);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
