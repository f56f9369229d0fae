package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.grpc.CaseGrpc;
import io.holdfast.casefile.grpc.DraftGrpc;
import io.holdfast.casefile.grpc.EvidenceStreams;
import io.holdfast.casefile.reach.copy.AttendanceCopy;
import io.holdfast.casefile.reach.copy.ExpectedReach;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.phone.LibPhoneNumbers;
import io.holdfast.casefile.store.CaseKeys;
import io.holdfast.casefile.store.CaseLayout;
import io.holdfast.casefile.store.DraftLayout;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.files.Files;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.Lookups;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.casefile.v1.AcceptCaseRequest;
import io.holdfast.proto.casefile.v1.AddTransfersRequest;
import io.holdfast.proto.casefile.v1.DeclineCaseRequest;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestCalls;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The service's desks on a test store, with a small synthetic directory (测试). */
public final class CaseBench implements AutoCloseable {
  public static final String COUNTY = "county00000000000000000001";
  public static final String STATION = "station0000000000000000001";
  public static final String NEIGHBOUR = "station0000000000000000002";
  public static final String STRAY = "station0000000000000000003";
  public static final String REAL_STATION = "station0000000000000000009";
  public static final String BANK = "bank0000000000000000000001";
  public static final String REAL_BANK = "bank0000000000000000000009";
  public static final String CLOSED_BANK = "bank0000000000000000000008";

  public final ManualClock clock = new ManualClock(Reports.NOON);
  public final RecordedOutlets outlets = new RecordedOutlets();
  public final AtomicReference<Optional<Directory>> directory =
      new AtomicReference<>(Optional.of(directory()));
  public final AtomicReference<Optional<AttendanceBoard>> board =
      new AtomicReference<>(Optional.empty());
  public final AttendanceCopy attendance = new AttendanceCopy(board::get, clock);
  public final MongoStore store;
  public final Aggregates<CaseFile> cases;
  public final ReportDesk reports;
  public final CaseDesk desk;
  public final CaseFinder finder;
  public final Aggregates<Draft> draftStore;
  public final DraftDesk drafts;
  public final DraftFiler filer;
  public final CaseKeys keys;

  /** Explicit audit entries of reads. */
  public final List<AuditEntry> reads = new CopyOnWriteArrayList<>();

  private final TestBench bench;
  private final AuditLog audit = new AuditLog(reads::addAll);

  public CaseBench(MongoStore store) {
    this.store = store;
    this.bench = new TestBench("case-service", store, clock, outlets);
    PhoneNumbers phones = new LibPhoneNumbers();
    PolicySet policies = PolicySet.load(Path.of("..", "policy"));
    this.keys = new CaseKeys(bench.keysInUse().lookup(), phones);
    var caseWaker = new AtomicReference<Waker>();
    this.cases =
        bench
            .aggregates()
            .open(CaseLayout.of(keys), id -> Objects.requireNonNull(caseWaker.get()).wake(id));
    var institutions = new InstitutionDirectory(directory::get);
    this.reports =
        new ReportDesk(
            cases, new Counters(store), institutions, policies, phones, bench.ids(), clock);
    this.desk = new CaseDesk(cases, institutions, policies, clock);
    caseWaker.set(desk::wake);
    this.finder = new CaseFinder(cases, new Lookups(store));
    var waker = new AtomicReference<Waker>();
    this.draftStore =
        bench
            .aggregates()
            .open(DraftLayout.layout(), id -> Objects.requireNonNull(waker.get()).wake(id));
    this.drafts = new DraftDesk(draftStore, institutions, policies, bench.ids(), clock);
    waker.set(drafts::wake);
    this.filer = new DraftFiler(drafts, reports, cases, policies, phones, clock);
  }

  /** The service's gRPC face on these desks. */
  public CaseGrpc grpc() {
    var files = new Files(store, bench.keysInUse().sealer(), bench.ids(), clock);
    var log = new ReadLog(audit, clock, bench.ids());
    var evidence = new EvidenceStreams(new EvidenceDesk(desk, files), log);
    return new CaseGrpc(reports, desk, finder, keys, evidence, log, reach(), clock);
  }

  /** The drafts' gRPC face. */
  public DraftGrpc draftGrpc() {
    return new DraftGrpc(drafts, filer, new DraftFinder(draftStore, clock), reach(), clock);
  }

  private ExpectedReach reach() {
    return new ExpectedReach(directory::get, attendance);
  }

  /** An officer's call. */
  public static Call officer(String name, String institution) {
    return call(name, institution, "999001", Role.STATION_OFFICER);
  }

  /** The call of a county-level head. */
  public static Call approver(String name) {
    return call(name, COUNTY, "999001", Role.COUNTY_APPROVER);
  }

  public static Call call(String name, String institution, String region, Role role) {
    Caller caller = TestCalls.person(name, institution, region, role);
    return TestCalls.call(caller, role == Role.AUDITOR ? Scope.OWN_REGION : Scope.OWN_INSTITUTION);
  }

  public Stored<CaseFile> file(Call call, String requestId, Transfer... transfers) {
    return file(call, Reports.report(List.of(transfers)), true, "", requestId);
  }

  public Stored<CaseFile> file(
      Call call, Report report, boolean urgent, String station, String requestId) {
    // The bench's reports differ in their money, so the request's hash is made to as well.
    var request =
        FileReportRequest.newBuilder()
            .setUrgent(urgent)
            .setStation(station)
            .setRequestId(requestId);
    request
        .getReportBuilder()
        .setTotalLossFen(report.transferredFen())
        .setImpersonatedIdentity(report.transfers().toString());
    return reports.file(call, report, urgent, station, Mutation.of(call, request.build()));
  }

  public Stored<CaseFile> add(Call call, String id, String requestId, Transfer... transfers) {
    var request =
        AddTransfersRequest.newBuilder().setId(id).setRequestId(requestId).setUrgent(true).build();
    return desk.addTransfers(call, id, List.of(transfers), true, Mutation.of(call, request));
  }

  public Stored<CaseFile> review(Call call, String id, String etag) {
    var request = ReviewCaseRequest.newBuilder().setId(id).setEtag(etag).build();
    return desk.review(call, id, Mutation.of(call, request));
  }

  public Stored<CaseFile> accept(Call call, String id) {
    var request = AcceptCaseRequest.newBuilder().setId(id).build();
    return desk.accept(call, id, "测试：符合立案条件", Mutation.of(call, request));
  }

  public Stored<CaseFile> decline(Call call, String id) {
    var request = DeclineCaseRequest.newBuilder().setId(id).build();
    return desk.decline(call, id, "测试：没有犯罪事实", Mutation.of(call, request));
  }

  /** What a service was told, each event once however often it was delivered, in order. */
  public List<Event> told(Receiver receiver) {
    var byId = new LinkedHashMap<String, Event>();
    outlets.to(receiver).forEach(event -> byId.putIfAbsent(event.getId(), event));
    return List.copyOf(byId.values());
  }

  /** Repeats deliveries that did not get through. */
  public void startWorkers() {
    bench.startWorkers();
  }

  @Override
  public void close() {
    audit.close();
    bench.close();
  }

  private static Directory directory() {
    return Directory.newBuilder()
        .setVersion(1)
        .addInstitutions(institution(COUNTY, InstitutionKind.POLICE, "999001", ""))
        .addInstitutions(institution(STATION, InstitutionKind.POLICE, "999001", COUNTY))
        .addInstitutions(institution(NEIGHBOUR, InstitutionKind.POLICE, "999002", COUNTY))
        .addInstitutions(institution(STRAY, InstitutionKind.POLICE, "980001", ""))
        .addInstitutions(institution(REAL_STATION, InstitutionKind.POLICE, "110101", ""))
        .addInstitutions(institution(BANK, InstitutionKind.BANK, "999000", ""))
        .addInstitutions(institution(REAL_BANK, InstitutionKind.BANK, "110000", ""))
        .addInstitutions(
            institution(CLOSED_BANK, InstitutionKind.BANK, "999000", "").toBuilder()
                .setDisabled(true))
        .build();
  }

  private static Institution institution(
      String id, InstitutionKind kind, String region, String parent) {
    return Institution.newBuilder()
        .setId(id)
        .setCode("TEST" + id.substring(18))
        .setName("测试机构")
        .setKind(kind)
        .setRegion(region)
        .setParent(parent)
        .build();
  }
}
