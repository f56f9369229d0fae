package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an overlay is for. */
final class OverlayRules {
  private static final int PRODUCTION_PODS_MIN = 3;
  private static final String POLICIES = "/app/policy";
  private static final String DEMO_POLICIES = "/app/policy-demo";

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "profile", "limits of seconds must never judge a real order", OverlayRules::profile),
          new Rule(
              "second-factor",
              "an officer's password alone must not stop an account",
              OverlayRules::secondFactor),
          new Rule(
              "pods",
              "three in production, so that one may go; one for a demonstration",
              OverlayRules::pods),
          new Rule(
              "autoscaling",
              "and the autoscaler's number is not overwritten by the next apply",
              OverlayRules::autoscaling),
          new Rule("spread", "three pods on one node are one pod", OverlayRules::spread),
          new Rule(
              "namespace",
              "the cluster itself refuses a pod that is not restricted",
              OverlayRules::namespace));

  private OverlayRules() {}

  private static List<String> profile(Manifests manifests) {
    String profile = manifests.production() ? "production" : "demo";
    String folder = manifests.production() ? POLICIES : DEMO_POLICIES;
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      Map<String, String> settings = manifests.settings(workload.main());
      expect(workload, settings, "HOLDFAST_PROFILE", profile, found);
      expect(workload, settings, "HOLDFAST_POLICY", folder, found);
      expect(workload, settings, "HOLDFAST_REALM_DEMO", "" + !manifests.production(), found);
      boolean covered =
          workload.main().getVolumeMounts().stream()
              .anyMatch(mount -> mount.getMountPath().startsWith("/app"));
      if (covered) {
        found.add(workload.name() + ": something is mounted over the image's policies");
      }
    }
    return found;
  }

  private static void expect(
      Workload workload,
      Map<String, String> settings,
      String name,
      String value,
      List<String> found) {
    if (!settings.getOrDefault(name, value).equals(value)) {
      found.add("%s: %s (expected: %s)".formatted(workload.name(), name, value));
    }
  }

  private static List<String> secondFactor(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      Map<String, String> settings = manifests.settings(workload.main());
      if (manifests.production()) {
        expect(workload, settings, "HOLDFAST_REALM_BROWSER_FLOW", "password and code", found);
        expect(workload, settings, "HOLDFAST_REALM_GRANT_FLOW", "password and code grant", found);
        expect(workload, settings, "HOLDFAST_REALM_FIRST_PASSWORD_TEMPORARY", "true", found);
        settings.forEach(
            (name, value) -> {
              if (Set.of("HOLDFAST_ISSUER", "KC_HOSTNAME", "HOLDFAST_REALM_CONSOLE_URL")
                      .contains(name)
                  && !value.startsWith("https://")) {
                found.add(workload.name() + ": " + name + " (expected: https)");
              }
            });
      }
    }
    return found;
  }

  private static List<String> pods(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      int least =
          scaler(manifests, workload).stream()
              .map(s -> s.getSpec().getMinReplicas())
              .findFirst()
              .orElse(workload.replicas());
      if (manifests.production() ? least < PRODUCTION_PODS_MIN : least != 1) {
        found.add(workload.name() + ": " + least + " pods");
      }
      // A set of members is made by the Job, which must hear of the same number.
      manifests.workloads().stream()
          .map(job -> manifests.settings(job.main()).get("MEMBERS"))
          .filter(members -> members != null && workload.name().equals("mongo"))
          .filter(members -> !members.equals(String.valueOf(workload.replicas())))
          .forEach(members -> found.add("mongo-init: MEMBERS " + members));
    }
    return found;
  }

  private static List<HorizontalPodAutoscaler> scaler(Manifests manifests, Workload workload) {
    return manifests.all(HorizontalPodAutoscaler.class).stream()
        .filter(
            s ->
                s.getSpec().getScaleTargetRef().getKind().equals(workload.kind())
                    && s.getSpec().getScaleTargetRef().getName().equals(workload.name()))
        .toList();
  }

  private static List<String> autoscaling(Manifests manifests) {
    if (!manifests.production()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String name : List.of("gateway", "case-service", "freeze-service", "liaison-service")) {
      manifests.serving().stream()
          .filter(workload -> workload.name().equals(name))
          .filter(workload -> scaler(manifests, workload).size() != 1)
          .forEach(workload -> found.add(name + ": no autoscaler"));
    }
    manifests.all(HorizontalPodAutoscaler.class).stream()
        .filter(s -> s.getSpec().getMaxReplicas() <= s.getSpec().getMinReplicas())
        .forEach(s -> found.add(s.getMetadata().getName() + ": no room to grow"));
    for (var tree : manifests.trees()) {
      String name = tree.at("/metadata/name").asText();
      boolean scaled =
          manifests.all(HorizontalPodAutoscaler.class).stream()
              .anyMatch(s -> s.getSpec().getScaleTargetRef().getName().equals(name));
      if (scaled
          && tree.path("kind").asText().equals("Deployment")
          && tree.at("/spec").has("replicas")) {
        found.add(name + ": replicas and an autoscaler");
      }
    }
    return found;
  }

  private static List<String> spread(Manifests manifests) {
    if (!manifests.production()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      var spec = workload.pod().getSpec();
      boolean apart =
          spec.getAffinity() != null
              && spec.getAffinity().getPodAntiAffinity() != null
              && spec
                  .getAffinity()
                  .getPodAntiAffinity()
                  .getRequiredDuringSchedulingIgnoredDuringExecution()
                  .stream()
                  .anyMatch(term -> term.getTopologyKey().equals("kubernetes.io/hostname"));
      for (String key : List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")) {
        boolean spread =
            spec.getTopologySpreadConstraints().stream()
                .anyMatch(
                    c ->
                        c.getTopologyKey().equals(key)
                            && workload
                                .labels()
                                .entrySet()
                                .containsAll(c.getLabelSelector().getMatchLabels().entrySet()));
        if (!spread && !(apart && key.equals("kubernetes.io/hostname"))) {
          found.add(workload.name() + ": not spread over " + key);
        }
      }
      if (workload.kind().equals("StatefulSet") && !apart) {
        found.add(workload.name() + ": two members may share a node");
      }
    }
    return found;
  }

  private static List<String> namespace(Manifests manifests) {
    List<String> found = new ArrayList<>();
    List<Namespace> namespaces = manifests.all(Namespace.class);
    boolean restricted =
        namespaces.size() == 1
            && "restricted"
                .equals(
                    namespaces
                        .getFirst()
                        .getMetadata()
                        .getLabels()
                        .get("pod-security.kubernetes.io/enforce"));
    if (!restricted) {
      found.add("namespace: not restricted");
    }
    String name = namespaces.isEmpty() ? "" : namespaces.getFirst().getMetadata().getName();
    manifests.objects().stream()
        .filter(o -> !(o instanceof Namespace) && !name.equals(o.getMetadata().getNamespace()))
        .forEach(o -> found.add(o.getMetadata().getName() + ": not in " + name));
    if (!manifests.production() && !manifests.all(Ingress.class).isEmpty()) {
      found.add("a demonstration is not for the outside");
    }
    return found;
  }
}
