package io.holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The renderer refuses what it would render otherwise than kustomize. */
class KustomizationTest {
  @TempDir Path folder;

  @Test
  void refusesAPartOfKustomizeItDoesNotKnow() throws IOException {
    write("kustomization.yaml", "namePrefix: x-\n");
    assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix");
  }

  @Test
  void refusesAPatchWithoutItsObject() throws IOException {
    write(
        "kustomization.yaml",
        """
        patches:
          - target:
              kind: Deployment
              name: absent
            patch: |-
              - op: remove
                path: /spec
        """);
    assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("no object");
  }

  @Test
  void refusesAPatchOfWhatIsNotThere() throws IOException {
    write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n");
    write(
        "kustomization.yaml",
        """
        resources:
          - service.yaml
        patches:
          - target:
              kind: Service
            patch: |-
              - op: replace
                path: /spec/type
                value: ClusterIP
        """);
    assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("/spec/type");
  }

  @Test
  void aChangedConfigMapHasAnotherName() throws IOException {
    write(
        "kustomization.yaml", "configMapGenerator:\n  - name: a\n    literals: [\"K=<1> & 2\"]\n");
    String first = Kustomization.render(folder).getFirst().at("/metadata/name").asText();
    write("kustomization.yaml", "configMapGenerator:\n  - name: a\n    literals: [\"K=2\"]\n");
    String second = Kustomization.render(folder).getFirst().at("/metadata/name").asText();
    assertThat(first).matches("a-[a-z0-9]{10}").isNotEqualTo(second);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
