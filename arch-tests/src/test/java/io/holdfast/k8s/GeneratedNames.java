package io.holdfast.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The suffix kustomize gives a generated ConfigMap, so that pods are replaced when its content
 * changes: SHA-256 over the canonical JSON, ten characters, in kustomize's own alphabet.
 */
final class GeneratedNames {
  private static final int SUFFIX_CHARS = 10;
  private static final ObjectMapper SORTED =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private GeneratedNames() {}

  static List<ObjectNode> given(List<ObjectNode> resources, Map<String, ObjectNode> generated) {
    Map<String, String> names = new HashMap<>();
    generated.forEach((name, map) -> names.put(name, name + "-" + suffix(map.path("data"))));
    resources.forEach(one -> rename(one, names));
    List<ObjectNode> all = new ArrayList<>(resources);
    generated.forEach(
        (name, map) -> {
          map.withObject("/metadata").put("name", names.getOrDefault(name, name));
          all.add(map);
        });
    return all;
  }

  private static void rename(JsonNode node, Map<String, String> names) {
    for (String reference : List.of("configMapRef", "configMapKeyRef", "configMap")) {
      if (node.path(reference) instanceof ObjectNode object) {
        String name = object.path("name").asText();
        object.put("name", names.getOrDefault(name, name));
      }
    }
    node.forEach(child -> rename(child, names));
  }

  private static String suffix(JsonNode data) {
    Map<String, Object> content = new TreeMap<>();
    content.put("kind", "ConfigMap");
    // kustomize looks the name up where it is not; what it finds is part of every suffix it ever
    // gave.
    content.put("name", "");
    content.put("data", SORTED.convertValue(data, TreeMap.class));
    try {
      String json = SORTED.writeValueAsString(content);
      // Go's encoder escapes these three for the sake of HTML; the digest is over its bytes.
      String asGo = json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(asGo.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest)
          .substring(0, SUFFIX_CHARS)
          .replace('0', 'g')
          .replace('1', 'h')
          .replace('3', 'k')
          .replace('a', 'm')
          .replace('e', 't');
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a tree has a JSON form and every JDK has SHA-256", e);
    }
  }
}
