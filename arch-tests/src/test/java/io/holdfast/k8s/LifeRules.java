package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How pods start, are watched, are replaced and end. */
final class LifeRules {
  /** After the pause before it ends, a process still closes streams and its store. */
  private static final long ENDING_SECONDS_MIN = 30;

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "probes",
              "a pod that is not asked is sent calls before it can answer, and kept when it hangs",
              LifeRules::probes),
          new Rule(
              "probe-ports",
              "a probe of a port that is not there ends a healthy pod",
              LifeRules::probePorts),
          new Rule(
              "graceful-end",
              "calls still arrive until every caller has heard that the pod goes",
              LifeRules::gracefulEnd),
          new Rule(
              "budget",
              "draining nodes must not take all pods of a process at once",
              LifeRules::budget),
          new Rule(
              "no-gap-on-update",
              "a new version is ready before the old one goes",
              LifeRules::noGap),
          new Rule(
              "writable-tmp",
              "a JVM unpacks native libraries there, and the root is read-only",
              LifeRules::writableTmp));

  private LifeRules() {}

  private static List<String> probes(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      Container container = workload.main();
      Map<String, Probe> probes = probesOf(container);
      for (String kind : List.of("startup", "readiness", "liveness")) {
        if (!probes.containsKey(kind)) {
          found.add(workload.name() + ": no " + kind + " probe");
        }
      }
      // Ready asks for the store; if live asked too, an outage of the store would restart
      // everything.
      expectPath(workload, probes, "readiness", "/health/ready", found);
      expectPath(workload, probes, "liveness", "/health/live", found);
    }
    return found;
  }

  private static void expectPath(
      Workload workload, Map<String, Probe> probes, String kind, String path, List<String> found) {
    Probe probe = probes.get(kind);
    if (probe != null && probe.getHttpGet() != null && !probe.getHttpGet().getPath().equals(path)) {
      found.add(workload.name() + ": " + kind + " probe (expected: " + path + ")");
    }
  }

  private static Map<String, Probe> probesOf(Container container) {
    Map<String, Probe> found = new java.util.HashMap<>();
    if (container.getStartupProbe() != null) {
      found.put("startup", container.getStartupProbe());
    }
    if (container.getReadinessProbe() != null) {
      found.put("readiness", container.getReadinessProbe());
    }
    if (container.getLivenessProbe() != null) {
      found.put("liveness", container.getLivenessProbe());
    }
    return found;
  }

  private static List<String> probePorts(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      List<String> ports = workload.main().getPorts().stream().map(ContainerPort::getName).toList();
      probesOf(workload.main())
          .forEach(
              (kind, probe) -> {
                String port =
                    probe.getHttpGet() != null
                        ? probe.getHttpGet().getPort().getStrVal()
                        : probe.getTcpSocket() != null
                            ? probe.getTcpSocket().getPort().getStrVal()
                            : ports.getFirst();
                if (!ports.contains(port)) {
                  found.add(
                      workload.name() + ": " + kind + " probe (expected: one of " + ports + ")");
                }
              });
    }
    return found;
  }

  private static List<String> gracefulEnd(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      long grace =
          Objects.requireNonNullElse(
              workload.pod().getSpec().getTerminationGracePeriodSeconds(), 0L);
      long pause = workload.kind().equals("Deployment") ? pause(workload.main()) : 0;
      if (pause < 0 || grace < pause + ENDING_SECONDS_MIN) {
        found.add(
            "%s: %d s to end, %d s of them before it is told (expected: a pause, and %d s after it)"
                .formatted(workload.name(), grace, pause, ENDING_SECONDS_MIN));
      }
    }
    return found;
  }

  private static long pause(Container container) {
    return container.getLifecycle() == null
            || container.getLifecycle().getPreStop() == null
            || container.getLifecycle().getPreStop().getSleep() == null
        ? -1
        : container.getLifecycle().getPreStop().getSleep().getSeconds();
  }

  private static List<String> budget(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      boolean kept =
          manifests.all(PodDisruptionBudget.class).stream()
              .filter(b -> workload.selector().equals(b.getSpec().getSelector().getMatchLabels()))
              .anyMatch(
                  b ->
                      b.getSpec().getMaxUnavailable() != null
                          && Objects.equals(b.getSpec().getMaxUnavailable().getIntVal(), 1));
      if (!kept) {
        found.add(workload.name() + ": no budget of one unavailable pod at most");
      }
    }
    return found;
  }

  private static List<String> noGap(Manifests manifests) {
    return manifests.all(Deployment.class).stream()
        .filter(
            d ->
                d.getSpec().getStrategy().getType().equals("Recreate")
                    ? manifests.production()
                    : d.getSpec().getStrategy().getRollingUpdate() == null
                        || !Objects.equals(
                            d.getSpec()
                                .getStrategy()
                                .getRollingUpdate()
                                .getMaxUnavailable()
                                .getIntVal(),
                            0))
        .map(d -> d.getMetadata().getName() + ": pods may be missing during an update")
        .toList();
  }

  private static List<String> writableTmp(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      boolean kept =
          workload.main().getVolumeMounts().stream()
              .filter(mount -> mount.getMountPath().equals("/tmp"))
              .anyMatch(
                  mount ->
                      workload.pod().getSpec().getVolumes().stream()
                          .anyMatch(
                              volume ->
                                  volume.getName().equals(mount.getName())
                                      && volume.getEmptyDir() != null
                                      && volume.getEmptyDir().getSizeLimit() != null));
      if (!kept) {
        found.add(workload.name() + ": /tmp (expected: an emptyDir with a sizeLimit)");
      }
    }
    return found;
  }
}
