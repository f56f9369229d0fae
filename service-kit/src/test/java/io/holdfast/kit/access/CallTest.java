package io.holdfast.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
  private static final Access ACCESS =
      new Access(
          List.of("station", "county", "city"), List.of("99", "9990", "999001"), List.of("bank"));

  /** Written by hand: institution and region of the caller, then what each scope says. */
  @ParameterizedTest
  @CsvSource({
    // institution, region, own institution, participant, own region
    "station, 999001, yes, yes, yes",
    "county, 999001, yes, yes, yes",
    "city, 999000, yes, yes, yes",
    "bank, 440300, no, yes, no",
    "other, 999001, no, no, yes",
    "other, 999000, no, no, yes",
    "other, 990000, no, no, yes",
    "other, 999002, no, no, no",
    "other, 999100, no, no, no",
    "other, 980000, no, no, no",
    "other, 99900, no, no, no",
    "other, '', no, no, no",
    "'', '', no, no, no",
    "'', 999001, no, no, yes",
  })
  void eachScopeIsOneEquality(
      String institution, String region, String own, String participant, String ownRegion) {
    assertThat(reaches(institution, region, Scope.OWN_INSTITUTION)).isEqualTo(own.equals("yes"));
    assertThat(reaches(institution, region, Scope.CASE_PARTICIPANT))
        .isEqualTo(participant.equals("yes"));
    assertThat(reaches(institution, region, Scope.OWN_REGION)).isEqualTo(ownRegion.equals("yes"));
    assertThat(reaches(institution, region, Scope.EVERYONE)).isTrue();
    assertThat(reaches(institution, region, Scope.INTERNAL)).isTrue();
    assertThat(reaches(institution, region, Scope.SCOPE_UNSPECIFIED)).isFalse();
  }

  @Test
  void anEmptyOwnerIsNobodys() {
    var nobodys = new Access(List.of(""), List.of(""), List.of(""));
    var scopes = Set.of(Scope.OWN_INSTITUTION, Scope.CASE_PARTICIPANT, Scope.OWN_REGION);
    assertThat(Call.of(caller("", ""), scopes, "").reaches(nobodys)).isFalse();
  }

  @Test
  void anyScopeIsEnoughAndNoneIsNone() {
    var caller = caller("other", "999001");
    assertThat(Call.of(caller, Set.of(Scope.OWN_INSTITUTION, Scope.OWN_REGION), "").reaches(ACCESS))
        .isTrue();
    assertThatThrownBy(() -> Call.of(caller, Set.of(), "").requireReach(ACCESS))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.reason()).isEqualTo(KitReason.ACCESS_DENIED));
  }

  @Test
  void threadWithoutCallSaysSo() {
    assertThatThrownBy(Call::current).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rolesBearTheirTokenNames() {
    for (Role role : Role.values()) {
      if (role != Role.UNRECOGNIZED && role != Role.ROLE_UNSPECIFIED) {
        assertThat(RoleNames.role(RoleNames.of(role))).contains(role);
      }
    }
    assertThat(RoleNames.of(Role.BANK_SECURITY_DESK)).isEqualTo("bank-security-desk");
    assertThat(RoleNames.role("offline_access")).isEmpty();
    assertThat(RoleNames.role("role-unspecified")).isEmpty();
  }

  private static boolean reaches(String institution, String region, Scope scope) {
    return Call.of(caller(institution, region), Set.of(scope), "").reaches(ACCESS);
  }

  private static Caller caller(String institution, String region) {
    return new Caller(
        "sub", "console", institution, region, Set.of(Role.AUDITOR), null, null, null, Instant.MAX);
  }
}
