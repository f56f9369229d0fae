package io.holdfast.liaison.desk.store;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Docket;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.TaskKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tasks and clocks as documents. While open they carry {@code openTo}, whose desk or board shows
 * them, and {@code openKey}, their place in its order; one sparse index on both serves queues and
 * boards.
 */
public final class DeskRecords {
  private static final AccessPath OPEN = AccessPath.sparse("open", "openTo", "openKey");

  // All of one length, so that the order of the texts is the order of the times.
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Records<Task> tasks;
  private final Records<BoardClock> clocks;

  private DeskRecords(Records<Task> tasks, Records<BoardClock> clocks) {
    this.tasks = tasks;
    this.clocks = clocks;
  }

  /** Opens the collections {@code tasks} and {@code clocks}. */
  public static DeskRecords open(MongoStore store, Sealer sealer) {
    List<AccessPath> paths = List.of(OPEN);
    return new DeskRecords(
        Records.open(
            store, sealer, new Records.Shape<>("tasks", Task.class, paths, DeskRecords::shown)),
        Records.open(
            store,
            sealer,
            new Records.Shape<>("clocks", BoardClock.class, paths, DeskRecords::shown)));
  }

  static String taskId(String subject, String place) {
    return Ids.derived("task", subject, place);
  }

  static String clockId(String subject, String name) {
    return Ids.derived("clock", subject, name);
  }

  private static String id(Task task) {
    return taskId(task.subject(), Docket.place(task.kind(), task.mailbox()));
  }

  private static Map<String, Object> shown(Task task) {
    if (!task.now().open()) {
      return Map.of();
    }
    Instant due = task.now().dueTime();
    return Map.of(
        "openTo",
        task.mailbox().id(),
        "openKey",
        DUE.format(due == null ? task.now().openTime() : due) + '|' + id(task));
  }

  private static Map<String, Object> shown(BoardClock clock) {
    if (!clock.running()) {
      return Map.of();
    }
    List<String> boards = new ArrayList<>();
    clock.owners().forEach(owner -> boards.add(boardOf(owner)));
    String owner = clock.owners().isEmpty() ? "" : clock.owners().getFirst();
    Access.of(owner, List.of(), clock.region()).region().stream()
        .map(DeskRecords::boardOfArea)
        .forEach(boards::add);
    return Map.of(
        "openTo",
        boards,
        "openKey",
        DUE.format(clock.dueTime()) + '|' + clockId(clock.subject(), clock.name()));
  }

  private static String boardOf(String institution) {
    return "institution:" + institution;
  }

  private static String boardOfArea(String area) {
    return "area:" + area;
  }

  Records<Task> tasks() {
    return tasks;
  }

  Records<BoardClock> clocks() {
    return clocks;
  }

  /** Whether this task lies open on the desk. */
  public boolean open(String subject, TaskKind kind, Mailbox mailbox) {
    return tasks.find(List.of(taskId(subject, Docket.place(kind, mailbox)))).stream()
        .anyMatch(entry -> entry.value().now().open());
  }

  /** What lies on a desk, what lapses next first. */
  public Page<Entry<Task>> on(Mailbox mailbox, int size, String pageToken) {
    return tasks.page(OPEN, List.of(mailbox.id()), size, pageToken);
  }

  /** The clocks of an institution and of all below it. */
  public Page<Entry<BoardClock>> boardOf(String institution, int size, String pageToken) {
    return clocks.page(OPEN, List.of(boardOf(institution)), size, pageToken);
  }

  /**
   * The clocks of an area.
   *
   * @param region GB/T 2260; trailing zero pairs mean all below
   */
  public Page<Entry<BoardClock>> boardOfRegion(String region, int size, String pageToken) {
    return clocks.page(OPEN, List.of(boardOfArea(Access.area(region))), size, pageToken);
  }
}
