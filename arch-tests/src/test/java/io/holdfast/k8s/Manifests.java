package io.holdfast.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One overlay, rendered.
 *
 * @param overlay dev or prod
 * @param trees what kustomize would send
 * @param objects the same, typed
 */
record Manifests(String overlay, List<ObjectNode> trees, List<HasMetadata> objects) {

  static Manifests of(String overlay, List<ObjectNode> trees) {
    List<HasMetadata> typed = new ArrayList<>();
    for (ObjectNode tree : trees) {
      typed.add(Yaml.SERIALIZATION.unmarshal(tree.toString(), HasMetadata.class));
    }
    return new Manifests(overlay, List.copyOf(trees), List.copyOf(typed));
  }

  boolean production() {
    return overlay.equals("prod");
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends HasMetadata> Optional<T> one(Class<T> type, Predicate<T> which) {
    return all(type).stream().filter(which).findFirst();
  }

  List<Workload> workloads() {
    List<Workload> found = new ArrayList<>();
    for (HasMetadata object : objects) {
      String name = object.getMetadata().getName();
      switch (object) {
        case Deployment d ->
            found.add(
                new Workload(
                    d.getKind(),
                    name,
                    Objects.requireNonNullElse(d.getSpec().getReplicas(), 1),
                    d.getSpec().getSelector().getMatchLabels(),
                    d.getSpec().getTemplate()));
        case StatefulSet s ->
            found.add(
                new Workload(
                    s.getKind(),
                    name,
                    Objects.requireNonNullElse(s.getSpec().getReplicas(), 1),
                    s.getSpec().getSelector().getMatchLabels(),
                    s.getSpec().getTemplate()));
        case Job j ->
            found.add(new Workload(j.getKind(), name, 1, Map.of(), j.getSpec().getTemplate()));
        default -> {}
      }
    }
    return found;
  }

  List<Workload> serving() {
    return workloads().stream().filter(Workload::serves).toList();
  }

  /** Plain settings of a container: its own and those of the ConfigMaps it takes whole. */
  Map<String, String> settings(Container container) {
    Map<String, String> all = new LinkedHashMap<>();
    container
        .getEnvFrom()
        .forEach(from -> all.putAll(configMap(from.getConfigMapRef()).orElseGet(Map::of)));
    for (EnvVar variable : container.getEnv()) {
      if (variable.getValueFrom() == null) {
        all.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), ""));
      }
    }
    return all;
  }

  /** Settings of a container that a secret holds. */
  static Map<String, SecretKeySelector> secrets(Container container) {
    Map<String, SecretKeySelector> all = new LinkedHashMap<>();
    for (EnvVar variable : container.getEnv()) {
      if (variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null) {
        all.put(variable.getName(), variable.getValueFrom().getSecretKeyRef());
      }
    }
    return all;
  }

  private Optional<Map<String, String>> configMap(ConfigMapEnvSource reference) {
    return Optional.ofNullable(reference)
        .flatMap(r -> one(ConfigMap.class, map -> map.getMetadata().getName().equals(r.getName())))
        .map(ConfigMap::getData);
  }
}
