package io.holdfast.liaison.desk.store;

import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Records.Write;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.desk.Announcement;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Docket;
import io.holdfast.liaison.desk.Plan;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.Outgoing;
import io.holdfast.liaison.feed.Outgoing.Since;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets batches of events take effect: tasks in one command, their announcements in one, clocks in
 * one. Whoever dies between two of them is made good by the events' next delivery, because an event
 * that has taken effect is announced again where its announcement cannot be found.
 */
public final class DeskWork {
  private static final int RACES_MAX = 5;

  // How far the clocks of sender and receiver may be apart.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final DeskRecords records;
  private final FeedAppender feed;

  public DeskWork(DeskRecords records, FeedAppender feed) {
    this.records = records;
    this.feed = feed;
  }

  /** One event: what it wants, its number among its subject's events, and when it happened. */
  public record Step(Plan plan, long seq, Instant time) {}

  /**
   * What the attempts at one batch know: the mailboxes' ends before the first look, and the changes
   * that were not stored then, whoever stored them since.
   */
  private static final class Attempts {
    final Map<String, Long> ends = new HashMap<>();
    final Set<String> unstored = new LinkedHashSet<>();
  }

  /** Returns when all steps have taken effect and every change is told. */
  public void apply(List<Step> steps) {
    List<Step> telling = steps.stream().filter(step -> !step.plan().changesNothing()).toList();
    if (telling.isEmpty()) {
      return;
    }
    var attempts = new Attempts();
    for (int race = 0; race < RACES_MAX; race++) {
      if (attempt(telling, attempts)) {
        return;
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  /**
   * Takes note of a task and returns it as it is then.
   *
   * @param admit throws where it may not be noted
   */
  public Entry<Task> note(String id, Instant now, Consumer<Optional<Task>> admit) {
    for (int race = 0; race < RACES_MAX; race++) {
      Optional<Entry<Task>> found = records.tasks().find(List.of(id)).stream().findFirst();
      admit.accept(found.map(Entry::value));
      Entry<Task> before = found.orElseThrow();
      Optional<Task> noted = before.value().noted(now);
      if (noted.isEmpty()) {
        return before;
      }
      Task task = noted.get();
      long end = feed.end(task.mailbox().id());
      if (records.tasks().write(List.of(new Write.Update<>(id, before.v(), task)))) {
        var told = new Announcement(id, task, task.now(), false);
        feed.append(
            List.of(
                new Outgoing(
                    task.mailbox().id(),
                    key(told),
                    DeskProtos.task(id, task, task.now()),
                    new Since.After(end))));
        return new Entry<>(id, before.v() + 1, task);
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  private boolean attempt(List<Step> steps, Attempts attempts) {
    // Before the tasks are read: what is stored later, by whomever, is told behind these ends.
    mailboxes(steps).forEach(mailbox -> attempts.ends.computeIfAbsent(mailbox, feed::end));
    Map<String, Entry<Task>> tasks = byId(records.tasks().find(taskIds(steps)));
    Map<String, Entry<BoardClock>> clocks = byId(records.clocks().find(clockIds(steps)));
    var docket =
        new Docket(DeskRecords::taskId, DeskRecords::clockId, values(tasks), values(clocks));
    steps.forEach(step -> docket.apply(step.plan(), step.seq(), step.time()));
    List<Announcement> news = docket.announcements();
    news.stream().filter(one -> !one.repeated()).forEach(one -> attempts.unstored.add(key(one)));
    if (!records.tasks().write(writes(docket.changedTasks(), tasks))) {
      return false;
    }
    feed.append(news.stream().map(one -> outgoing(one, attempts)).toList());
    return records.clocks().write(writes(docket.changedClocks(), clocks));
  }

  private static Set<String> mailboxes(List<Step> steps) {
    Set<String> mailboxes = new LinkedHashSet<>();
    for (Step step : steps) {
      step.plan().tasks().forEach(place -> mailboxes.add(place.mailbox().id()));
    }
    return mailboxes;
  }

  private static Outgoing outgoing(Announcement one, Attempts attempts) {
    String mailbox = one.task().mailbox().id();
    String key = key(one);
    Long end = attempts.ends.get(mailbox);
    Since since =
        end != null && attempts.unstored.contains(key)
            ? new Since.After(end)
            : new Since.From(one.view().time().minus(SKEW));
    return new Outgoing(mailbox, key, DeskProtos.task(one.taskId(), one.task(), one.view()), since);
  }

  private static String key(Announcement one) {
    return one.taskId() + '#' + one.view().rev();
  }

  private static Set<String> taskIds(List<Step> steps) {
    Set<String> ids = new LinkedHashSet<>();
    for (Step step : steps) {
      for (Plan.Place place : step.plan().tasks()) {
        ids.add(
            DeskRecords.taskId(step.plan().subject(), Docket.place(place.kind(), place.mailbox())));
      }
    }
    return ids;
  }

  private static Set<String> clockIds(List<Step> steps) {
    Set<String> ids = new LinkedHashSet<>();
    for (Step step : steps) {
      for (Plan.Dial dial : step.plan().clocks()) {
        ids.add(DeskRecords.clockId(step.plan().subject(), dial.name()));
      }
    }
    return ids;
  }

  private static <R> Map<String, Entry<R>> byId(List<Entry<R>> entries) {
    Map<String, Entry<R>> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    return byId;
  }

  private static <R> Map<String, R> values(Map<String, Entry<R>> entries) {
    Map<String, R> values = new LinkedHashMap<>();
    entries.forEach((id, entry) -> values.put(id, entry.value()));
    return values;
  }

  private static <R> List<Write<R>> writes(Map<String, R> changed, Map<String, Entry<R>> stored) {
    List<Write<R>> writes = new ArrayList<>();
    changed.forEach(
        (id, value) -> {
          Entry<R> before = stored.get(id);
          writes.add(
              before == null
                  ? new Write.Insert<>(id, value)
                  : new Write.Update<>(id, before.v(), value));
        });
    return writes;
  }
}
