package io.holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders the part of kustomize that {@code k8s/} keeps to: resources, namespace,
 * configMapGenerator (literals, files, merge) and RFC 6902 patches. Anything else is refused, so
 * that what is tested here is what {@code kubectl apply -k} sends; {@link KubectlAgreementTest}
 * compares the two where kubectl is installed.
 */
final class Kustomization {
  private static final Set<String> KEYS =
      Set.of("apiVersion", "kind", "resources", "namespace", "configMapGenerator", "patches");
  private static final Set<String> GENERATOR_KEYS = Set.of("name", "behavior", "literals", "files");

  private final List<ObjectNode> resources = new ArrayList<>();
  private final Map<String, ObjectNode> generated = new LinkedHashMap<>();

  private Kustomization() {}

  /** All objects of an overlay, with the names of generated ConfigMaps as kustomize makes them. */
  static List<ObjectNode> render(Path folder) {
    Kustomization all = new Kustomization();
    all.read(folder);
    return GeneratedNames.given(all.resources, all.generated);
  }

  private void read(Path folder) {
    Path file = folder.resolve("kustomization.yaml");
    ObjectNode content = Yaml.documents(Yaml.read(file)).getFirst();
    onlyKeys(file, content, KEYS);
    Kustomization here = new Kustomization();
    for (JsonNode resource : content.path("resources")) {
      Path path = folder.resolve(resource.asText()).normalize();
      if (Files.isDirectory(path)) {
        here.read(path);
      } else {
        here.resources.addAll(Yaml.documents(Yaml.read(path)));
      }
    }
    for (JsonNode generator : content.path("configMapGenerator")) {
      onlyKeys(file, generator, GENERATOR_KEYS);
      here.generate(folder, generator);
    }
    for (JsonNode patch : content.path("patches")) {
      here.patch(file, patch);
    }
    here.place(content.path("namespace").asText());
    resources.addAll(here.resources);
    generated.putAll(here.generated);
  }

  private static void onlyKeys(Path file, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException(
                    "%s: %s (expected: one of %s)".formatted(file, name, known));
              }
            });
  }

  private void generate(Path folder, JsonNode generator) {
    String name = generator.path("name").asText();
    boolean merge = generator.path("behavior").asText("create").equals("merge");
    if (merge != generated.containsKey(name)) {
      throw new IllegalArgumentException(
          name + (merge ? ": nothing to merge into" : ": generated twice"));
    }
    ObjectNode map =
        generated.computeIfAbsent(
            name,
            _ -> {
              ObjectNode created = JsonNodeFactory.instance.objectNode();
              created.put("apiVersion", "v1").put("kind", "ConfigMap");
              created.putObject("metadata").put("name", name);
              return created;
            });
    ObjectNode data = map.withObject("/data");
    for (JsonNode literal : generator.path("literals")) {
      String[] pair = literal.asText().split("=", 2);
      data.put(pair[0], pair[1]);
    }
    for (JsonNode file : generator.path("files")) {
      data.put(file.asText(), Yaml.read(folder.resolve(file.asText())));
    }
  }

  private void patch(Path file, JsonNode patch) {
    onlyKeys(file, patch, Set.of("target", "patch"));
    JsonNode target = patch.path("target");
    onlyKeys(file, target, Set.of("kind", "name", "labelSelector"));
    JsonNode operations = Yaml.value(patch.path("patch").asText());
    List<ObjectNode> hit = resources.stream().filter(one -> targeted(one, target)).toList();
    if (hit.isEmpty()) {
      throw new IllegalArgumentException(file + ": no object for " + target);
    }
    hit.forEach(one -> JsonPatch.apply(one, operations));
  }

  private static boolean targeted(ObjectNode one, JsonNode target) {
    JsonNode metadata = one.path("metadata");
    return one.path("kind").asText().equals(target.path("kind").asText())
        && (!target.has("name") || metadata.path("name").equals(target.path("name")))
        && (!target.has("labelSelector")
            || selected(metadata.path("labels"), target.path("labelSelector").asText()));
  }

  /** One term, {@code key=value} or {@code key!=value}. */
  private static boolean selected(JsonNode labels, String term) {
    boolean equal = !term.contains("!=");
    String[] pair = term.split("!?=", 2);
    return equal == labels.path(pair[0]).asText().equals(pair[1]);
  }

  private void place(String namespace) {
    if (namespace.isEmpty()) {
      return;
    }
    for (ObjectNode one : resources) {
      if (one.path("kind").asText().equals("Namespace")) {
        continue;
      }
      one.withObject("/metadata").put("namespace", namespace);
    }
    generated.values().forEach(map -> map.withObject("/metadata").put("namespace", namespace));
  }
}
