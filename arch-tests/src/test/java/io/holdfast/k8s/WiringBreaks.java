package io.holdfast.k8s;

import static io.holdfast.k8s.Break.dev;
import static io.holdfast.k8s.Break.prod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Mistakes between objects. */
final class WiringBreaks {
  private WiringBreaks() {}

  static List<Break> wiring() {
    return List.of(
        prod(
            "selectors",
            "the pods' label renamed",
            "gateway",
            c ->
                c.workload("gateway")
                    .withObject("/spec/template/metadata/labels")
                    .put("app.kubernetes.io/name", "edge")),
        prod(
            "service-ports",
            "the service's port is not the container's",
            "freeze-service",
            c ->
                ((ObjectNode)
                        c.object("Service", "freeze-service").withArray("/spec/ports").path(0))
                    .put("port", 7112)),
        prod("service-ports", "no service", "mongo", c -> c.remove("Service", "mongo")),
        prod(
            "process-ports",
            "the process listens elsewhere",
            "case-service",
            c -> c.setting("case-service", "HOLDFAST_GRPC_PORT").put("value", "7001")),
        prod(
            "addresses",
            "a peer's service misspelt",
            "HOLDFAST_CASE_TARGET",
            c -> c.setting("gateway", "HOLDFAST_CASE_TARGET").put("value", "dns:///cases:7101")),
        prod(
            "addresses",
            "another port of Keycloak",
            "HOLDFAST_JWKS_URI",
            c -> c.data("holdfast").put("HOLDFAST_JWKS_URI", "http://keycloak:8080/certs")),
        prod(
            "grpc-spread",
            "a virtual address",
            "liaison-service",
            c -> c.object("Service", "liaison-service").withObject("/spec").remove("clusterIP")),
        prod(
            "references",
            "a ConfigMap that is not made",
            "gateway",
            c -> c.remove("ConfigMap", "gateway")),
        prod(
            "references",
            "a mount without its volume",
            "keycloak",
            c -> c.pod("keycloak").withArray("/volumes").remove(0)),
        prod(
            "ingress-backends",
            "a port that the service has not",
            "gateway",
            c ->
                ((ObjectNode)
                        c.object("Ingress", "gateway")
                            .at("/spec/rules/0/http/paths/0/backend/service/port"))
                    .put("name", "https")),
        prod(
            "ingress-backends",
            "without TLS",
            "keycloak",
            c -> c.object("Ingress", "keycloak").withObject("/spec").remove("tls")));
  }

  static List<Break> network() {
    return List.of(
        prod(
            "default-deny",
            "no policy for all",
            "no policy denies",
            c -> c.remove("NetworkPolicy", "default-deny")),
        prod(
            "pod-policies",
            "a process without one",
            "liaison-service",
            c -> c.remove("NetworkPolicy", "liaison-service")),
        prod(
            "exact-edges",
            "the gateway may reach the store",
            "open: gateway -> mongo:27017",
            c -> {
              allow(c.object("NetworkPolicy", "gateway"), "egress", "to", "mongo", 27017);
              allow(c.object("NetworkPolicy", "mongo"), "ingress", "from", "gateway", 27017);
            }),
        prod(
            "exact-edges",
            "a rule without ports",
            "open: ingress -> gateway:9",
            c ->
                ((ObjectNode)
                        c.object("NetworkPolicy", "gateway").withArray("/spec/ingress").path(0))
                    .remove("ports")),
        prod(
            "exact-edges",
            "a caller forgotten",
            "closed: case-service -> freeze-service:7102",
            c ->
                ((ArrayNode) c.object("NetworkPolicy", "freeze-service").at("/spec/ingress/0/from"))
                    .remove(1)),
        prod(
            "exact-edges",
            "the whole world by address",
            "addresses instead of labels",
            c ->
                c.object("NetworkPolicy", "case-service")
                    .withArray("/spec/egress")
                    .addObject()
                    .putArray("to")
                    .addObject()
                    .putObject("ipBlock")
                    .put("cidr", "0.0.0.0/0")),
        dev(
            "exact-edges",
            "no name service",
            "closed: gateway -> dns:53",
            c -> c.remove("NetworkPolicy", "dns")));
  }

  private static void allow(ObjectNode policy, String side, String word, String peer, int port) {
    ObjectNode rule = policy.withArray("/spec/" + side).addObject();
    rule.putArray(word)
        .addObject()
        .putObject("podSelector")
        .putObject("matchLabels")
        .put("app.kubernetes.io/name", peer);
    rule.putArray("ports").addObject().put("protocol", "TCP").put("port", port);
  }
}
