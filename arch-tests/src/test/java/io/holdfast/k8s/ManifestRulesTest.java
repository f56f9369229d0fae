package io.holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay keeps every rule, and every rule notices the mistakes it is there for. */
class ManifestRulesTest {
  private static final Map<String, Manifests> RENDERED = new LinkedHashMap<>();

  static {
    for (String overlay : Folders.OVERLAYS) {
      RENDERED.put(overlay, Manifests.of(overlay, Kustomization.render(Folders.overlay(overlay))));
    }
  }

  static Stream<Arguments> rulesAndOverlays() {
    return Folders.OVERLAYS.stream()
        .flatMap(overlay -> Rule.all().stream().map(rule -> Arguments.of(overlay, rule)));
  }

  @ParameterizedTest(name = "{0} keeps {1}")
  @MethodSource("rulesAndOverlays")
  void keepsTheRule(String overlay, Rule rule) {
    assertThat(rule.violations().apply(rendered(overlay))).as(rule.because()).isEmpty();
  }

  static Stream<Break> breaks() {
    return Breaks.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void noticesTheMistake(Break broken) {
    Rule rule =
        Rule.all().stream().filter(r -> r.name().equals(broken.rule())).findFirst().orElseThrow();
    Copy copy = Copy.of(rendered(broken.overlay()));
    broken.edit().accept(copy);
    List<String> violations = rule.violations().apply(Manifests.of(broken.overlay(), copy.trees()));
    assertThat(violations).anyMatch(line -> line.contains(broken.told()));
  }

  @Test
  void everyRuleIsProvenByABrokenCopy() {
    assertThat(Breaks.all().map(Break::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(Rule.all().stream().map(Rule::name).toList());
  }

  private static Manifests rendered(String overlay) {
    return Objects.requireNonNull(RENDERED.get(overlay));
  }
}
