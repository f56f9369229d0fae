package io.holdfast.casefile;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.desk.CaseDesk;
import io.holdfast.casefile.desk.CaseFinder;
import io.holdfast.casefile.desk.DraftDesk;
import io.holdfast.casefile.desk.DraftFiler;
import io.holdfast.casefile.desk.DraftFinder;
import io.holdfast.casefile.desk.EvidenceDesk;
import io.holdfast.casefile.desk.InstitutionDirectory;
import io.holdfast.casefile.desk.ReportDesk;
import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.events.AccountQueryEvents;
import io.holdfast.casefile.events.StopOrderEvents;
import io.holdfast.casefile.events.TraceEvents;
import io.holdfast.casefile.grpc.AdviceGrpc;
import io.holdfast.casefile.grpc.BindingsGrpc;
import io.holdfast.casefile.grpc.CaseGrpc;
import io.holdfast.casefile.grpc.DraftGrpc;
import io.holdfast.casefile.grpc.EvidenceStreams;
import io.holdfast.casefile.reach.copy.AttendanceCopy;
import io.holdfast.casefile.reach.copy.ExpectedReach;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.phone.LibPhoneNumbers;
import io.holdfast.casefile.store.CaseKeys;
import io.holdfast.casefile.store.CaseLayout;
import io.holdfast.casefile.store.DraftLayout;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.boot.Parts;
import io.holdfast.kit.boot.Wiring;
import io.holdfast.kit.files.Files;
import io.holdfast.kit.files.OrphanSweep;
import io.holdfast.kit.grpc.Peer;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.LastGood;
import io.holdfast.kit.mongo.Lookups;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.CaseAuditLogGrpc;
import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.GetAttendanceRequest;
import io.holdfast.proto.liaison.v1.GetDirectoryRequest;
import io.holdfast.proto.liaison.v1.RoutesGrpc;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Puts case-service together. */
public final class CaseWiring implements Wiring {
  private static final Duration DIRECTORY_PAUSE = Duration.ofSeconds(5);
  private static final Duration DIRECTORY_DEADLINE = Duration.ofSeconds(3);
  private static final Duration ATTENDANCE_PAUSE = Duration.ofSeconds(1);
  private static final Duration ATTENDANCE_DEADLINE = Duration.ofSeconds(1);

  @Override
  public Wired wire(Parts parts) {
    LegalClock clock = parts.legal();
    PhoneNumbers phones = new LibPhoneNumbers();
    var keys = new CaseKeys(parts.keys().lookup(), phones);
    // Cases and drafts are woken by desks that are built on them; workers start after all of this.
    var caseWaker = new AtomicReference<Waker>();
    Aggregates<CaseFile> cases =
        parts
            .aggregates()
            .open(CaseLayout.of(keys), id -> Objects.requireNonNull(caseWaker.get()).wake(id));
    LastGood<Directory> directory = directory(parts);
    var institutions = new InstitutionDirectory(directory::get);
    var reports =
        new ReportDesk(
            cases,
            new Counters(parts.store()),
            institutions,
            parts.policies(),
            phones,
            parts.ids(),
            clock);
    var desk = new CaseDesk(cases, institutions, parts.policies(), clock);
    caseWaker.set(desk::wake);
    var waker = new AtomicReference<Waker>();
    Aggregates<Draft> drafts =
        parts
            .aggregates()
            .open(DraftLayout.layout(), id -> Objects.requireNonNull(waker.get()).wake(id));
    var draftDesk = new DraftDesk(drafts, institutions, parts.policies(), parts.ids(), clock);
    waker.set(draftDesk::wake);
    var files = new Files(parts.store(), parts.keys().sealer(), parts.ids(), clock);
    ReadLog reads = parts.reads();
    var asked = new AtomicReference<LastGood<AttendanceBoard>>();
    var attendance =
        new AttendanceCopy(
            () -> Optional.ofNullable(asked.get()).flatMap(LastGood::get), parts.system());
    LastGood<AttendanceBoard> board = attendance(parts, attendance);
    asked.set(board);
    var reach = new ExpectedReach(directory::get, attendance);
    var draftGrpc =
        new DraftGrpc(
            draftDesk,
            new DraftFiler(draftDesk, reports, cases, parts.policies(), phones, clock),
            new DraftFinder(drafts, clock),
            reach,
            clock);
    var grpc =
        new CaseGrpc(
            reports,
            desk,
            new CaseFinder(cases, new Lookups(parts.store())),
            keys,
            new EvidenceStreams(new EvidenceDesk(desk, files), reads),
            reads,
            reach,
            clock);
    return new Wired(
        List.of(
            grpc,
            draftGrpc,
            new AdviceGrpc(),
            new BindingsGrpc(cases, clock),
            parts.auditLog(
                CaseAuditLogGrpc.getServiceDescriptor(),
                CaseAuditLogGrpc.getListAuditEntriesMethod())),
        List.of(new StopOrderEvents(cases), new AccountQueryEvents(cases), new TraceEvents(cases)),
        List.of(directory, board, new OrphanSweep(files, clock, parts.random())));
  }

  private static LastGood<Directory> directory(Parts parts) {
    Peer liaison = parts.peer(Receiver.LIAISON_SERVICE);
    var routes = RoutesGrpc.newBlockingStub(liaison.channel());
    return new LastGood<>(
            parts.store(),
            "directory",
            Directory.parser(),
            Directory::getVersion,
            known ->
                routes
                    .withDeadlineAfter(DIRECTORY_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    .getDirectory(GetDirectoryRequest.newBuilder().setKnownVersion(known).build()))
        .follow(DIRECTORY_PAUSE, parts.random());
  }

  private static LastGood<AttendanceBoard> attendance(Parts parts, AttendanceCopy copy) {
    Peer liaison = parts.peer(Receiver.LIAISON_SERVICE);
    var attendance = AttendanceGrpc.newBlockingStub(liaison.channel());
    return new LastGood<>(
            parts.store(),
            "attendance",
            AttendanceBoard.parser(),
            AttendanceBoard::getVersion,
            known -> {
              AttendanceBoard board =
                  attendance
                      .withDeadlineAfter(ATTENDANCE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                      .getAttendance(
                          GetAttendanceRequest.newBuilder().setKnownVersion(known).build());
              copy.answered();
              return board;
            })
        .follow(ATTENDANCE_PAUSE, parts.random());
  }
}
