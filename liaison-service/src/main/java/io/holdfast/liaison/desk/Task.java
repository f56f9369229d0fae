package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work on one desk. People act on its subject, never on it.
 *
 * @param subject what to act on, e.g. {@code stopOrders/0123…}
 * @param views how it was announced, oldest first, at most {@value #VIEWS_KEPT}; the last is how it
 *     stands. They are kept so that an announcement that a dying process may have swallowed can be
 *     made again as it was.
 */
public record Task(
    TaskKind kind,
    Mailbox mailbox,
    String subject,
    String caseId,
    String label,
    long amountFen,
    List<TaskView> views) {
  static final int VIEWS_KEPT = 16;

  public Task {
    if (views.isEmpty()) {
      throw new IllegalArgumentException("views: none (expected: at least one)");
    }
    views = List.copyOf(views);
  }

  /** How it stands. */
  public TaskView now() {
    return views.getLast();
  }

  /** A new task, if one is wanted. */
  static Optional<Task> opened(Plan plan, Plan.Place place, long seq, Instant time) {
    return switch (place.want()) {
      case Want.Open(var due, var urgency) ->
          Optional.of(
              new Task(
                  place.kind(),
                  place.mailbox(),
                  plan.subject(),
                  plan.caseId(),
                  plan.label(),
                  plan.amountFen(),
                  List.of(new TaskView(1, seq, time, true, time, due, null, urgency))));
      case Want.Closed _, Want.Kept _ -> Optional.empty();
    };
  }

  /** The task once somebody has taken note; empty when it is done already. */
  public Optional<Task> noted(Instant time) {
    TaskView before = now();
    return before.open() ? next(closed(before, before.seq(), time)) : Optional.empty();
  }

  /** The task as wanted; empty when it is so already. */
  Optional<Task> changed(Want want, long seq, Instant time) {
    TaskView before = now();
    return switch (want) {
      case Want.Open(var due, var urgency) -> opened(before, due, urgency, seq, time);
      case Want.Closed() -> before.open() ? next(closed(before, seq, time)) : Optional.empty();
      case Want.Kept(var urgency) ->
          before.open() && urgency.compareTo(before.urgency()) > 0
              ? next(running(before, before.dueTime(), urgency, seq, time))
              : Optional.empty();
    };
  }

  private Optional<Task> opened(
      TaskView before, @Nullable Instant due, Urgency urgency, long seq, Instant time) {
    if (!before.open()) {
      return next(new TaskView(before.rev() + 1, seq, time, true, time, due, null, urgency));
    }
    Instant wantedDue = due == null ? before.dueTime() : due;
    boolean moved = !Objects.equals(wantedDue, before.dueTime());
    Urgency wanted = moved ? urgency : before.urgency().atLeast(urgency);
    return moved || wanted != before.urgency()
        ? next(running(before, wantedDue, wanted, seq, time))
        : Optional.empty();
  }

  private static TaskView running(
      TaskView before, @Nullable Instant due, Urgency urgency, long seq, Instant time) {
    return new TaskView(before.rev() + 1, seq, time, true, before.openTime(), due, null, urgency);
  }

  private static TaskView closed(TaskView before, long seq, Instant time) {
    return new TaskView(
        before.rev() + 1,
        seq,
        time,
        false,
        before.openTime(),
        before.dueTime(),
        time,
        before.urgency());
  }

  private Optional<Task> next(TaskView view) {
    var more = new ArrayList<>(views);
    more.add(view);
    int surplus = Math.max(0, more.size() - VIEWS_KEPT);
    return Optional.of(
        new Task(
            kind, mailbox, subject, caseId, label, amountFen, more.subList(surplus, more.size())));
  }
}
