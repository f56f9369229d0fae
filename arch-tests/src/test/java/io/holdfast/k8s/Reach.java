package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may open a connection to whom, worked out from the policies as Kubernetes defines them: a
 * connection needs the caller's leave to go out and the other's leave to come in. Whether a
 * cluster's network enforces that is the cluster's matter.
 */
final class Reach {
  /** A port nobody opens: a rule that names no ports shows up here. */
  private static final Port CANARY = new Port(9, "TCP");

  private record Port(int number, String protocol) {}

  /** A pod; {@code namespaceLabels} are empty for one of ours. */
  private record Node(
      String name,
      Map<String, String> labels,
      Map<String, String> namespaceLabels,
      List<Port> ports) {
    boolean ours() {
      return namespaceLabels.isEmpty();
    }
  }

  private final List<NetworkPolicy> policies;
  private final List<Node> nodes = new ArrayList<>();

  private Reach(Manifests manifests) {
    this.policies = manifests.all(NetworkPolicy.class);
    for (Workload workload : manifests.workloads()) {
      List<Port> ports = new ArrayList<>();
      for (ContainerPort port : workload.main().getPorts()) {
        ports.add(
            new Port(
                port.getContainerPort(), Objects.requireNonNullElse(port.getProtocol(), "TCP")));
      }
      nodes.add(new Node(workload.name(), workload.labels(), Map.of(), ports));
    }
    nodes.add(
        new Node("stranger", Map.of("app.kubernetes.io/name", "stranger"), Map.of(), List.of()));
    outside("ingress", Map.of("holdfast.io/role", "ingress"), Map.of(), List.of());
    outside("monitoring", Map.of("holdfast.io/role", "monitoring"), Map.of(), List.of());
    outside(
        "database",
        Map.of("holdfast.io/role", "database"),
        Map.of(),
        List.of(new Port(5432, "TCP")));
    outside(
        "dns",
        Map.of("kubernetes.io/metadata.name", "kube-system"),
        Map.of("k8s-app", "kube-dns"),
        List.of(new Port(53, "UDP"), new Port(53, "TCP")));
    outside("elsewhere", Map.of("kubernetes.io/metadata.name", "default"), Map.of(), List.of());
  }

  private void outside(
      String name, Map<String, String> namespace, Map<String, String> labels, List<Port> ports) {
    nodes.add(new Node(name, labels, namespace, ports));
  }

  /**
   * Every allowed connection with at least one end in our namespace: {@code a -> b:port/protocol}.
   */
  static Set<String> edges(Manifests manifests) {
    Reach reach = new Reach(manifests);
    Set<String> found = new TreeSet<>();
    for (Node from : reach.nodes) {
      for (Node to : reach.nodes) {
        if (from.ours() || to.ours()) {
          List<Port> ports = new ArrayList<>(to.ports());
          ports.add(CANARY);
          ports.stream()
              .filter(port -> reach.leaves(from, to, port) && reach.enters(from, to, port))
              .forEach(port -> found.add(edge(from, to, port)));
        }
      }
    }
    return found;
  }

  private static String edge(Node from, Node to, Port port) {
    return "%s -> %s:%d/%s".formatted(from.name(), to.name(), port.number(), port.protocol());
  }

  private boolean leaves(Node from, Node to, Port port) {
    List<NetworkPolicy> own = selecting(from, "Egress");
    return own.isEmpty()
        || own.stream()
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .anyMatch(rule -> peers(rule.getTo(), to) && ports(rule.getPorts(), port));
  }

  private boolean enters(Node from, Node to, Port port) {
    List<NetworkPolicy> own = selecting(to, "Ingress");
    return own.isEmpty()
        || own.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .anyMatch(rule -> peers(rule.getFrom(), from) && ports(rule.getPorts(), port));
  }

  private List<NetworkPolicy> selecting(Node node, String direction) {
    return policies.stream()
        .filter(policy -> node.ours())
        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
        .filter(policy -> selects(policy.getSpec().getPodSelector(), node.labels()))
        .toList();
  }

  private static boolean peers(List<NetworkPolicyPeer> peers, Node node) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> peer(peer, node));
  }

  private static boolean peer(NetworkPolicyPeer peer, Node node) {
    if (peer.getIpBlock() != null) {
      return !node.ours();
    }
    boolean place =
        peer.getNamespaceSelector() == null
            ? node.ours()
            : selects(peer.getNamespaceSelector(), node.namespaceLabels());
    return place
        && (peer.getPodSelector() == null || selects(peer.getPodSelector(), node.labels()));
  }

  private static boolean ports(List<NetworkPolicyPort> ports, Port port) {
    return ports.isEmpty()
        || ports.stream()
            .anyMatch(
                p ->
                    Objects.equals(p.getProtocol(), port.protocol())
                        && Objects.equals(p.getPort().getIntVal(), port.number()));
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    if (!selector.getMatchExpressions().isEmpty()) {
      throw new IllegalArgumentException("write the selector as matchLabels: " + selector);
    }
    Map<String, String> wanted = Objects.requireNonNullElse(selector.getMatchLabels(), Map.of());
    return labels.entrySet().containsAll(wanted.entrySet());
  }
}
