package io.holdfast.k8s;

import java.nio.file.Path;
import java.util.List;

/** Where the manifests are. Tests run in their module's folder. */
final class Folders {
  static final Path REPOSITORY = Path.of("").toAbsolutePath().resolve("..").normalize();
  static final Path K8S = REPOSITORY.resolve("k8s");
  static final List<String> OVERLAYS = List.of("dev", "prod");

  private Folders() {}

  static Path overlay(String name) {
    return K8S.resolve("overlays").resolve(name);
  }
}
