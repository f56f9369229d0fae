package io.holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the manifests take for granted: the operator's secrets and the images' layout. */
class DocumentsAndImagesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]+) \\|");
  private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9.-]+)`");

  /** A secret of the table without keys in it is mounted or used whole. */
  @Test
  void theReadmeListsExactlyTheSecretsAndKeysThatProductionAsksFor() {
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(Yaml.read(Folders.K8S.resolve("README.md")));
    while (row.find()) {
      Matcher key = CODE.matcher(row.group(2));
      while (key.find()) {
        listed.add(row.group(1) + "/" + key.group(1));
      }
    }
    Manifests production = Manifests.of("prod", Kustomization.render(Folders.overlay("prod")));
    Set<String> asked = new TreeSet<>();
    Set<String> mounted = new TreeSet<>();
    for (Workload workload : production.workloads()) {
      for (Container container : workload.containers()) {
        for (SecretKeySelector key : Manifests.secrets(container).values()) {
          asked.add(key.getName() + "/" + key.getKey());
        }
      }
      for (Volume volume : workload.pod().getSpec().getVolumes()) {
        if (volume.getSecret() != null) {
          mounted.add(volume.getSecret().getSecretName());
        }
      }
    }
    production.all(Ingress.class).stream()
        .flatMap(ingress -> ingress.getSpec().getTls().stream())
        .forEach(tls -> mounted.add(tls.getSecretName()));
    Set<String> listedWhole = new TreeSet<>();
    listed.stream()
        .filter(entry -> mounted.contains(entry.substring(0, entry.indexOf('/'))))
        .forEach(entry -> listedWhole.add(entry.substring(0, entry.indexOf('/'))));
    assertThat(listedWhole).isEqualTo(mounted);
    listed.removeIf(entry -> mounted.contains(entry.substring(0, entry.indexOf('/'))));
    assertThat(listed).isEqualTo(asked);
  }

  @Test
  void theFoldersOfPoliciesAreInTheImageAndTheOneForProductionLacksTheDemonstrations() {
    List<String> lines = Yaml.read(Folders.K8S.resolve("image/Containerfile")).lines().toList();
    List<String> production = lines.stream().filter(l -> l.endsWith(" /app/policy/")).toList();
    assertThat(production)
        .containsExactly("COPY policy/cn-*.yaml policy/holidays-*.yaml /app/policy/");
    assertThat(lines).contains("COPY policy/*.yaml /app/policy-demo/");
  }

  @Test
  void theImagesRunAsTheUsersOfThePodsAndStartFromPinnedOnes() {
    for (String file : List.of("image/Containerfile", "image/keycloak/Containerfile")) {
      String text = Yaml.read(Folders.K8S.resolve(file));
      assertThat(text).containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$");
      assertThat(text).containsPattern("(?m)^ARG BASE=[a-z/-]+:\\d+\\.\\d+\\.\\d+\\S*$");
      assertThat(text).doesNotContainPattern("(?m)^FROM (?!\\$\\{BASE})");
    }
  }
}
