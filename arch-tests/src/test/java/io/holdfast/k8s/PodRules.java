package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a pod may do on its node, and how much of it. */
final class PodRules {
  /** A name without registry, a tag with a full version; "latest", "8" and "8.0" move. */
  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9./-]+(:\\d+\\.\\d+\\.\\d+[A-Za-z0-9._-]*)(@sha256:[0-9a-f]{64})?");

  static final List<Rule> RULES =
      List.of(
          pods(
              "non-root",
              "a flaw in a process must not be root's",
              pod -> {
                PodSecurityContext context = context(pod);
                return Boolean.TRUE.equals(context.getRunAsNonRoot())
                    && Objects.requireNonNullElse(context.getRunAsUser(), 0L) > 0
                    && Objects.requireNonNullElse(context.getRunAsGroup(), 0L) > 0;
              }),
          containers(
              "no-root-container",
              "a container's own setting wins over the pod's",
              (pod, container) ->
                  own(container).getRunAsUser() == null
                      && own(container).getRunAsNonRoot() == null
                      && own(container).getSeccompProfile() == null),
          containers(
              "read-only-root",
              "what breaks in must not be able to leave a file that runs",
              (pod, container) -> Boolean.TRUE.equals(own(container).getReadOnlyRootFilesystem())),
          containers(
              "no-capabilities",
              "no process here needs one",
              (pod, container) -> {
                Capabilities capabilities =
                    Objects.requireNonNullElseGet(
                        own(container).getCapabilities(), Capabilities::new);
                return capabilities.getDrop().equals(List.of("ALL"))
                    && capabilities.getAdd().isEmpty();
              }),
          containers(
              "no-escalation",
              "a set-uid file would undo non-root",
              (pod, container) ->
                  Boolean.FALSE.equals(own(container).getAllowPrivilegeEscalation())
                      && !Boolean.TRUE.equals(own(container).getPrivileged())),
          pods(
              "seccomp",
              "the kernel's rarely used calls are where escapes are found",
              pod ->
                  context(pod).getSeccompProfile() != null
                      && context(pod).getSeccompProfile().getType().equals("RuntimeDefault")),
          pods(
              "no-cluster-token",
              "no process here speaks to the API server",
              pod -> Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())),
          pods(
              "no-service-links",
              "variables made from other services' names would stand among the settings",
              pod -> Boolean.FALSE.equals(pod.getEnableServiceLinks())),
          pods(
              "not-on-host",
              "the node's network, processes and files are not the pod's",
              PodRules::offHost),
          containers(
              "requests-and-limits",
              "without them one process takes the node from the others",
              (pod, container) -> bounded(container)),
          containers(
              "pinned-image",
              "a moving tag is another program tomorrow",
              (pod, container) -> PINNED.matcher(container.getImage()).matches()));

  private PodRules() {}

  private static Rule pods(String name, String because, Predicate<PodSpec> kept) {
    return new Rule(
        name,
        because,
        manifests ->
            manifests.workloads().stream()
                .filter(workload -> !kept.test(workload.pod().getSpec()))
                .map(workload -> workload.name() + ": " + name)
                .toList());
  }

  private static Rule containers(
      String name, String because, BiPredicate<PodSpec, Container> kept) {
    return new Rule(
        name,
        because,
        manifests -> {
          List<String> found = new ArrayList<>();
          for (Workload workload : manifests.workloads()) {
            for (Container container : workload.containers()) {
              if (!kept.test(workload.pod().getSpec(), container)) {
                found.add(workload.name() + "/" + container.getName() + ": " + name);
              }
            }
          }
          return found;
        });
  }

  private static PodSecurityContext context(PodSpec pod) {
    return Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
  }

  private static SecurityContext own(Container container) {
    return Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
  }

  private static boolean offHost(PodSpec pod) {
    return !Boolean.TRUE.equals(pod.getHostNetwork())
        && !Boolean.TRUE.equals(pod.getHostPID())
        && !Boolean.TRUE.equals(pod.getHostIPC())
        && pod.getVolumes().stream().map(Volume::getHostPath).allMatch(Objects::isNull)
        && pod.getContainers().stream()
            .flatMap(container -> container.getPorts().stream())
            .map(ContainerPort::getHostPort)
            .allMatch(Objects::isNull);
  }

  private static boolean bounded(Container container) {
    if (container.getResources() == null) {
      return false;
    }
    Map<String, Quantity> least = container.getResources().getRequests();
    Map<String, Quantity> most = container.getResources().getLimits();
    return List.of("cpu", "memory").stream()
        .allMatch(
            what ->
                least.containsKey(what)
                    && most.containsKey(what)
                    && amount(least, what).signum() > 0
                    && amount(least, what).compareTo(amount(most, what)) <= 0);
  }

  private static BigDecimal amount(Map<String, Quantity> all, String what) {
    return Quantity.getAmountInBytes(all.getOrDefault(what, new Quantity("0")));
  }
}
