package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the desks and the board must look after one change of one subject.
 *
 * @param subject what is acted on, e.g. {@code stopOrders/0123…}
 * @param label what a person recognises it by; nothing personal
 * @param owners who sees its clocks: the police institution and its ancestors
 * @param region GB/T 2260
 */
public record Plan(
    String subject,
    String caseId,
    String label,
    long amountFen,
    List<String> owners,
    String region,
    List<Place> tasks,
    List<Dial> clocks) {
  /** One kind of task on one desk. */
  public record Place(TaskKind kind, Mailbox mailbox, Want want) {}

  /**
   * One clock.
   *
   * @param running null: it runs no longer
   */
  public record Dial(String name, @Nullable Running running) {}

  /**
   * A clock that runs, or has ended unmet with the duty still standing.
   *
   * @param holder who must act before it ends
   * @param basis the article it rests on
   */
  public record Running(
      Mailbox holder, Instant startTime, Instant dueTime, boolean missed, String basis) {}

  public Plan {
    owners = List.copyOf(owners);
    tasks = List.copyOf(tasks);
    clocks = List.copyOf(clocks);
  }

  /** Whether it can change anything at all. */
  public boolean changesNothing() {
    return clocks.isEmpty()
        && tasks.stream().allMatch(place -> place.want().equals(new Want.Kept(Urgency.NONE)));
  }
}
