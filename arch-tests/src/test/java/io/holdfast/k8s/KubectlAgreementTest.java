package io.holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The renderer of these tests and kubectl's agree to the letter. */
class KubectlAgreementTest {
  private static final int SECONDS_MAX = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void kubectlRendersTheSame(String overlay) throws Exception {
    assertThat(byName(Kustomization.render(Folders.overlay(overlay))))
        .isEqualTo(byName(Yaml.documents(kubectl(overlay))));
  }

  private String kubectl(String overlay) throws IOException, InterruptedException {
    Path program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(entry -> Path.of(entry, "kubectl"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseGet(() -> abort("no kubectl here: only our own renderer was checked"));
    Path output = folder.resolve("rendered.yaml");
    Process process =
        new ProcessBuilder(program.toString(), "kustomize", Folders.overlay(overlay).toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("kubectl took longer than " + SECONDS_MAX + " s");
    }
    assertThat(process.exitValue()).isZero();
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private static Map<String, ObjectNode> byName(List<ObjectNode> objects) {
    Map<String, ObjectNode> found = new TreeMap<>();
    for (ObjectNode one : objects) {
      String name = one.path("kind").asText() + "/" + one.at("/metadata/name").asText();
      assertThat(found.put(name, one)).as("%s is there once", name).isNull();
    }
    return found;
  }
}
