package io.holdfast.k8s;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes people make in manifests; each rule has at least one here. */
final class Breaks {
  private Breaks() {}

  static Stream<Break> all() {
    return Stream.of(
            PodBreaks.parsing(),
            PodBreaks.pods(),
            PodBreaks.lives(),
            WiringBreaks.wiring(),
            WiringBreaks.network(),
            SettingBreaks.settings(),
            SettingBreaks.overlays())
        .flatMap(List::stream);
  }
}
