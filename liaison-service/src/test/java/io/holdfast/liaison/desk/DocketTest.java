package io.holdfast.liaison.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.directory.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocketTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Instant DUE = NOON.plusSeconds(300);
  private static final String TASK = "subject/ANSWER_STOP@bank";
  private static final String CLOCK = "subject/acknowledge";

  @Test
  void opensATaskAndItsClockAndTellsOnce() {
    Docket docket = empty();
    docket.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    assertThat(docket.changedTasks()).containsOnlyKeys(TASK);
    assertThat(docket.changedClocks()).containsOnlyKeys(CLOCK);
    assertThat(told(docket)).containsExactly("1 open NONE");
  }

  @Test
  void severalEventsOfABatchAreToldOneByOne() {
    Docket docket = empty();
    docket.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    docket.apply(plan(open(DUE, Urgency.WARNED), clock(DUE, false)), 2, NOON);
    docket.apply(plan(new Want.Closed(), null), 3, NOON);
    assertThat(told(docket)).containsExactly("1 open NONE", "2 open WARNED", "3 done WARNED");
    assertThat(requireNonNull(docket.changedTasks().get(TASK)).now().open()).isFalse();
    assertThat(requireNonNull(docket.changedClocks().get(CLOCK)).running()).isFalse();
  }

  @Test
  void aRepeatedEventChangesNothingButIsToldAgainAsRepeated() {
    Docket first = empty();
    first.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    first.apply(plan(open(DUE, Urgency.WARNED), clock(DUE, false)), 2, NOON);
    Docket second = with(first);
    second.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    second.apply(plan(open(DUE, Urgency.WARNED), clock(DUE, false)), 2, NOON);
    second.apply(plan(new Want.Closed(), null), 3, NOON);
    assertThat(told(second))
        .containsExactly("1 open NONE again", "2 open WARNED again", "3 done WARNED");
  }

  @Test
  void onlyWhatTheRepeatedEventsChangedIsToldAgain() {
    Docket first = empty();
    first.apply(plan(open(DUE, Urgency.NONE), null), 1, NOON);
    first.apply(plan(open(DUE, Urgency.WARNED), null), 5, NOON);
    Docket second = with(first);
    second.apply(plan(open(DUE, Urgency.WARNED), null), 5, NOON);
    assertThat(told(second)).containsExactly("2 open WARNED again");
    assertThat(second.changedTasks()).isEmpty();
  }

  @Test
  void anOlderEventThatComesLateDoesNotTurnBackTime() {
    Docket first = empty();
    first.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    first.apply(plan(new Want.Closed(), null), 3, NOON);
    Docket late = with(first);
    late.apply(plan(open(DUE, Urgency.NONE), clock(DUE, false)), 1, NOON);
    assertThat(late.changedTasks()).isEmpty();
    assertThat(late.changedClocks()).isEmpty();
  }

  @Test
  void aMovedDueTimeTakesTheUrgencyAway() {
    Docket docket = empty();
    docket.apply(plan(open(DUE, Urgency.WARNED), null), 1, NOON);
    docket.apply(plan(open(DUE.plusSeconds(60), Urgency.NONE), null), 2, NOON);
    docket.apply(plan(open(null, Urgency.NONE), null), 3, NOON);
    assertThat(told(docket)).containsExactly("1 open WARNED", "2 open NONE");
    assertThat(requireNonNull(docket.changedTasks().get(TASK)).now().dueTime())
        .isEqualTo(DUE.plusSeconds(60));
  }

  @Test
  void aTaskMayComeBack() {
    Docket docket = empty();
    docket.apply(plan(open(DUE, Urgency.MISSED), null), 1, NOON);
    docket.apply(plan(new Want.Closed(), null), 2, NOON);
    docket.apply(plan(open(DUE, Urgency.NONE), null), 3, NOON.plusSeconds(9));
    assertThat(told(docket)).containsExactly("1 open MISSED", "2 done MISSED", "3 open NONE");
    assertThat(requireNonNull(docket.changedTasks().get(TASK)).now().openTime())
        .isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  void whatIsClosedOrKeptWithoutHavingBeenThereStaysAway() {
    Docket docket = empty();
    docket.apply(plan(new Want.Closed(), null), 1, NOON);
    docket.apply(plan(new Want.Kept(Urgency.WARNED), null), 2, NOON);
    assertThat(docket.changedTasks()).isEmpty();
    assertThat(docket.changedClocks()).isEmpty();
  }

  private static List<String> told(Docket docket) {
    return docket.announcements().stream()
        .map(
            told ->
                told.view().rev()
                    + (told.view().open() ? " open " : " done ")
                    + told.view().urgency()
                    + (told.repeated() ? " again" : ""))
        .toList();
  }

  private static Docket empty() {
    return new Docket(DocketTest::id, DocketTest::id, Map.of(), Map.of());
  }

  private static Docket with(Docket before) {
    return new Docket(
        DocketTest::id, DocketTest::id, before.changedTasks(), before.changedClocks());
  }

  private static String id(String subject, String name) {
    return subject + '/' + name;
  }

  private static Want open(@Nullable Instant due, Urgency urgency) {
    return new Want.Open(due, urgency);
  }

  private static Plan.Running clock(Instant due, boolean missed) {
    return new Plan.Running(new Mailbox("bank", Desk.LIAISON_DESK), NOON, due, missed, "86号");
  }

  private static Plan plan(Want want, Plan.@Nullable Running clock) {
    return new Plan(
        "subject",
        "case",
        "label",
        1,
        List.of("station"),
        "999001",
        List.of(new Plan.Place(TaskKind.ANSWER_STOP, new Mailbox("bank", Desk.LIAISON_DESK), want)),
        List.of(new Plan.Dial("acknowledge", clock)));
  }
}
