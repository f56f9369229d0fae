package io.holdfast.k8s;

import static io.holdfast.k8s.Break.dev;
import static io.holdfast.k8s.Break.prod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Mistakes in one workload. */
final class PodBreaks {
  private PodBreaks() {}

  static List<Break> parsing() {
    return List.of(
        prod(
            "known-fields",
            "readinesProbe",
            "readinesProbe",
            c ->
                c.container("gateway")
                    .set("readinesProbe", c.container("gateway").path("readinessProbe"))),
        prod(
            "known-fields",
            "a field of the container on the pod",
            "imagePullPolicy",
            c -> c.pod("mongo").put("imagePullPolicy", "Always")),
        prod(
            "exact-types",
            "replicas as a text",
            "replicas",
            c -> c.workload("keycloak").withObject("/spec").put("replicas", "3")),
        prod(
            "exact-types",
            "a port number where a text belongs",
            "value",
            c -> c.setting("gateway", "HOLDFAST_HTTP_PORT").put("value", 8080)));
  }

  static List<Break> pods() {
    return List.of(
        prod(
            "non-root",
            "user 0",
            "mongo",
            c -> c.pod("mongo").withObject("/securityContext").put("runAsUser", 0)),
        dev(
            "non-root",
            "runAsNonRoot forgotten",
            "gateway",
            c -> c.pod("gateway").withObject("/securityContext").remove("runAsNonRoot")),
        prod(
            "no-root-container",
            "the container overrides the pod",
            "keycloak",
            c -> c.container("keycloak").withObject("/securityContext").put("runAsUser", 0)),
        prod(
            "read-only-root",
            "a writable root",
            "case-service",
            c ->
                c.container("case-service")
                    .withObject("/securityContext")
                    .put("readOnlyRootFilesystem", false)),
        prod(
            "read-only-root",
            "forgotten in an init container",
            "mongo/keyfile",
            c ->
                ((ObjectNode) c.pod("mongo").withArray("/initContainers").path(0))
                    .withObject("/securityContext")
                    .remove("readOnlyRootFilesystem")),
        prod(
            "no-capabilities",
            "one capability added",
            "gateway",
            c ->
                c.container("gateway")
                    .withObject("/securityContext/capabilities")
                    .putArray("add")
                    .add("NET_BIND_SERVICE")),
        prod(
            "no-escalation",
            "privileged",
            "mongo-init",
            c -> c.container("mongo-init").withObject("/securityContext").put("privileged", true)),
        prod(
            "seccomp",
            "unconfined",
            "freeze-service",
            c ->
                c.pod("freeze-service")
                    .withObject("/securityContext/seccompProfile")
                    .put("type", "Unconfined")),
        prod(
            "no-cluster-token",
            "the token is mounted by default",
            "liaison-service",
            c -> c.pod("liaison-service").remove("automountServiceAccountToken")),
        prod(
            "no-service-links",
            "links on by default",
            "gateway",
            c -> c.pod("gateway").remove("enableServiceLinks")),
        prod(
            "not-on-host",
            "the node's folder mounted",
            "mongo",
            c ->
                c.pod("mongo")
                    .withArray("/volumes")
                    .addObject()
                    .put("name", "host")
                    .putObject("hostPath")
                    .put("path", "/")),
        prod(
            "not-on-host",
            "the node's network",
            "gateway",
            c -> c.pod("gateway").put("hostNetwork", true)),
        prod(
            "requests-and-limits",
            "no memory limit",
            "freeze-service",
            c -> c.container("freeze-service").withObject("/resources/limits").remove("memory")),
        prod(
            "requests-and-limits",
            "more asked for than allowed",
            "gateway",
            c -> c.container("gateway").withObject("/resources/requests").put("memory", "64Gi")),
        prod(
            "pinned-image",
            "latest",
            "gateway",
            c -> c.container("gateway").put("image", "holdfast/gateway:latest")),
        prod(
            "pinned-image",
            "a tag that moves with every patch",
            "mongo",
            c -> c.container("mongo").put("image", "mongo:8.0")),
        prod(
            "pinned-image",
            "no tag",
            "keycloak",
            c -> c.container("keycloak").put("image", "holdfast/keycloak")));
  }

  static List<Break> lives() {
    return List.of(
        prod(
            "probes",
            "no readiness probe",
            "gateway: no readiness",
            c -> c.container("gateway").remove("readinessProbe")),
        prod(
            "probes",
            "liveness asks for the store",
            "case-service: liveness",
            c ->
                c.container("case-service")
                    .withObject("/livenessProbe/httpGet")
                    .put("path", "/health/ready")),
        prod(
            "probe-ports",
            "a probe of the gRPC port's old name",
            "freeze-service",
            c ->
                c.container("freeze-service")
                    .withObject("/startupProbe/httpGet")
                    .put("port", "admin")),
        prod(
            "graceful-end",
            "no pause before the end",
            "gateway",
            c -> c.container("gateway").remove("lifecycle")),
        prod(
            "graceful-end",
            "killed while it still closes",
            "mongo",
            c -> c.pod("mongo").put("terminationGracePeriodSeconds", 10)),
        prod("budget", "no budget", "keycloak", c -> c.remove("PodDisruptionBudget", "keycloak")),
        prod(
            "budget",
            "the budget counts other pods",
            "mongo",
            c ->
                c.object("PodDisruptionBudget", "mongo")
                    .withObject("/spec/selector/matchLabels")
                    .put("app.kubernetes.io/name", "mongodb")),
        prod(
            "no-gap-on-update",
            "all pods replaced at once",
            "liaison-service",
            c ->
                c.workload("liaison-service")
                    .withObject("/spec/strategy/rollingUpdate")
                    .put("maxUnavailable", 1)),
        prod(
            "writable-tmp",
            "no /tmp",
            "gateway",
            c -> c.container("gateway").withArray("/volumeMounts").removeAll()));
  }
}
