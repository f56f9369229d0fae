package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Who may speak to whom: the hand-kept table, and that the policies say exactly that. */
final class NetworkRules {
  private static final Set<String> EDGES =
      Set.of(
          "ingress -> gateway:8080/TCP",
          "ingress -> keycloak:8180/TCP",
          "gateway -> case-service:7101/TCP",
          "gateway -> freeze-service:7102/TCP",
          "gateway -> liaison-service:7103/TCP",
          // Events, and the routing tables liaison-service owns. It tells cases of their traces,
          // and its own
          // desks too, by the way everybody's events take.
          "case-service -> freeze-service:7102/TCP",
          "case-service -> liaison-service:7103/TCP",
          "liaison-service -> case-service:7101/TCP",
          "liaison-service -> liaison-service:7103/TCP",
          "freeze-service -> case-service:7101/TCP",
          "freeze-service -> liaison-service:7103/TCP",
          "case-service -> mongo:27017/TCP",
          "freeze-service -> mongo:27017/TCP",
          "liaison-service -> mongo:27017/TCP",
          "mongo -> mongo:27017/TCP",
          "mongo-init -> mongo:27017/TCP",
          // Signing keys and the services' own tokens; liaison-service also provisions officers.
          "gateway -> keycloak:8180/TCP",
          "case-service -> keycloak:8180/TCP",
          "freeze-service -> keycloak:8180/TCP",
          "liaison-service -> keycloak:8180/TCP",
          "keycloak -> keycloak:7800/TCP",
          "keycloak -> keycloak:57800/TCP",
          "monitoring -> gateway:8081/TCP",
          "monitoring -> case-service:7201/TCP",
          "monitoring -> freeze-service:7202/TCP",
          "monitoring -> liaison-service:7203/TCP",
          "monitoring -> keycloak:8181/TCP");

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "default-deny",
              "a pod added later must not be open until somebody thinks of it",
              NetworkRules::defaultDeny),
          new Rule(
              "pod-policies",
              "every pod is named by a policy of its own",
              NetworkRules::podPolicies),
          new Rule(
              "exact-edges",
              "a process that is broken into reaches what its policy allows",
              NetworkRules::exactEdges));

  private NetworkRules() {}

  private static List<String> defaultDeny(Manifests manifests) {
    boolean there =
        manifests
            .one(
                NetworkPolicy.class,
                p ->
                    Objects.requireNonNullElse(
                                p.getSpec().getPodSelector().getMatchLabels(), java.util.Map.of())
                            .isEmpty()
                        && p.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                        && p.getSpec().getIngress().isEmpty()
                        && p.getSpec().getEgress().isEmpty())
            .isPresent();
    return there ? List.of() : List.of("no policy denies everything to every pod");
  }

  private static List<String> podPolicies(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      String name = workload.labels().getOrDefault("app.kubernetes.io/name", "");
      boolean there =
          manifests
              .one(
                  NetworkPolicy.class,
                  p ->
                      java.util.Map.of("app.kubernetes.io/name", name)
                          .equals(p.getSpec().getPodSelector().getMatchLabels()))
              .isPresent();
      if (!there) {
        found.add(workload.name() + ": no policy of its own");
      }
    }
    return found;
  }

  private static List<String> exactEdges(Manifests manifests) {
    Set<String> expected = new TreeSet<>(EDGES);
    if (manifests.production()) {
      expected.add("keycloak -> database:5432/TCP");
    }
    for (Workload workload : manifests.workloads()) {
      expected.add(workload.name() + " -> dns:53/UDP");
      expected.add(workload.name() + " -> dns:53/TCP");
    }
    Set<String> actual = Reach.edges(manifests);
    List<String> found = new ArrayList<>();
    actual.stream().filter(e -> !expected.contains(e)).forEach(e -> found.add("open: " + e));
    expected.stream().filter(e -> !actual.contains(e)).forEach(e -> found.add("closed: " + e));
    manifests.all(NetworkPolicy.class).stream()
        .filter(p -> p.toString().contains("ipBlock=IPBlock"))
        .forEach(p -> found.add(p.getMetadata().getName() + ": addresses instead of labels"));
    return found;
  }
}
