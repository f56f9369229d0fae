package io.holdfast.liaison.attendance.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.alarm.Alarm;
import io.holdfast.liaison.alarm.proto.AlarmProtos;
import io.holdfast.liaison.alarm.store.AlarmBook;
import io.holdfast.liaison.attendance.PageReport;
import io.holdfast.liaison.attendance.store.PresenceBook;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.grpc.Desks;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.directory.grpc.InstitutionProtos;
import io.holdfast.liaison.roster.grpc.RosterDesk;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.AttendanceGrpc.AttendanceImplBase;
import io.holdfast.proto.liaison.v1.DeskAttendance;
import io.holdfast.proto.liaison.v1.GetAttendanceRequest;
import io.holdfast.proto.liaison.v1.GetRosterRequest;
import io.holdfast.proto.liaison.v1.ListAlarmsRequest;
import io.holdfast.proto.liaison.v1.ListAlarmsResponse;
import io.holdfast.proto.liaison.v1.ListAttendanceRequest;
import io.holdfast.proto.liaison.v1.ListAttendanceResponse;
import io.holdfast.proto.liaison.v1.PageState;
import io.holdfast.proto.liaison.v1.ReportPresenceRequest;
import io.holdfast.proto.liaison.v1.Roster;
import io.holdfast.proto.liaison.v1.SetDutyRequest;
import io.holdfast.proto.liaison.v1.SignOffRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Attendance, rosters and alarms for callers. */
public final class AttendanceGrpc extends AttendanceImplBase {
  private final SeenHere seen;
  private final PresenceBook presence;
  private final AttendanceView view;
  private final InstitutionBook institutions;
  private final RosterDesk rosters;
  private final AlarmBook alarms;
  private final LegalClock clock;

  /**
   * @param seen what this replica's own callers say
   * @param presence what all replicas know
   */
  public AttendanceGrpc(
      SeenHere seen,
      PresenceBook presence,
      AttendanceView view,
      InstitutionBook institutions,
      RosterDesk rosters,
      AlarmBook alarms,
      LegalClock clock) {
    this.seen = seen;
    this.presence = presence;
    this.view = view;
    this.institutions = institutions;
    this.rosters = rosters;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void reportPresence(ReportPresenceRequest request, StreamObserver<DeskAttendance> answer) {
    Call call = Call.current();
    Mailbox mailbox = Desks.mailbox(call.caller(), request.getDesk());
    boolean there = request.getState() == PageState.PAGE_VISIBLE && request.getSoundTested();
    seen.reported(
        mailbox,
        PageReport.first(
            call.caller().subject(),
            request.getPage(),
            there,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    finish(answer, mailbox);
  }

  @Override
  public void signOff(SignOffRequest request, StreamObserver<DeskAttendance> answer) {
    Call call = Call.current();
    Mailbox mailbox = Desks.mailbox(call.caller(), request.getDesk());
    seen.signedOff(mailbox, call.caller().subject());
    finish(answer, mailbox);
  }

  private void finish(StreamObserver<DeskAttendance> answer, Mailbox mailbox) {
    String phone =
        institutions
            .find(mailbox.institution())
            .map(found -> AttendanceProtos.phone(found.state(), mailbox))
            .orElse("");
    presence
        .at(List.of(mailbox))
        .forEach((desk, at) -> answer.onNext(AttendanceProtos.desk(desk, at, phone)));
    answer.onCompleted();
  }

  @Override
  public void listAttendance(
      ListAttendanceRequest request, StreamObserver<ListAttendanceResponse> answer) {
    Page<Stored<Institution>> page = institutions(Call.current(), request);
    List<Mailbox> desks = new ArrayList<>();
    List<String> phones = new ArrayList<>();
    for (Stored<Institution> stored : page.items()) {
      for (Desk desk : desks(stored.state().kind())) {
        var mailbox = new Mailbox(stored.id(), desk);
        desks.add(mailbox);
        phones.add(AttendanceProtos.phone(stored.state(), mailbox));
      }
    }
    Map<Mailbox, io.holdfast.liaison.attendance.Attendance> at = presence.at(desks);
    var response = ListAttendanceResponse.newBuilder().setNextPageToken(page.nextPageToken());
    for (int i = 0; i < desks.size(); i++) {
      response.addDesks(
          AttendanceProtos.desk(
              desks.get(i), Objects.requireNonNull(at.get(desks.get(i))), phones.get(i)));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  private static List<Desk> desks(InstitutionKind kind) {
    return Arrays.stream(Desk.values()).filter(desk -> desk.fits(kind)).toList();
  }

  /** Those asked for; who reaches no other institution sees his own. */
  private Page<Stored<Institution>> institutions(Call call, ListAttendanceRequest request) {
    boolean everyones = call.scopes().contains(Scope.EVERYONE);
    String asked =
        request.getInstitution().isEmpty() && !everyones
            ? call.caller().institution()
            : request.getInstitution();
    if (asked.isEmpty()) {
      Optional<InstitutionKind> kind =
          request.getKindValue() == 0
              ? Optional.empty()
              : Optional.of(InstitutionProtos.kind(request.getKind()));
      return institutions.page(kind, request.getPageSize(), request.getPageToken());
    }
    Stored<Institution> one =
        institutions.find(asked).orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    call.requireReach(one.access());
    return new Page<>(List.of(one), "");
  }

  @Override
  public void getAttendance(GetAttendanceRequest request, StreamObserver<AttendanceBoard> answer) {
    AttendanceBoard current = view.get();
    answer.onNext(
        current.getVersion() == request.getKnownVersion()
            ? AttendanceBoard.getDefaultInstance()
            : current);
    answer.onCompleted();
  }

  @Override
  public void setDuty(SetDutyRequest request, StreamObserver<Roster> answer) {
    answer.onNext(rosters.set(Call.current(), request));
    answer.onCompleted();
  }

  @Override
  public void getRoster(GetRosterRequest request, StreamObserver<Roster> answer) {
    answer.onNext(rosters.get(Call.current(), request.getInstitution()));
    answer.onCompleted();
  }

  @Override
  public void listAlarms(ListAlarmsRequest request, StreamObserver<ListAlarmsResponse> answer) {
    Page<Stored<Alarm>> page = alarms(Call.current(), request);
    answer.onNext(
        ListAlarmsResponse.newBuilder()
            .addAllAlarms(page.items().stream().map(AlarmProtos::alarm).toList())
            .setNextPageToken(page.nextPageToken())
            .build());
    answer.onCompleted();
  }

  private Page<Stored<Alarm>> alarms(Call call, ListAlarmsRequest request) {
    String region = call.caller().region();
    if (call.scopes().contains(Scope.OWN_REGION) && !region.isEmpty()) {
      return alarms.ofRegion(region, request.getPageSize(), request.getPageToken());
    }
    String institution = call.caller().institution();
    if (!call.scopes().contains(Scope.OWN_INSTITUTION) || institution.isEmpty()) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    return alarms.of(institution, request.getPageSize(), request.getPageToken());
  }
}
