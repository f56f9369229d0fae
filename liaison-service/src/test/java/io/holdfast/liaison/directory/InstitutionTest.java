package io.holdfast.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.directory.Institution.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstitutionTest {
  @Test
  void ancestorsStandNearestFirst() {
    Lineage county = Lineage.ROOT.below("prefecture", "county").orElseThrow();
    Lineage station = county.below("county", "station").orElseThrow();
    assertThat(station.ancestors()).containsExactly("county", "prefecture");
  }

  @Test
  void aCircleIsRefused() {
    Lineage county = Lineage.ROOT.below("prefecture", "county").orElseThrow();
    assertThat(Lineage.ROOT.below("a", "a")).isEmpty();
    assertThat(county.below("county", "prefecture")).isEmpty();
    assertThat(county.below("prefecture", "new")).isEmpty();
  }

  @Test
  void theTreeHasABottom() {
    Lineage lineage = Lineage.ROOT;
    for (int depth = 1; depth < Lineage.DEPTH_MAX; depth++) {
      lineage = lineage.below("i" + (depth - 1), "i" + depth).orElseThrow();
    }
    assertThat(lineage.ancestors()).hasSize(Lineage.DEPTH_MAX - 1);
    assertThat(lineage.below("i7", "i8")).isEmpty();
  }

  @Test
  void aGoodOneHasNoFaults() {
    assertThat(
            bank("999000000001", "测试银行", "999000", Desk.LIAISON_DESK, Desk.SECURITY_DESK).faults())
        .isEmpty();
  }

  @Test
  void namesEveryFault() {
    assertThat(bank("99900000001", " ", "9990", Desk.UNIT_DESK).faults())
        .containsExactly(
            new Fault.CodeMalformed(),
            new Fault.RegionMalformed(),
            new Fault.NameMalformed(1),
            new Fault.DeskUnfit(0, Desk.UNIT_DESK, InstitutionKind.BANK));
    assertThat(
            bank("999000000001", "测试银行", "999000", Desk.LIAISON_DESK, Desk.LIAISON_DESK).faults())
        .containsExactly(new Fault.DeskTwice(1, Desk.LIAISON_DESK));
  }

  private static Institution bank(String code, String name, String region, Desk... desks) {
    return new Institution(
        code,
        name,
        InstitutionKind.BANK,
        Lineage.ROOT,
        region,
        List.of(desks).stream().map(desk -> new DeskContact(desk, "")).toList(),
        "",
        false,
        Instant.EPOCH,
        null);
  }
}
