package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The tasks and clocks that a batch of events concerns, while it is applied. Plain memory: loaded
 * before, stored after. An event that a task has taken already changes nothing, but what it changed
 * then is announced again as {@link Announcement#repeated()}, because the process that took it may
 * have died before telling.
 */
public final class Docket {
  private final BinaryOperator<String> taskId;
  private final BinaryOperator<String> clockId;
  private final Map<String, Task> tasks;
  private final Map<String, BoardClock> clocks;
  private final Map<String, Long> loadedRevs = new LinkedHashMap<>();
  private final Map<String, Long> repeatedFrom = new LinkedHashMap<>();
  private final Map<String, Task> changedTasks = new LinkedHashMap<>();
  private final Map<String, BoardClock> changedClocks = new LinkedHashMap<>();

  /**
   * @param taskId id of a subject's task, from subject and {@link #place}
   * @param clockId id of a subject's clock, from subject and name
   * @param tasks those of the batch's subjects that are stored, by id
   * @param clocks likewise
   */
  public Docket(
      BinaryOperator<String> taskId,
      BinaryOperator<String> clockId,
      Map<String, Task> tasks,
      Map<String, BoardClock> clocks) {
    this.taskId = taskId;
    this.clockId = clockId;
    this.tasks = new LinkedHashMap<>(tasks);
    this.clocks = new LinkedHashMap<>(clocks);
    tasks.forEach((id, task) -> loadedRevs.put(id, task.now().rev()));
  }

  /**
   * What tells a subject's tasks apart: their kind, and the institution they lie at, or the desk
   * where one institution may have several.
   */
  public static String place(TaskKind kind, Mailbox mailbox) {
    return kind.name() + '@' + (kind.onSeveralDesks() ? mailbox.id() : mailbox.institution());
  }

  /**
   * Applies one event of the plan's subject, number {@code seq}, which happened at {@code time}.
   */
  public void apply(Plan plan, long seq, Instant time) {
    for (Plan.Place place : plan.tasks()) {
      applyTask(plan, place, seq, time);
    }
    for (Plan.Dial dial : plan.clocks()) {
      applyClock(plan, dial, seq);
    }
  }

  private void applyTask(Plan plan, Plan.Place place, long seq, Instant time) {
    String id = taskId.apply(plan.subject(), place(place.kind(), place.mailbox()));
    Task before = tasks.get(id);
    if (before == null) {
      Task.opened(plan, place, seq, time).ifPresent(task -> put(id, task));
      return;
    }
    if (seq <= before.now().seq()) {
      repeatedFrom.merge(id, seq, Math::min);
      return;
    }
    before.changed(place.want(), seq, time).ifPresent(task -> put(id, task));
  }

  private void put(String id, Task task) {
    tasks.put(id, task);
    changedTasks.put(id, task);
  }

  private void applyClock(Plan plan, Plan.Dial dial, long seq) {
    String id = clockId.apply(plan.subject(), dial.name());
    BoardClock before = clocks.get(id);
    if (before != null && seq <= before.seq()) {
      return;
    }
    Plan.Running running = dial.running();
    if (running != null) {
      BoardClock next = BoardClock.of(plan, dial.name(), running, seq);
      if (before == null || !next.showsTheSameAs(before)) {
        put(id, next);
      }
    } else if (before != null && before.running()) {
      put(id, before.takenDown(seq));
    }
  }

  private void put(String id, BoardClock clock) {
    clocks.put(id, clock);
    changedClocks.put(id, clock);
  }

  /** The tasks to store, by id. */
  public Map<String, Task> changedTasks() {
    return Map.copyOf(changedTasks);
  }

  /** The clocks to store, by id. */
  public Map<String, BoardClock> changedClocks() {
    return Map.copyOf(changedClocks);
  }

  /** What to tell, each task's changes in their order. */
  public List<Announcement> announcements() {
    var all = new ArrayList<Announcement>();
    tasks.forEach(
        (id, task) -> {
          long loaded = loadedRevs.getOrDefault(id, 0L);
          long from = repeatedFrom.getOrDefault(id, Long.MAX_VALUE);
          for (TaskView view : task.views()) {
            boolean fresh = view.rev() > loaded;
            if (fresh || view.seq() >= from) {
              all.add(new Announcement(id, task, view, !fresh));
            }
          }
        });
    return all;
  }
}
