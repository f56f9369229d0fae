package io.holdfast.liaison.roster.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.AttendanceGrpc.AttendanceBlockingStub;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.Duty;
import io.holdfast.proto.liaison.v1.DutyRole;
import io.holdfast.proto.liaison.v1.GetRosterRequest;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.proto.liaison.v1.Roster;
import io.holdfast.proto.liaison.v1.SetDutyRequest;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  @SuppressWarnings("NullAway.Init")
  private String bank;

  @BeforeEach
  void open() {
    replica = new Replica(stores.fresh(), clock);
    bank =
        InstitutionsGrpc.newBlockingStub(
                replica
                    .server()
                    .as(TestTokens.person("admin", "", Orders.REGION, Role.ADMINISTRATOR)))
            .createInstitution(
                CreateInstitutionRequest.newBuilder()
                    .setInstitution(
                        Institution.newBuilder()
                            .setCode("999000000001")
                            .setName("测试银行一")
                            .setKind(InstitutionKind.BANK)
                            .setRegion(Orders.REGION))
                    .build())
            .getId();
  }

  @AfterEach
  void close() throws InterruptedException {
    replica.close();
  }

  private AttendanceBlockingStub as(String institution, Role role) {
    return AttendanceGrpc.newBlockingStub(
        replica.server().as(TestTokens.person("li", institution, Orders.REGION, role)));
  }

  private SetDutyRequest duty(Desk desk, DutyRole role, String phone) {
    return SetDutyRequest.newBuilder()
        .setInstitution(bank)
        .setDuty(Duty.newBuilder().setDesk(desk).setRole(role).setName("测试李").setPhone(phone))
        .build();
  }

  private GetRosterRequest get(String institution) {
    return GetRosterRequest.newBuilder().setInstitution(institution).build();
  }

  @Test
  void aBankPutsItsOfficersOnDutyOneInPlaceOfAnother() {
    AttendanceBlockingStub li = as(bank, Role.BANK_LIAISON);
    assertThat(li.getRoster(get(bank)).getDutiesList()).isEmpty();
    li.setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_B, "000-0002"));
    li.setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_A, "000-0001"));
    Roster roster = li.setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_B, "000-0003"));
    assertThat(roster.getDutiesList())
        .extracting(Duty::getPhone)
        .containsExactly("000-0001", "000-0003");
    assertThat(as(Orders.STATION, Role.STATION_SUPERVISOR).getRoster(get(bank))).isEqualTo(roster);
    assertThat(replica.server().audit())
        .anySatisfy(entry -> assertThat(entry.toString()).contains("GetRoster"));
  }

  @Test
  void aDeskThatABankDoesNotHaveIsRefused() {
    assertThat(
            Refusals.reason(
                () ->
                    as(bank, Role.BANK_LIAISON)
                        .setDuty(duty(Desk.UNIT_DESK, DutyRole.OFFICER_A, "000-0001"))))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(
            Refusals.reason(
                () ->
                    as(bank, Role.BANK_LIAISON)
                        .setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_A, "call me"))))
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void anotherBankAndNoneAreRefusedAlike() {
    AttendanceBlockingStub other = as(Orders.BANK, Role.BANK_LIAISON);
    byte[] foreign = Refusals.bytes(() -> other.getRoster(get(bank)));
    assertThat(Refusals.bytes(() -> other.getRoster(get("0".repeat(26))))).isEqualTo(foreign);
    assertThat(
            Refusals.reason(
                () -> other.setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_A, "000-0001"))))
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void aStaleRosterIsNotChanged() {
    AttendanceBlockingStub li = as(bank, Role.BANK_LIAISON);
    String etag = li.getRoster(get(bank)).getEtag();
    li.setDuty(duty(Desk.LIAISON_DESK, DutyRole.OFFICER_A, "000-0001"));
    assertThat(
            Refusals.reason(
                () ->
                    li.setDuty(
                        duty(Desk.LIAISON_DESK, DutyRole.OFFICER_A, "000-0002").toBuilder()
                            .setEtag(etag)
                            .build())))
        .isEqualTo("STALE");
  }
}
