package io.holdfast.liaison.alarm.store;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.alarm.Alarm;
import io.holdfast.liaison.alarm.Cause;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.liaison.alarm.WakeRules;
import io.holdfast.liaison.desk.DeskRules;
import io.holdfast.liaison.desk.Lying;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.roster.store.RosterBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** All alarms in the store. */
public final class AlarmBook {
  private static final AccessPath BY_OWNER =
      AccessPath.of("by_owner", "access.owner", "-raised", "-_id");
  private static final AccessPath BY_REGION =
      AccessPath.of("by_region", "access.region", "-raised", "-_id");

  private final Aggregates<Alarm> alarms;
  private final boolean waking;
  private final LegalClock clock;

  private AlarmBook(Aggregates<Alarm> alarms, boolean waking, LegalClock clock) {
    this.alarms = alarms;
    this.waking = waking;
    this.clock = clock;
  }

  /**
   * Opens the collection {@code alarms}.
   *
   * @param pager empty: nobody is woken
   */
  public static AlarmBook open(
      AggregateStore store,
      Optional<Pager> pager,
      RosterBook rosters,
      DeskRecords desks,
      LegalClock clock) {
    var waker = new AtomicReference<Waker>(_ -> {});
    Aggregates<Alarm> alarms = store.open(layout(), id -> waker.get().wake(id));
    pager.ifPresent(by -> waker.set(new Waking(alarms, by, rosters, desks, clock)));
    return new AlarmBook(alarms, pager.isPresent(), clock);
  }

  private static Layout<Alarm> layout() {
    return new Layout<>(
        "alarms",
        Alarm.class,
        List.of(BY_OWNER, BY_REGION),
        Alarm::nextTryTime,
        alarm -> Map.of("raised", alarm.raiseTime()),
        _ -> Set.of(),
        (alarm, _) -> alarm);
  }

  /** An order that nobody takes in hand. */
  public record Raised(Lying lying, Cause cause) {
    private String id() {
      return Ids.derived("alarm", lying.id(), cause.name(), lying.institution());
    }
  }

  /** Raises alarms, each once; one that stands already stays as it is. */
  public void raise(List<Raised> raised) {
    if (!raised.isEmpty()) {
      Instant now = clock.instant();
      alarms.createAll(
          raised.stream().distinct().map(one -> creation(one, now)).toList(),
          Mutation.clock("", "Alarm"));
    }
  }

  private Creation<Alarm> creation(Raised one, Instant now) {
    Lying lying = one.lying();
    return new Creation<>(
        one.id(),
        "",
        Access.of(lying.station(), lying.stationAncestors(), lying.region()),
        new Alarm(
            one.cause(),
            lying.subject(),
            lying.caseId(),
            lying.institution(),
            now,
            DeskRules.alarmed(lying.station(), lying.stationAncestors()),
            WakeRules.raised(one.cause(), waking, now)),
        List.of());
  }

  /** Those over orders of an institution and of all below it, newest first. */
  public Page<Stored<Alarm>> of(String institution, int size, String pageToken) {
    return alarms.page(BY_OWNER, List.of(institution), size, pageToken);
  }

  /** Those of an area, newest first. */
  public Page<Stored<Alarm>> ofRegion(String region, int size, String pageToken) {
    return alarms.page(BY_REGION, List.of(Access.area(region)), size, pageToken);
  }
}
