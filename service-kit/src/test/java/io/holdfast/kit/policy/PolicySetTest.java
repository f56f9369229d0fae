package io.holdfast.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.policy.PolicySet.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySetTest {
  private static final Path RELEASED = Path.of("..", "policy");
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void releasedPoliciesHoldTheLimitsOfTheLaw() {
    Policy policy = PolicySet.load(RELEASED).policyFor("530102", NOON);

    assertThat(policy.id()).isEqualTo("cn-2026");
    assertThat(policy.clock("stop").due(NOON)).isEqualTo(NOON.plus(Duration.ofHours(48)));
    assertThat(policy.clock("stop").warnings(NOON))
        .containsExactly(NOON.plus(Duration.ofHours(44)), NOON.plus(Duration.ofHours(47)));
    assertThat(policy.clock("paper").due(NOON)).isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThat(policy.clock("paper-remedy").due(NOON)).isEqualTo(NOON.plus(Duration.ofHours(4)));
    assertThat(policy.clock("filing-notice").due(NOON)).isEqualTo(NOON.plus(Duration.ofDays(3)));
    assertThat(policy.count("stops").max()).isEqualTo(2);
    assertThat(policy.value("match-minutes")).isEqualTo(30);
    assertThat(policy.allows("stop-on-consistent")).isTrue();
  }

  @Test
  void demonstrationHasTheSameLines() {
    PolicySet policies = PolicySet.load(RELEASED);
    Policy demo = policies.policyFor("999001", NOON);
    Policy real = policies.policy("cn-2026");

    assertThat(demo.id()).isEqualTo("demo");
    assertThat(demo.clock("stop").due(NOON)).isEqualTo(NOON.plusSeconds(20));
    assertThat(demo.clocks().keySet()).isEqualTo(real.clocks().keySet());
    assertThat(demo.counts().keySet()).isEqualTo(real.counts().keySet());
    assertThat(demo.values().keySet()).isEqualTo(real.values().keySet());
    assertThat(demo.switches().keySet()).isEqualTo(real.switches().keySet());
  }

  @Test
  void productionRefusesTheDemonstration() {
    assertThatThrownBy(() -> PolicySet.load(RELEASED, Profile.PRODUCTION))
        .isInstanceOf(PolicyInvalid.class)
        .hasMessageContaining("demo.yaml")
        .hasMessageContaining("regions");
  }

  @Test
  void productionRefusesAPrefixThatWouldCoverTheDemonstration() throws IOException {
    write(
        "wide.yaml", released().replace("id: cn-2026", "id: wide").replace("[\"11\",", "[\"99\","));
    assertThatThrownBy(() -> PolicySet.load(folder, Profile.PRODUCTION))
        .hasMessageContaining("wide.yaml");
  }

  @Test
  void productionStartsWithRealPoliciesOnly() throws IOException {
    write("cn-2026.yaml", released());
    assertThat(PolicySet.load(folder, Profile.PRODUCTION).ids()).containsExactly("cn-2026");
  }

  @Test
  void regionWithoutPolicyIsNamed() {
    assertThatThrownBy(() -> PolicySet.load(RELEASED).policyFor("710000", NOON))
        .hasMessageContaining("710000");
  }

  @Test
  void notYetEffectivePolicyOpensNoCase() {
    assertThatThrownBy(
            () ->
                PolicySet.load(RELEASED).policyFor("530102", Instant.parse("2025-12-31T15:59:59Z")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            PolicySet.load(RELEASED)
                .policyFor("530102", Instant.parse("2025-12-31T16:00:00Z"))
                .id())
        .isEqualTo("cn-2026");
  }

  @Test
  void longestPrefixWinsThenTheLatest() throws IOException {
    write("cn-2026.yaml", released());
    write("local.yaml", variant("local", "[\"5301\"]", "2026-06-01"));
    write("newer.yaml", variant("newer", "[\"5301\"]", "2026-09-01"));
    PolicySet policies = PolicySet.load(folder);
    assertThat(policies.policyFor("530102", NOON).id()).isEqualTo("newer");
    assertThat(policies.policyFor("530102", Instant.parse("2026-07-01T00:00:00Z")).id())
        .isEqualTo("local");
    assertThat(policies.policyFor("532500", NOON).id()).isEqualTo("cn-2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit: PT48H           | limit: 48h          | clocks.stop.limit
          limit: PT48H           | limit: P6M          | clocks.stop.limit
          limit: PT48H           | limit: PT0S         | clocks.stop.limit
          limit: PT48H           | limti: PT48H        | clocks.stop.limit
          warn: [PT4H, PT1H]     | warn: [PT48H]       | clocks.stop.warn
          on_missed: lapse       | on_mised: lapse     | clocks.stop.on_missed
          max: 2                 | max: two            | counts.stops.max
          max: 2                 | max: 2.5            | counts.stops.max
          per: account           | basiss: account     | counts.stops.per
          allowed: true          | allowed: maybe      | switches.stop-on-consistent.allowed
          {working_days: 1}      | {working_days: 0}   | clocks.countersign.limit.working_days
          {working_days: 1}      | {weeks: 1}          | clocks.countersign.limit.months
          {working_days: 1}      | {months: 1, days: 2} | clocks.countersign.limit.days
          holidays: cn           | holidays: de        | holidays
          time_zone: Asia/Shanghai | time_zone: Mars   | time_zone
          "2026-01-01T00:00:00+08:00" | soon           | effective_time
          id: cn-2026            | id: other           | id
          holidays: cn           | colour: red         | holidays
          """)
  void namesFileAndKeyOfWhatIsWrong(String found, String replacement, String key)
      throws IOException {
    write(
        "cn-2026.yaml", released().replaceFirst(java.util.regex.Pattern.quote(found), replacement));
    assertThatThrownBy(() -> PolicySet.load(folder))
        .isInstanceOf(PolicyInvalid.class)
        .hasMessageContaining("cn-2026.yaml, " + key + ":");
  }

  @Test
  void unknownKeysAndMissingBasisAreRefused() throws IOException {
    write("cn-2026.yaml", released() + "extra: 1\n");
    assertThatThrownBy(() -> PolicySet.load(folder)).hasMessageContaining("extra: is unknown");

    write("cn-2026.yaml", released().replaceFirst("(max: 2\\s+per: account\\s+)basis: .*", "$1"));
    assertThatThrownBy(() -> PolicySet.load(folder))
        .hasMessageContaining("counts.stops.basis: is missing");
  }

  @Test
  void duplicateKeysAndCodeAreRefused() throws IOException {
    write("cn-2026.yaml", released() + "id: cn-2026\n");
    assertThatThrownBy(() -> PolicySet.load(folder)).hasMessageContaining("is not YAML");
    write("cn-2026.yaml", "id: !!java.net.URL [\"http://127.0.0.1\"]\n");
    assertThatThrownBy(() -> PolicySet.load(folder)).isInstanceOf(PolicyInvalid.class);
  }

  @Test
  void twoPoliciesForTheSameRegionAndTimeAreRefused() throws IOException {
    write("one.yaml", variant("one", "[\"53\"]", "2026-06-01"));
    write("two.yaml", variant("two", "[\"53\"]", "2026-06-01"));
    assertThatThrownBy(() -> PolicySet.load(folder)).hasMessageContaining("one and two");
  }

  @Test
  void emptyFolderAndUnknownNameAreTold() {
    assertThatThrownBy(() -> PolicySet.load(folder)).hasMessageContaining("no policy");
    assertThatThrownBy(() -> PolicySet.load(folder.resolve("absent")))
        .hasMessageContaining("cannot be listed");
    assertThatThrownBy(() -> PolicySet.load(RELEASED).policy("demo").clock("stopp"))
        .hasMessageContaining("stopp")
        .hasMessageContaining(", stop");
  }

  private static String variant(String id, String regions, String day) throws IOException {
    return released()
        .replace("id: cn-2026", "id: " + id)
        .replaceFirst("regions: \\[[^]]*]", "regions: " + regions)
        .replace("2026-01-01T", day + "T");
  }

  private static String released() throws IOException {
    return Files.readString(RELEASED.resolve("cn-2026.yaml"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    Files.copy(
        RELEASED.resolve("holidays-cn.yaml"),
        folder.resolve("holidays-cn.yaml"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
