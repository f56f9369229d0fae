package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What names another object names one that is there. */
final class WiringRules {
  /**
   * {@code dns:///case-service:7101}, {@code http://keycloak:8180/...}: names within the namespace.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:dns|http|https|mongodb)://(?:/)?([a-z][a-z-]*):(\\d+)(?:/.*)?");

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "selectors",
              "a workload whose selector misses its own pods never comes up",
              m ->
                  m.serving().stream()
                      .filter(w -> !w.labels().entrySet().containsAll(w.selector().entrySet()))
                      .map(w -> w.name() + ": its pods lack " + w.selector())
                      .toList()),
          new Rule(
              "service-ports",
              "a service that points at no open port accepts calls and drops them",
              WiringRules::servicePorts),
          new Rule(
              "process-ports",
              "the port a process is told to listen on is the one the pod shows",
              WiringRules::processPorts),
          new Rule(
              "addresses",
              "a peer's address that no service has is found out at the first call",
              WiringRules::addresses),
          new Rule(
              "grpc-spread",
              "behind one virtual address a channel keeps to one pod for as long as it is open",
              WiringRules::grpcSpread),
          new Rule(
              "references",
              "a pod that mounts what is not there never starts",
              WiringRules::references),
          new Rule(
              "ingress-backends",
              "an ingress to a port that is not there answers 503 to everybody",
              WiringRules::backends));

  private WiringRules() {}

  private static List<String> servicePorts(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Service service : manifests.all(Service.class)) {
      String name = service.getMetadata().getName();
      List<Workload> behind =
          manifests.serving().stream()
              .filter(
                  w ->
                      w.labels().entrySet().containsAll(service.getSpec().getSelector().entrySet()))
              .toList();
      if (behind.size() != 1) {
        found.add(name + ": " + behind.size() + " workloads behind it (expected: 1)");
        continue;
      }
      for (ServicePort port : service.getSpec().getPorts()) {
        boolean open =
            behind.getFirst().main().getPorts().stream()
                .anyMatch(
                    p ->
                        p.getName().equals(port.getTargetPort().getStrVal())
                            && p.getContainerPort().equals(port.getPort()));
        if (!open) {
          found.add(name + ": port " + port.getPort() + " -> " + port.getTargetPort());
        }
      }
    }
    for (Workload workload : manifests.serving()) {
      if (service(manifests, workload.name()).isEmpty()) {
        found.add(workload.name() + ": no service");
      }
    }
    return found;
  }

  private static Optional<Service> service(Manifests manifests, String name) {
    return manifests.one(Service.class, s -> s.getMetadata().getName().equals(name));
  }

  private static List<String> processPorts(Manifests manifests) {
    Map<String, String> settingOfPort =
        Map.of(
            "HOLDFAST_GRPC_PORT", "grpc",
            "HOLDFAST_MANAGEMENT_PORT", "management",
            "HOLDFAST_HTTP_PORT", "http",
            "KC_HTTP_PORT", "http",
            "KC_HTTP_MANAGEMENT_PORT", "management");
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.serving()) {
      manifests
          .settings(workload.main())
          .forEach(
              (name, value) -> {
                String port = settingOfPort.get(name);
                if (port != null && !value.equals(number(workload.main(), port))) {
                  found.add("%s: %s %s, port %s".formatted(workload.name(), name, value, port));
                }
              });
    }
    return found;
  }

  private static String number(Container container, String port) {
    return container.getPorts().stream()
        .filter(p -> p.getName().equals(port))
        .map(ContainerPort::getContainerPort)
        .map(String::valueOf)
        .findFirst()
        .orElse("absent");
  }

  private static List<String> addresses(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      manifests
          .settings(workload.main())
          .forEach(
              (name, value) -> {
                Matcher address = ADDRESS.matcher(value);
                if (address.matches()
                    && !address.group(1).equals("localhost")
                    && !offers(manifests, address.group(1), Integer.parseInt(address.group(2)))) {
                  found.add("%s: %s %s: no such service".formatted(workload.name(), name, value));
                }
              });
    }
    return found;
  }

  private static boolean offers(Manifests manifests, String service, int port) {
    return service(manifests, service).stream()
        .flatMap(s -> s.getSpec().getPorts().stream())
        .anyMatch(p -> p.getPort() == port);
  }

  private static List<String> grpcSpread(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Service service : manifests.all(Service.class)) {
      boolean grpc =
          service.getSpec().getPorts().stream().anyMatch(p -> "grpc".equals(p.getName()));
      if (grpc && !"None".equals(service.getSpec().getClusterIP())) {
        found.add(service.getMetadata().getName() + ": not headless");
      }
    }
    for (Workload workload : manifests.serving()) {
      manifests
          .settings(workload.main())
          .forEach(
              (name, value) -> {
                if (name.endsWith("_TARGET") && !value.startsWith("dns:///")) {
                  found.add(
                      workload.name() + ": " + name + " " + value + " (expected: dns:///...)");
                }
              });
    }
    return found;
  }

  private static List<String> references(Manifests manifests) {
    Set<String> maps = names(manifests, ConfigMap.class);
    Set<String> claims = names(manifests, PersistentVolumeClaim.class);
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (Container container : workload.containers()) {
        for (EnvFromSource from : container.getEnvFrom()) {
          if (from.getConfigMapRef() == null || !maps.contains(from.getConfigMapRef().getName())) {
            found.add(workload.name() + ": settings from " + from);
          }
        }
        container.getVolumeMounts().stream()
            .filter(mount -> !volumes(manifests, workload).contains(mount.getName()))
            .forEach(mount -> found.add(workload.name() + ": no volume " + mount.getName()));
      }
      for (Volume volume : workload.pod().getSpec().getVolumes()) {
        if (volume.getConfigMap() != null && !maps.contains(volume.getConfigMap().getName())) {
          found.add(workload.name() + ": no ConfigMap " + volume.getConfigMap().getName());
        }
        if (volume.getPersistentVolumeClaim() != null
            && !claims.contains(volume.getPersistentVolumeClaim().getClaimName())) {
          found.add(workload.name() + ": no claim for " + volume.getName());
        }
      }
    }
    return found;
  }

  private static Set<String> volumes(Manifests manifests, Workload workload) {
    Set<String> all =
        workload.pod().getSpec().getVolumes().stream()
            .map(Volume::getName)
            .collect(Collectors.toSet());
    manifests
        .one(
            io.fabric8.kubernetes.api.model.apps.StatefulSet.class,
            set -> set.getMetadata().getName().equals(workload.name()))
        .ifPresent(
            set ->
                set.getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(claim -> all.add(claim.getMetadata().getName())));
    return all;
  }

  private static Set<String> names(
      Manifests manifests, Class<? extends io.fabric8.kubernetes.api.model.HasMetadata> type) {
    return manifests.all(type).stream()
        .map(object -> object.getMetadata().getName())
        .collect(Collectors.toSet());
  }

  private static List<String> backends(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Ingress ingress : manifests.all(Ingress.class)) {
      if (ingress.getSpec().getTls().isEmpty()) {
        found.add(ingress.getMetadata().getName() + ": no TLS");
      }
      ingress.getSpec().getRules().stream()
          .flatMap(rule -> rule.getHttp().getPaths().stream())
          .map(HTTPIngressPath::getBackend)
          .map(backend -> backend.getService())
          .filter(backend -> !reachable(manifests, backend))
          .forEach(backend -> found.add(ingress.getMetadata().getName() + ": " + backend));
    }
    return found;
  }

  private static boolean reachable(Manifests manifests, IngressServiceBackend backend) {
    return service(manifests, backend.getName()).stream()
        .flatMap(s -> s.getSpec().getPorts().stream())
        .anyMatch(p -> Objects.equals(p.getName(), backend.getPort().getName()));
  }
}
