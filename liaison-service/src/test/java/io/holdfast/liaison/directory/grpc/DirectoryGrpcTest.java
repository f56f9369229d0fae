package io.holdfast.liaison.directory.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.DeskContact;
import io.holdfast.proto.liaison.v1.DeskContacts;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.FindRouteRequest;
import io.holdfast.proto.liaison.v1.FindRouteResponse;
import io.holdfast.proto.liaison.v1.GetDirectoryRequest;
import io.holdfast.proto.liaison.v1.GetInstitutionRequest;
import io.holdfast.proto.liaison.v1.ImportRoutesRequest;
import io.holdfast.proto.liaison.v1.ImportRoutesResponse;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.proto.liaison.v1.ListInstitutionsRequest;
import io.holdfast.proto.liaison.v1.ListRoutesRequest;
import io.holdfast.proto.liaison.v1.ListRoutesResponse;
import io.holdfast.proto.liaison.v1.Route;
import io.holdfast.proto.liaison.v1.RoutesGrpc;
import io.holdfast.proto.liaison.v1.UpdateInstitutionRequest;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoryGrpcTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private long scans;

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  @SuppressWarnings("NullAway.Init")
  private InstitutionsGrpc.InstitutionsBlockingStub institutions;

  @SuppressWarnings("NullAway.Init")
  private RoutesGrpc.RoutesBlockingStub routes;

  @BeforeEach
  void open() {
    store = stores.fresh();
    replica = new Replica(store, clock);
    institutions = InstitutionsGrpc.newBlockingStub(as(Role.ADMINISTRATOR));
    routes = RoutesGrpc.newBlockingStub(as(Role.ADMINISTRATOR));
    scans = stores.fullScans();
  }

  @AfterEach
  void neverScans() throws InterruptedException {
    replica.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  @Test
  void institutionsStandInATree() {
    Institution county = institutions.createInstitution(police("999001000000", "", "r1"));
    Institution station =
        institutions.createInstitution(police("999001000001", county.getId(), "r2"));
    assertThat(station.getParent()).isEqualTo(county.getId());
    assertThat(institutions.getInstitution(byId(station.getId()))).isEqualTo(station);
    assertThat(institutions.createInstitution(police("999001000001", county.getId(), "r2")))
        .isEqualTo(station);
  }

  @Test
  void aCodeBelongsToOneInstitution() {
    institutions.createInstitution(police("999001000000", "", "r1"));
    var other = police("999001000000", "", "r2").toBuilder();
    other.getInstitutionBuilder().setName("测试另一家");
    assertThat(Refusals.reason(() -> institutions.createInstitution(other.build())))
        .isEqualTo("INSTITUTION_CODE_TAKEN");
  }

  @Test
  void aRequestIdBelongsToOneRequestWhateverItsCode() {
    institutions.createInstitution(police("999001000000", "", "r1"));
    assertThat(
            Refusals.reason(() -> institutions.createInstitution(police("999001000009", "", "r1"))))
        .isEqualTo("REQUEST_ID_REUSED");
  }

  @Test
  void whatAnInstitutionIsCalledAndWhereItIsReachedChangesAndNothingElse() {
    var request = police("999001000000", "", "r1").toBuilder();
    request
        .getInstitutionBuilder()
        .setPhone("0990-1")
        .clearDesks()
        .addDesks(DeskContact.newBuilder().setDesk(Desk.UNIT_DESK).setPhone("0990-2"));
    Institution made = institutions.createInstitution(request.build());
    var rename = UpdateInstitutionRequest.newBuilder().setId(made.getId()).setName("测试新名");
    Institution renamed = institutions.updateInstitution(rename.setRequestId("u1").build());
    assertThat(renamed)
        .isEqualTo(made.toBuilder().setName("测试新名").setEtag(renamed.getEtag()).build());
    Institution moved =
        institutions.updateInstitution(
            UpdateInstitutionRequest.newBuilder()
                .setId(made.getId())
                .setPhone("")
                .setDesks(DeskContacts.getDefaultInstance())
                .build());
    assertThat(moved.getPhone()).isEmpty();
    assertThat(moved.getDesksList()).isEmpty();
    assertThat(moved.getName()).isEqualTo("测试新名");
    var unfit =
        UpdateInstitutionRequest.newBuilder()
            .setId(made.getId())
            .setDesks(
                DeskContacts.newBuilder()
                    .addDesks(DeskContact.newBuilder().setDesk(Desk.SECURITY_DESK)));
    assertThat(Refusals.reason(() -> institutions.updateInstitution(unfit.build())))
        .isEqualTo("VALIDATION_FAILED");
    var stale = rename.clone().setRequestId("u2").setName("测试").setEtag(made.getEtag());
    assertThat(Refusals.reason(() -> institutions.updateInstitution(stale.build())))
        .isEqualTo("STALE");
  }

  @Test
  void theTreeHasRootsAndABottom() {
    assertThat(
            Refusals.reason(
                () -> institutions.createInstitution(police("999001000001", "0".repeat(26), "r"))))
        .isEqualTo("INSTITUTION_UNKNOWN");
    String parent = "";
    for (int depth = 0; depth < 8; depth++) {
      parent =
          institutions
              .createInstitution(police("99900100001" + depth, parent, "r" + depth))
              .getId();
    }
    String bottom = parent;
    assertThat(
            Refusals.reason(
                () -> institutions.createInstitution(police("999001000020", bottom, "r20"))))
        .isEqualTo("INSTITUTION_TREE_BROKEN");
  }

  @Test
  void aDeskMustFitTheInstitution() {
    var request = police("999001000000", "", "r1").toBuilder();
    request.getInstitutionBuilder().addDesks(DeskContact.newBuilder().setDesk(Desk.SECURITY_DESK));
    assertThat(Refusals.reason(() -> institutions.createInstitution(request.build())))
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void institutionsAreListedByCodeAndKind() {
    institutions.createInstitution(bank("999000000002"));
    institutions.createInstitution(police("999001000000", "", "r1"));
    institutions.createInstitution(bank("999000000001"));
    assertThat(
            institutions
                .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .getInstitutionsList())
        .extracting(Institution::getCode)
        .containsExactly("999000000001", "999000000002", "999001000000");
    assertThat(
            institutions
                .listInstitutions(
                    ListInstitutionsRequest.newBuilder()
                        .setKind(InstitutionKind.BANK)
                        .setPageSize(1)
                        .build())
                .getInstitutionsList())
        .extracting(Institution::getCode)
        .containsExactly("999000000001");
  }

  @Test
  void routesAreReplacedAsAWholeAndFound() {
    Institution bank = institutions.createInstitution(bank("999000000001"));
    var request =
        ImportRoutesRequest.newBuilder().addRoutes(route("990001", bank)).setRequestId("i1");
    ImportRoutesResponse dry = routes.importRoutes(request.clone().setValidateOnly(true).build());
    assertThat(dry.getAdded()).isEqualTo(1);
    assertThat(list("").getRoutesList()).isEmpty();
    ImportRoutesResponse done = routes.importRoutes(request.build());
    assertThat(done.getVersion()).isEqualTo(1);
    assertThat(routes.importRoutes(request.build())).isEqualTo(done);
    FindRouteResponse found = find("9900 0112 3456 7890");
    assertThat(found.getInstitution()).isEqualTo(bank.getId());
    assertThat(found.getInstitutionName()).isEqualTo(bank.getName());
    assertThat(found.getReason()).isEqualTo("BIN 990001, table 1");
    assertThat(find("1234567890123").getInstitution()).isEmpty();
    assertThat(
            Refusals.reason(
                () ->
                    routes.importRoutes(
                        imported(route("98", bank)).toBuilder()
                            .setEtag("1")
                            .setRequestId("i2")
                            .build())))
        .isEqualTo("STALE");
    assertThat(
            routes
                .importRoutes(
                    imported(route("98", bank)).toBuilder()
                        .setEtag(done.getEtag())
                        .setRequestId("i3")
                        .build())
                .getRemoved())
        .isEqualTo(1);
  }

  @Test
  void routesThatCannotStandAreRefused() {
    Institution bank = institutions.createInstitution(bank("999000000001"));
    assertThat(Refusals.reason(() -> routes.importRoutes(imported(route("", bank)))))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(
            Refusals.reason(
                () ->
                    routes.importRoutes(
                        imported(
                            route("99", bank).toBuilder().setInstitution("0".repeat(26)).build()))))
        .isEqualTo("INSTITUTION_UNKNOWN");
  }

  @Test
  void theTableIsReadPageByPageInOneVersion() {
    Institution bank = institutions.createInstitution(bank("999000000001"));
    List<Route> lines =
        IntStream.range(0, 45).mapToObj(i -> route(Integer.toString(9900 + i), bank)).toList();
    routes.importRoutes(imported(lines.toArray(new Route[0])));
    var all = new ArrayList<Route>();
    ListRoutesResponse page = list("");
    String second = page.getNextPageToken();
    all.addAll(page.getRoutesList());
    while (!page.getNextPageToken().isEmpty()) {
      page = list(page.getNextPageToken());
      all.addAll(page.getRoutesList());
    }
    assertThat(all).isEqualTo(lines);
    assertThat(Refusals.reason(() -> routes.importRoutes(imported())))
        .as("a table is never emptied by an import that says nothing")
        .isEqualTo("VALIDATION_FAILED");
    routes.importRoutes(imported(route("98", bank)));
    assertThat(Refusals.reason(() -> list(second))).isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(Refusals.reason(() -> list("made-up"))).isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void theOtherServicesGetTheDirectoryWhenItHasChanged() {
    var service =
        RoutesGrpc.newBlockingStub(
            replica.server().as(TestTokens.machine("svc-case", "", "", Role.SERVICE)));
    Institution bank = institutions.createInstitution(bank("999000000001"));
    routes.importRoutes(imported(route("990001", bank)));
    Directory first =
        Eventually.value(
            "the directory with its route",
            () -> {
              Directory directory = service.getDirectory(known(0));
              return directory.getRoutesCount() == 1 ? directory : null;
            });
    assertThat(first.getInstitutionsList()).containsExactly(bank);
    assertThat(first.getTable()).isEqualTo(1);
    assertThat(service.getDirectory(known(first.getVersion())))
        .isEqualTo(Directory.getDefaultInstance());
    institutions.createInstitution(bank("999000000002"));
    Eventually.holds(
        "a later version",
        () -> service.getDirectory(known(first.getVersion())).getVersion() > first.getVersion());
    assertThat(
            Refusals.reason(
                () -> RoutesGrpc.newBlockingStub(as(Role.ADMINISTRATOR)).getDirectory(known(0))))
        .isEqualTo("ACCESS_DENIED");
  }

  private Channel as(Role role) {
    return replica.server().as(TestTokens.person("admin", "administration", "999000", role));
  }

  private ListRoutesResponse list(String pageToken) {
    return routes.listRoutes(ListRoutesRequest.newBuilder().setPageToken(pageToken).build());
  }

  private FindRouteResponse find(String number) {
    return RoutesGrpc.newBlockingStub(as(Role.STATION_OFFICER))
        .findRoute(
            FindRouteRequest.newBuilder()
                .setAccount(Account.newBuilder().setKind(AccountKind.CARD).setAccountNumber(number))
                .build());
  }

  private static GetDirectoryRequest known(long version) {
    return GetDirectoryRequest.newBuilder().setKnownVersion(version).build();
  }

  private static GetInstitutionRequest byId(String id) {
    return GetInstitutionRequest.newBuilder().setId(id).build();
  }

  private static ImportRoutesRequest imported(Route... lines) {
    return ImportRoutesRequest.newBuilder().addAllRoutes(List.of(lines)).build();
  }

  private static Route route(String prefix, Institution bank) {
    return Route.newBuilder().setPrefix(prefix).setInstitution(bank.getId()).build();
  }

  private static CreateInstitutionRequest police(String code, String parent, String requestId) {
    return CreateInstitutionRequest.newBuilder()
        .setRequestId(requestId)
        .setInstitution(
            Institution.newBuilder()
                .setCode(code)
                .setName("测试公安" + code)
                .setKind(InstitutionKind.POLICE)
                .setParent(parent)
                .setRegion("999001")
                .addDesks(DeskContact.newBuilder().setDesk(Desk.UNIT_DESK)))
        .build();
  }

  private static CreateInstitutionRequest bank(String code) {
    return CreateInstitutionRequest.newBuilder()
        .setInstitution(
            Institution.newBuilder()
                .setCode(code)
                .setName("测试银行" + code)
                .setKind(InstitutionKind.BANK)
                .setRegion("999000")
                .addDesks(DeskContact.newBuilder().setDesk(Desk.LIAISON_DESK)))
        .build();
  }
}
