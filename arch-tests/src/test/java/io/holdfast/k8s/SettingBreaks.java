package io.holdfast.k8s;

import static io.holdfast.k8s.Break.dev;
import static io.holdfast.k8s.Break.prod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Mistakes in what processes are told, and in what an overlay is for. */
final class SettingBreaks {
  private SettingBreaks() {}

  static List<Break> settings() {
    return List.of(
        prod(
            "known-settings",
            "a misspelt variable",
            "HOLDFAST_SWEEPER ",
            c -> c.data("services").put("HOLDFAST_SWEEPER", "on")),
        prod(
            "known-settings",
            "one forgotten",
            "HOLDFAST_ISSUER is not given",
            c -> c.data("holdfast").remove("HOLDFAST_ISSUER")),
        prod(
            "realm-settings",
            "a placeholder of the realm not given",
            "HOLDFAST_REALM_GRANT_FLOW",
            c -> c.data("keycloak").remove("HOLDFAST_REALM_GRANT_FLOW")),
        prod(
            "secrets-by-name",
            "a password in the manifest",
            "HOLDFAST_CLIENT_SECRET",
            c -> {
              ObjectNode secret = c.setting("case-service", "HOLDFAST_CLIENT_SECRET");
              secret.remove("valueFrom");
              secret.put("value", "let-me-in");
            }),
        prod(
            "secrets-by-name",
            "a Secret among the manifests",
            "mongo-users",
            c -> {
              ObjectNode secret = c.object("ConfigMap", "mongo-members").deepCopy();
              secret.put("kind", "Secret").withObject("/metadata").put("name", "mongo-users");
              c.trees().add(secret);
            }),
        prod(
            "secrets-by-name",
            "a key file everybody in the container reads",
            "keys",
            c ->
                Copy.byName(c.pod("freeze-service").withArray("/volumes"), "keys")
                    .withObject("/secret")
                    .remove("defaultMode")),
        prod(
            "no-credentials",
            "a password within an address",
            "holdfast",
            c ->
                c.data("holdfast")
                    .put("HOLDFAST_JWKS_URI", "http://reader:opensesame@keycloak:8180/certs")),
        prod(
            "no-credentials",
            "a private key in a file",
            "mongo",
            c -> c.data("mongo").put("tls.pem", "-----BEGIN PRIVATE KEY-----")));
  }

  static List<Break> overlays() {
    return List.of(
        prod(
            "profile",
            "the demonstration's policies in production",
            "HOLDFAST_POLICY",
            c -> c.data("services").put("HOLDFAST_POLICY", "/app/policy-demo")),
        prod(
            "profile",
            "the demo profile in production",
            "HOLDFAST_PROFILE",
            c -> c.data("services").put("HOLDFAST_PROFILE", "demo")),
        prod(
            "profile",
            "the demo realm in production",
            "HOLDFAST_REALM_DEMO",
            c -> c.data("keycloak").put("HOLDFAST_REALM_DEMO", "true")),
        prod(
            "profile",
            "other policies mounted over the image's",
            "freeze-service",
            c ->
                c.container("freeze-service")
                    .withArray("/volumeMounts")
                    .addObject()
                    .put("name", "tmp")
                    .put("mountPath", "/app/policy")),
        prod(
            "second-factor",
            "a password alone",
            "HOLDFAST_REALM_BROWSER_FLOW",
            c -> c.data("keycloak").put("HOLDFAST_REALM_BROWSER_FLOW", "password")),
        prod(
            "second-factor",
            "the issuer without TLS",
            "HOLDFAST_ISSUER",
            c -> c.data("holdfast").put("HOLDFAST_ISSUER", "http://id.holdfast.example/realms/x")),
        prod(
            "pods",
            "two of them",
            "keycloak: 2",
            c -> c.workload("keycloak").withObject("/spec").put("replicas", 2)),
        prod(
            "pods",
            "the replica set is made for fewer members than run",
            "MEMBERS",
            c -> c.data("mongo-members").put("MEMBERS", "1")),
        dev(
            "pods",
            "three of them on a laptop",
            "mongo: 3",
            c -> c.workload("mongo").withObject("/spec").put("replicas", 3)),
        prod(
            "autoscaling",
            "an autoscaler and a number",
            "gateway: replicas",
            c -> c.workload("gateway").withObject("/spec").put("replicas", 3)),
        prod(
            "autoscaling",
            "no autoscaler",
            "freeze-service: no autoscaler",
            c -> c.remove("HorizontalPodAutoscaler", "freeze-service")),
        prod(
            "spread",
            "pods of one process on one node",
            "case-service",
            c -> c.pod("case-service").remove("topologySpreadConstraints")),
        prod(
            "spread",
            "two members of the store on one node",
            "mongo: two members",
            c -> c.pod("mongo").remove("affinity")),
        prod(
            "namespace",
            "the cluster admits anything",
            "not restricted",
            c ->
                c.object("Namespace", "holdfast")
                    .withObject("/metadata/labels")
                    .put("pod-security.kubernetes.io/enforce", "privileged")),
        dev(
            "namespace",
            "an object elsewhere",
            "gateway: not in holdfast-dev",
            c ->
                c.object("Service", "gateway")
                    .withObject("/metadata")
                    .put("namespace", "default")));
  }
}
