package io.holdfast.liaison.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.directory.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DeskPresenceTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration TEN = Duration.ofMinutes(10);
  private static final Limit LIMIT = new Limit(TEN);
  private static final Predicate<String> ALIVE = replica -> !replica.equals("dead");
  private static final DeskPresence OPEN =
      DeskPresence.empty("bank", Desk.LIAISON_DESK)
          .streaming(new OpenStreams("r1", true, false), ALIVE);

  private static PageReport page(String who, String page, boolean there, Instant time) {
    return PageReport.first(who, page, there, time);
  }

  private static Attendance at(DeskPresence presence, Instant now) {
    return presence.at(now, LIMIT, ALIVE);
  }

  @Test
  void aSignOfLifeCountsUpToTheInstantTheLimitIsOver() {
    DeskPresence one = OPEN.reported(page("li", "p", true, NOON), LIMIT);
    var attended = new Attendance.Attended(NOON, 1, NOON, false);
    assertThat(at(one, NOON)).isEqualTo(attended);
    assertThat(at(one, NOON.plus(TEN).minusMillis(1))).isEqualTo(attended);
    assertThat(at(one, NOON.plus(TEN))).isEqualTo(new Attendance.NobodyThere(NOON));
  }

  @Test
  void whoGoesOnIsThereSinceHeCameAndWhoComesBackSinceThen() {
    DeskPresence one =
        OPEN.reported(page("li", "p", true, NOON), LIMIT)
            .reported(page("li", "p", true, NOON.plus(TEN).minusMillis(1)), LIMIT);
    assertThat(at(one, NOON.plus(TEN)))
        .isEqualTo(new Attendance.Attended(NOON, 1, NOON.plus(TEN).minusMillis(1), false));
    Instant later = NOON.plus(Duration.ofHours(1));
    assertThat(at(one.reported(page("li", "p", true, later), LIMIT), later))
        .isEqualTo(new Attendance.Attended(later, 1, later, false));
  }

  @Test
  void aHiddenOrMutedPageIsNobodyUntilItSaysOtherwise() {
    Instant hidden = NOON.plusSeconds(60);
    DeskPresence one =
        OPEN.reported(page("li", "p", true, NOON), LIMIT)
            .reported(page("li", "p", false, hidden), LIMIT);
    assertThat(at(one, hidden)).isEqualTo(new Attendance.NobodyThere(NOON));
    Instant back = hidden.plusSeconds(1);
    assertThat(at(one.reported(page("li", "p", true, back), LIMIT), back))
        .isEqualTo(new Attendance.Attended(back, 1, back, false));
  }

  @Test
  void onePersonWithTwoPagesIsOnePersonAndOneHiddenPageLeavesTheOther() {
    DeskPresence two =
        OPEN.reported(page("li", "p", true, NOON), LIMIT)
            .reported(page("li", "q", true, NOON.plusSeconds(1)), LIMIT)
            .reported(page("wu", "r", true, NOON.plusSeconds(2)), LIMIT);
    assertThat(at(two, NOON.plusSeconds(2)))
        .isEqualTo(new Attendance.Attended(NOON, 2, NOON.plusSeconds(2), false));
    DeskPresence less = two.reported(page("li", "p", false, NOON.plusSeconds(3)), LIMIT);
    assertThat(at(less, NOON.plusSeconds(3)))
        .isEqualTo(new Attendance.Attended(NOON.plusSeconds(1), 2, NOON.plusSeconds(2), false));
  }

  @Test
  void signsOfLifeWithoutAnOpenStreamAreNobody() {
    DeskPresence closed =
        OPEN.reported(page("li", "p", true, NOON), LIMIT)
            .streaming(new OpenStreams("r1", false, false), ALIVE);
    assertThat(closed.streams()).isEmpty();
    assertThat(at(closed, NOON)).isEqualTo(new Attendance.NobodyThere(NOON));
    DeskPresence dead = closed.streaming(new OpenStreams("dead", true, true), ALIVE);
    assertThat(at(dead, NOON)).isEqualTo(new Attendance.NobodyThere(NOON));
    assertThat(dead.streaming(new OpenStreams("r2", true, false), ALIVE).streams())
        .containsExactly(new OpenStreams("r2", true, false));
  }

  @Test
  void aMachineIsItsOwnKindAndNeverAPerson() {
    DeskPresence machine =
        DeskPresence.empty("bank", Desk.LIAISON_DESK)
            .streaming(new OpenStreams("r1", false, true), ALIVE)
            .reported(page("li", "p", true, NOON), LIMIT);
    assertThat(at(machine, NOON)).isEqualTo(new Attendance.SystemConnected(NOON));
    DeskPresence both = machine.streaming(new OpenStreams("r1", true, true), ALIVE);
    assertThat(at(both, NOON)).isEqualTo(new Attendance.Attended(NOON, 1, NOON, true));
  }

  @Test
  void whoHasSignedOffIsNotBroughtBackByAnEarlierWordThatComesLate() {
    DeskPresence left =
        OPEN.reported(page("li", "p", true, NOON), LIMIT).signedOff("li", NOON.plusSeconds(5));
    DeskPresence late = left.reported(page("li", "p", true, NOON.plusSeconds(4)), LIMIT);
    assertThat(at(late, NOON.plusSeconds(5))).isEqualTo(new Attendance.NobodyThere(NOON));
  }

  @Test
  void pagesAreForgottenAndTheirNumberIsBounded() {
    DeskPresence many = OPEN;
    for (int i = 0; i < 3 * DeskPresence.REPORTS_MAX; i++) {
      many = many.reported(page("li", "p" + i, true, NOON.plusSeconds(i)), LIMIT);
    }
    assertThat(many.reports()).hasSize(DeskPresence.REPORTS_MAX);
    Instant later = NOON.plus(Duration.ofHours(1));
    assertThat(many.reported(page("wu", "q", true, later), LIMIT).reports()).hasSize(1);
  }

  @Test
  void theLastWordOfEachPageDecidesInWhateverOrderTheyArrive() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      List<PageReport> words = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        words.add(
            page(
                "p" + random.nextInt(3),
                "q" + random.nextInt(2),
                random.nextBoolean(),
                NOON.plusSeconds(i * 20L)));
      }
      Instant now = NOON.plusSeconds(240);
      DeskPresence inOrder = OPEN;
      for (PageReport word : words) {
        inOrder = inOrder.reported(word, LIMIT);
      }
      Collections.shuffle(words, random);
      DeskPresence mixed = OPEN;
      for (PageReport word : words) {
        mixed = mixed.reported(word, LIMIT);
      }
      assertThat(people(at(mixed, now)))
          .as("seed %d, run %d", seed, run)
          .isEqualTo(people(at(inOrder, now)));
    }
  }

  private static int people(Attendance attendance) {
    return attendance instanceof Attendance.Attended attended ? attended.people() : 0;
  }
}
