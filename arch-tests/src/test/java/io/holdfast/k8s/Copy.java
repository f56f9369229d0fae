package io.holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A rendered overlay to be broken in one place. */
record Copy(List<ObjectNode> trees) {

  static Copy of(Manifests manifests) {
    return new Copy(new ArrayList<>(manifests.trees().stream().map(ObjectNode::deepCopy).toList()));
  }

  /** The object; of a generated ConfigMap the name without its suffix will do. */
  ObjectNode object(String kind, String name) {
    return trees.stream()
        .filter(tree -> tree.path("kind").asText().equals(kind))
        .filter(
            tree -> {
              String full = tree.at("/metadata/name").asText();
              return full.equals(name)
                  || (kind.equals("ConfigMap") && full.matches(name + "-[a-z0-9]{10}"));
            })
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + "/" + name));
  }

  void remove(String kind, String name) {
    trees.remove(object(kind, name));
  }

  ObjectNode workload(String name) {
    return trees.stream()
        .filter(tree -> tree.at("/spec").has("template"))
        .filter(tree -> tree.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ObjectNode pod(String name) {
    return workload(name).withObject("/spec/template/spec");
  }

  ObjectNode container(String name) {
    return (ObjectNode) pod(name).withArray("/containers").path(0);
  }

  ObjectNode setting(String workload, String variable) {
    return byName(container(workload).withArray("/env"), variable);
  }

  ObjectNode data(String configMap) {
    return object("ConfigMap", configMap).withObject("/data");
  }

  /** The element of a list of named things. */
  static ObjectNode byName(ArrayNode list, String name) {
    for (JsonNode one : list) {
      if (one instanceof ObjectNode object && one.path("name").asText().equals(name)) {
        return object;
      }
    }
    throw new IllegalArgumentException(name + " is not in " + list);
  }
}
