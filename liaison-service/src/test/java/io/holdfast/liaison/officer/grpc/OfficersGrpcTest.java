package io.holdfast.liaison.officer.grpc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.FakeIdentityProvider;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.CreateOfficerRequest;
import io.holdfast.proto.liaison.v1.DisableInstitutionRequest;
import io.holdfast.proto.liaison.v1.DisableOfficerRequest;
import io.holdfast.proto.liaison.v1.EnableInstitutionRequest;
import io.holdfast.proto.liaison.v1.GetOfficerRequest;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.proto.liaison.v1.ListOfficersRequest;
import io.holdfast.proto.liaison.v1.Officer;
import io.holdfast.proto.liaison.v1.OfficerState;
import io.holdfast.proto.liaison.v1.OfficersGrpc;
import io.holdfast.proto.liaison.v1.OfficersGrpc.OfficersBlockingStub;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OfficersGrpcTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private final FakeIdentityProvider provider = new FakeIdentityProvider();
  private long scans;

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  @SuppressWarnings("NullAway.Init")
  private Institution county;

  @SuppressWarnings("NullAway.Init")
  private Institution station;

  @SuppressWarnings("NullAway.Init")
  private OfficersBlockingStub admin;

  @BeforeEach
  void open() {
    MongoStore store = stores.fresh();
    replica = new Replica(store, clock, provider);
    scans = stores.fullScans();
    county = institution("999001000000", "");
    station = institution("999001000001", county.getId());
    admin = stub("administration", Role.ADMINISTRATOR);
    replica.bench().startWorkers();
  }

  @AfterEach
  void neverScans() throws InterruptedException {
    replica.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  @Test
  void anOfficerIsKnownToTheProviderWithinSeconds() {
    Officer officer = admin.createOfficer(request("zhang.san", Role.STATION_OFFICER));
    assertThat(officer.getState()).isEqualTo(OfficerState.PROVISIONING);
    awaits(officer, OfficerState.ACTIVE);
    FakeIdentityProvider.User user = requireNonNull(provider.users().get("zhang.san"));
    assertThat(user.officerId()).isEqualTo(officer.getId());
    assertThat(user.password()).isEqualTo("测试-first-password-1");
    assertThat(user.officer().region()).isEqualTo("999001");
    assertThat(user.officer().institution()).isEqualTo(station.getId());
    assertThat(admin.createOfficer(request("zhang.san", Role.STATION_OFFICER)).getId())
        .isEqualTo(officer.getId());
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsDownIsAskedAgainUntilItAnswers() {
    provider.down(true);
    Officer officer = admin.createOfficer(request("li.si", Role.STATION_OFFICER));
    Eventually.holds("a first attempt", () -> provider.calls() >= 1);
    Eventually.holds("a second attempt", () -> aMinuteLater(() -> provider.calls() >= 2));
    assertThat(get(officer).getState()).isEqualTo(OfficerState.PROVISIONING);
    provider.down(false);
    awaits(officer, OfficerState.ACTIVE);
  }

  @Test
  void aDisabledOfficerIsLockedOutAtTheProviderToo() {
    Officer officer = admin.createOfficer(request("wang.wu", Role.STATION_OFFICER));
    awaits(officer, OfficerState.ACTIVE);
    provider.down(true);
    assertThat(admin.disableOfficer(disable(officer, "d1")).getState())
        .isEqualTo(OfficerState.DISABLING);
    Eventually.holds("an attempt", () -> provider.calls() >= 2);
    provider.down(false);
    awaits(officer, OfficerState.DISABLED);
    assertThat(requireNonNull(provider.users().get("wang.wu")).enabled()).isFalse();
    assertThat(admin.disableOfficer(disable(officer, "d1")).getState())
        .isEqualTo(OfficerState.DISABLED);
    assertThat(Refusals.reason(() -> admin.disableOfficer(disable(officer, "d2"))))
        .isEqualTo("OFFICER_WRONG_STATE");
  }

  @Test
  void theLoginsOfADisabledInstitutionsPeopleFollowIt() {
    Officer officer = admin.createOfficer(request("wu.shi", Role.STATION_OFFICER));
    Officer named = admin.createOfficer(request("zheng.yi", Role.STATION_OFFICER));
    awaits(officer, OfficerState.ACTIVE);
    awaits(named, OfficerState.ACTIVE);
    admin.disableOfficer(disable(named, "d1"));
    awaits(named, OfficerState.DISABLED);
    var off =
        DisableInstitutionRequest.newBuilder()
            .setId(station.getId())
            .setReason("测试: merged")
            .setRequestId("off")
            .build();
    Institution disabled = institutions().disableInstitution(off);
    assertThat(disabled.getDisabled()).isTrue();
    assertThat(disabled.getSwitchReason()).isEqualTo("测试: merged");
    awaits(officer, OfficerState.DISABLED);
    assertThat(requireNonNull(provider.users().get("wu.shi")).enabled()).isFalse();
    assertThat(
            Refusals.reason(
                () -> institutions().disableInstitution(off.toBuilder().setRequestId("2").build())))
        .isEqualTo("INSTITUTION_WRONG_STATE");
    assertThat(Refusals.reason(() -> admin.createOfficer(request("wang.er", Role.STATION_OFFICER))))
        .isEqualTo("INSTITUTION_UNKNOWN");
    institutions()
        .enableInstitution(
            EnableInstitutionRequest.newBuilder()
                .setId(station.getId())
                .setReason("测试: mistake")
                .setRequestId("on")
                .build());
    awaits(officer, OfficerState.ACTIVE);
    assertThat(requireNonNull(provider.users().get("wu.shi")).enabled()).isTrue();
    // Whoever was disabled by name stays so.
    assertThat(get(named).getState()).isEqualTo(OfficerState.DISABLED);
  }

  @Test
  void anAuditorFindsAnOfficerOfHisRegionByNumberAndReadsNoName() {
    admin.createOfficer(request("feng.san", Role.STATION_OFFICER));
    OfficersBlockingStub auditor = stub("inspection", Role.AUDITOR);
    var found = auditor.listOfficers(ListOfficersRequest.getDefaultInstance()).getOfficersList();
    assertThat(found).extracting(Officer::getOfficerNumber).containsExactly("999001");
    assertThat(found).extracting(Officer::getName).containsExactly("");
  }

  @Test
  void aUsernameBelongsToOnePerson() {
    admin.createOfficer(request("zhao.liu", Role.STATION_OFFICER));
    var other = request("zhao.liu", Role.STATION_OFFICER).toBuilder().setRequestId("other");
    other.getOfficerBuilder().setName("测试另一人");
    assertThat(Refusals.reason(() -> admin.createOfficer(other.build())))
        .isEqualTo("USERNAME_TAKEN");
  }

  @Test
  void rolesMustBePeoplesAndFitTheInstitution() {
    for (Role role : new Role[] {Role.BANK_SYSTEM, Role.SERVICE, Role.BANK_LIAISON}) {
      assertThat(Refusals.reason(() -> admin.createOfficer(request("sun.qi", role))))
          .isEqualTo("VALIDATION_FAILED");
    }
    var nowhere = request("sun.qi", Role.STATION_OFFICER).toBuilder();
    nowhere.getOfficerBuilder().setInstitution("0".repeat(26));
    assertThat(Refusals.reason(() -> admin.createOfficer(nowhere.build())))
        .isEqualTo("INSTITUTION_UNKNOWN");
  }

  @Test
  void aSupervisorSeesTheOfficersBelowAndNoOthers() {
    Officer officer = admin.createOfficer(request("zhou.ba", Role.STATION_OFFICER));
    assertThat(names(stub(county.getId(), Role.STATION_SUPERVISOR), "")).isEqualTo("zhou.ba");
    assertThat(names(stub(station.getId(), Role.STATION_SUPERVISOR), station.getId()))
        .isEqualTo("zhou.ba");
    OfficersBlockingStub foreign = stub("elsewhere", Role.STATION_SUPERVISOR);
    assertThat(names(foreign, "")).isEmpty();
    assertThat(Refusals.reason(() -> names(foreign, station.getId()))).isEqualTo("ACCESS_DENIED");
    assertThat(
            Refusals.reason(
                () ->
                    foreign.getOfficer(
                        GetOfficerRequest.newBuilder().setId(officer.getId()).build())))
        .isEqualTo("ACCESS_DENIED");
    assertThat(names(admin, "")).isEqualTo("zhou.ba");
    assertThat(names(admin, station.getId())).isEqualTo("zhou.ba");
  }

  private InstitutionsGrpc.InstitutionsBlockingStub institutions() {
    return InstitutionsGrpc.newBlockingStub(
        replica.server().as(TestTokens.person("root", "administration", "", Role.ADMINISTRATOR)));
  }

  private static String names(OfficersBlockingStub stub, String institution) {
    return String.join(
        ",",
        stub
            .listOfficers(ListOfficersRequest.newBuilder().setInstitution(institution).build())
            .getOfficersList()
            .stream()
            .map(Officer::getUsername)
            .toList());
  }

  private void awaits(Officer officer, OfficerState state) {
    Eventually.holds(state.name(), () -> aMinuteLater(() -> get(officer).getState() == state));
  }

  /** The next attempt's time depends on when the last one was recorded: go on until it comes. */
  private boolean aMinuteLater(BooleanSupplier condition) {
    clock.advance(Duration.ofMinutes(1));
    return condition.getAsBoolean();
  }

  private Officer get(Officer officer) {
    return admin.getOfficer(GetOfficerRequest.newBuilder().setId(officer.getId()).build());
  }

  private static DisableOfficerRequest disable(Officer officer, String requestId) {
    return DisableOfficerRequest.newBuilder()
        .setId(officer.getId())
        .setReason("测试: left the station")
        .setRequestId(requestId)
        .build();
  }

  private CreateOfficerRequest request(String username, Role... roles) {
    var officer =
        Officer.newBuilder()
            .setInstitution(station.getId())
            .setUsername(username)
            .setName("测试" + username)
            .setOfficerNumber("999001");
    for (Role role : roles) {
      officer.addRoles(role);
    }
    return CreateOfficerRequest.newBuilder()
        .setOfficer(officer)
        .setInitialPassword("测试-first-password-1")
        .setRequestId("create-" + username)
        .build();
  }

  private OfficersBlockingStub stub(String institution, Role role) {
    return OfficersGrpc.newBlockingStub(
        replica.server().as(TestTokens.person("boss", institution, "999001", role)));
  }

  private Institution institution(String code, String parent) {
    return InstitutionsGrpc.newBlockingStub(
            replica
                .server()
                .as(TestTokens.person("admin", "administration", "999000", Role.ADMINISTRATOR)))
        .createInstitution(
            CreateInstitutionRequest.newBuilder()
                .setInstitution(
                    Institution.newBuilder()
                        .setCode(code)
                        .setName("测试公安" + code)
                        .setKind(InstitutionKind.POLICE)
                        .setParent(parent)
                        .setRegion("999001"))
                .build());
  }
}
