package io.holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each process is told, and that no secret is told in the open. */
final class SettingRules {
  private static final Set<String> EVERY =
      Set.of(
          "HOLDFAST_BIND",
          "HOLDFAST_MANAGEMENT_PORT",
          "HOLDFAST_ISSUER",
          "HOLDFAST_JWKS_URI",
          "HOLDFAST_AUDIENCE");
  private static final Set<String> SERVICE =
      Set.of(
          "HOLDFAST_GRPC_PORT",
          "HOLDFAST_MONGODB_URI",
          "HOLDFAST_KEYS",
          "HOLDFAST_POLICY",
          "HOLDFAST_PROFILE",
          "HOLDFAST_SWEEPERS",
          "HOLDFAST_CLIENT_ID",
          "HOLDFAST_CLIENT_SECRET",
          "HOLDFAST_TOKEN_URI",
          "JDK_JAVA_OPTIONS");
  private static final String CASE = "HOLDFAST_CASE_TARGET";
  private static final String FREEZE = "HOLDFAST_FREEZE_TARGET";
  private static final String LIAISON = "HOLDFAST_LIAISON_TARGET";

  /** By process, every variable it reads and is given. A name not here is misspelt, or new. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "gateway",
          union(
              EVERY,
              Set.of(
                  "HOLDFAST_HTTP_PORT",
                  "HOLDFAST_TRUST_FORWARDED",
                  "HOLDFAST_RATE_PER_SECOND",
                  "HOLDFAST_STREAMS_PER_CLIENT",
                  "HOLDFAST_PRESENCE_LIMIT",
                  CASE,
                  FREEZE,
                  LIAISON)),
          "case-service",
          union(EVERY, SERVICE, Set.of(FREEZE, LIAISON)),
          "freeze-service",
          union(EVERY, SERVICE, Set.of(CASE, LIAISON)),
          "liaison-service",
          union(
              EVERY,
              SERVICE,
              Set.of(
                  CASE,
                  LIAISON,
                  "HOLDFAST_KEYCLOAK_URL",
                  "HOLDFAST_PROVISIONER_CLIENT_ID",
                  "HOLDFAST_PROVISIONER_CLIENT_SECRET",
                  "HOLDFAST_PRESENCE_LIMIT",
                  "HOLDFAST_PAGER_URL",
                  "HOLDFAST_PAGER_SECRET",
                  "HOLDFAST_PAGER_CHANNEL")));

  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(SECRET|PASSWORD|MONGODB_URI|TOKEN$|CREDENTIAL|DB_URL).*");

  /** Say something about a secret without being one. */
  private static final Set<String> NOT_SECRET =
      Set.of("HOLDFAST_REALM_PASSWORD_POLICY", "HOLDFAST_REALM_FIRST_PASSWORD_TEMPORARY");

  private static final Pattern CREDENTIALS =
      Pattern.compile("://[^/\\s'\"]+:[^/\\s'\"+]+@|-----BEGIN|\\beyJ[A-Za-z0-9_-]{10,}");

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "known-settings",
              "a misspelt variable leaves the default in force, and the default is one machine's",
              SettingRules::knownSettings),
          new Rule(
              "realm-settings",
              "a placeholder of the realm that is not given is imported as it stands",
              SettingRules::realmSettings),
          new Rule(
              "secrets-by-name",
              "what is in git is known to everybody who ever cloned it",
              SettingRules::secretsByName),
          new Rule(
              "no-credentials",
              "neither in an address nor in a file",
              m -> {
                List<String> found = new ArrayList<>();
                m.trees()
                    .forEach(tree -> credentials(tree.at("/metadata/name").asText(), tree, found));
                return found;
              }));

  private SettingRules() {}

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  private static Set<String> given(Manifests manifests, Workload workload) {
    Set<String> names = new TreeSet<>(manifests.settings(workload.main()).keySet());
    names.addAll(Manifests.secrets(workload.main()).keySet());
    return names;
  }

  private static List<String> knownSettings(Manifests manifests) {
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      Set<String> known = KNOWN.get(workload.name());
      if (known == null) {
        continue;
      }
      Set<String> given = given(manifests, workload);
      given.stream()
          .filter(name -> !known.contains(name))
          .forEach(
              name -> found.add(workload.name() + ": " + name + " is not one of its settings"));
      known.stream()
          .filter(name -> !given.contains(name))
          .forEach(name -> found.add(workload.name() + ": " + name + " is not given"));
    }
    return found;
  }

  private static List<String> realmSettings(Manifests manifests) {
    String realm = Yaml.read(Folders.REPOSITORY.resolve("keycloak").resolve("realm.json"));
    Set<String> asked = new LinkedHashSet<>();
    Matcher placeholder = Pattern.compile("\\$\\{(HOLDFAST_[A-Z_]+)}").matcher(realm);
    while (placeholder.find()) {
      asked.add(placeholder.group(1));
    }
    List<String> found = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (workload.name().equals("keycloak")) {
        Set<String> given = given(manifests, workload);
        asked.stream()
            .filter(name -> !given.contains(name))
            .forEach(name -> found.add("keycloak: " + name + " is not given"));
        given.stream()
            .filter(name -> name.startsWith("HOLDFAST_") && !asked.contains(name))
            .forEach(name -> found.add("keycloak: the realm does not ask for " + name));
      }
    }
    return found;
  }

  private static List<String> secretsByName(Manifests manifests) {
    List<String> found = new ArrayList<>();
    manifests
        .all(Secret.class)
        .forEach(s -> found.add(s.getMetadata().getName() + ": a secret among the manifests"));
    for (Workload workload : manifests.workloads()) {
      for (Container container : workload.containers()) {
        manifests.settings(container).keySet().stream()
            .filter(name -> SECRET_NAME.matcher(name).matches() && !NOT_SECRET.contains(name))
            .forEach(name -> found.add(workload.name() + ": " + name + " is not from a secret"));
        container.getEnvFrom().stream()
            .map(EnvFromSource::getSecretRef)
            .filter(java.util.Objects::nonNull)
            .forEach(s -> found.add(workload.name() + ": takes a secret whole"));
      }
      for (Volume volume : workload.pod().getSpec().getVolumes()) {
        // Bits for others: none.
        if (volume.getSecret() != null
            && (volume.getSecret().getDefaultMode() == null
                || (volume.getSecret().getDefaultMode() & 07) != 0)) {
          found.add(workload.name() + ": " + volume.getName() + " is readable by others");
        }
      }
    }
    return found;
  }

  private static void credentials(String name, JsonNode node, List<String> found) {
    if (node.isTextual() && CREDENTIALS.matcher(node.asText()).find()) {
      found.add(name + ": credentials in a text");
    }
    node.forEach(child -> credentials(name, child, found));
  }
}
