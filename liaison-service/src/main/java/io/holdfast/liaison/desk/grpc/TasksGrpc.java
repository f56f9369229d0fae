package io.holdfast.liaison.desk.grpc;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.grpc.Streams;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.feed.ResumeTokens;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.liaison.v1.ListClocksRequest;
import io.holdfast.proto.liaison.v1.ListClocksResponse;
import io.holdfast.proto.liaison.v1.ListTasksRequest;
import io.holdfast.proto.liaison.v1.ListTasksResponse;
import io.holdfast.proto.liaison.v1.NoteTaskRequest;
import io.holdfast.proto.liaison.v1.TasksGrpc.TasksImplBase;
import io.holdfast.proto.liaison.v1.WatchTasksRequest;
import io.holdfast.proto.liaison.v1.WatchTasksResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Desks and boards for callers. */
public final class TasksGrpc extends TasksImplBase {
  private final DeskRecords records;
  private final TaskStreams streams;
  private final SeenHere seen;
  private final DeskWork work;
  private final ReadLog log;
  private final LegalClock clock;

  public TasksGrpc(
      DeskRecords records,
      LiveFeeds feeds,
      ResumeTokens tokens,
      SeenHere seen,
      DeskWork work,
      ReadLog log,
      LegalClock clock,
      InstantSource system) {
    this.records = records;
    this.seen = seen;
    this.work = work;
    this.log = log;
    this.clock = clock;
    this.streams = new TaskStreams(feeds, tokens, clock, system, TaskStreams.SIGN_OF_LIFE);
  }

  @Override
  public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> answer) {
    Mailbox mailbox = Desks.mailbox(Call.current().caller(), request.getDesk());
    var response = ListTasksResponse.newBuilder();
    if (request.getPageToken().isEmpty()) {
      // Before the list: what comes between the two is seen twice rather than never.
      response.setWatchToken(streams.here(mailbox.id()));
    }
    Page<Entry<Task>> page = records.on(mailbox, request.getPageSize(), request.getPageToken());
    for (Entry<Task> entry : page.items()) {
      response.addTasks(DeskProtos.task(entry.id(), entry.value(), entry.value().now()));
    }
    answer.onNext(response.setNextPageToken(page.nextPageToken()).build());
    answer.onCompleted();
  }

  @Override
  public void watchTasks(WatchTasksRequest request, StreamObserver<WatchTasksResponse> answer) {
    Call call = Call.current();
    Mailbox desk = Desks.mailbox(call.caller(), request.getDesk());
    String mailbox = desk.id();
    Context context = Context.current();
    try (LiveFeeds.Watch watch = streams.watch(mailbox);
        SeenHere.Opened _ = seen.opened(desk, reader(call))) {
      Context.CancellationListener wake = _ -> watch.wake();
      context.addListener(wake, Runnable::run);
      try {
        streams.run(
            watch,
            mailbox,
            request.getResumeToken(),
            call.caller().tokenExpiry(),
            context::isCancelled,
            message -> Streams.send(answer, message));
      } finally {
        context.removeListener(wake);
      }
    }
    answer.onCompleted();
  }

  private static SeenHere.Reader reader(Call call) {
    return call.caller().machine() ? SeenHere.Reader.MACHINE : SeenHere.Reader.PERSON;
  }

  @Override
  public void noteTask(
      NoteTaskRequest request, StreamObserver<io.holdfast.proto.liaison.v1.Task> answer) {
    Call call = Call.current();
    Entry<Task> noted =
        work.note(
            request.getId(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            task -> admit(call, task));
    Task task = noted.value();
    log.done(call, "tasks/" + noted.id(), List.of(task.subject()));
    answer.onNext(DeskProtos.task(noted.id(), task, task.now()));
    answer.onCompleted();
  }

  private static void admit(Call call, Optional<Task> found) {
    Task task = found.orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    if (!Desks.mailbox(call.caller(), DeskProtos.desk(task.mailbox().desk()))
        .equals(task.mailbox())) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    if (!task.kind().toNote()) {
      throw Problem.of(LiaisonReason.TASK_NOT_TO_NOTE, "kind", task.kind().name());
    }
  }

  @Override
  public void listClocks(ListClocksRequest request, StreamObserver<ListClocksResponse> answer) {
    Page<Entry<BoardClock>> page = board(Call.current(), request);
    var response = ListClocksResponse.newBuilder().setNextPageToken(page.nextPageToken());
    for (Entry<BoardClock> entry : page.items()) {
      response.addClocks(DeskProtos.clock(entry.id(), entry.value()));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  /**
   * One equality: the caller's region where a rule of his reaches it, else his institution and all
   * below.
   */
  private Page<Entry<BoardClock>> board(Call call, ListClocksRequest request) {
    String region = call.caller().region();
    if (call.scopes().contains(Scope.OWN_REGION) && !region.isEmpty()) {
      return records.boardOfRegion(region, request.getPageSize(), request.getPageToken());
    }
    String institution = call.caller().institution();
    if (!call.scopes().contains(Scope.OWN_INSTITUTION) || institution.isEmpty()) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    return records.boardOf(institution, request.getPageSize(), request.getPageToken());
  }
}
