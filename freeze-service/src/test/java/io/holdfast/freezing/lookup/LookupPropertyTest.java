package io.holdfast.freezing.lookup;

import static io.holdfast.freezing.lookup.Asking.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.lookup.LookupAnswer.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of lookups led through random commands and times. */
class LookupPropertyTest {
  private static final int LOOKUPS = 2_000;
  private static final int STEPS = 30;

  @Test
  void whateverHappensTheRecordStands() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("LookupPropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < LOOKUPS; i++) {
      live(random.split(), "seed " + seed + ", lookup " + i);
    }
  }

  private static void live(SplittableRandom random, String name) {
    AccountQuery query = random.nextInt(4) == 0 ? Asking.unrouted() : Asking.issued();
    var told = new HashSet<String>();
    Instant now = NOON;
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(600)));
      LookupCommand command = command(random, now);
      AccountQuery swept = Asking.then(query, new LookupCommand.FireClocks(), now);
      assertThat(after(swept, command, now))
          .as(name + ": the same with and without a sweeper")
          .isEqualTo(after(query, command, now));
      List<LookupEvent> events =
          switch (LookupRules.decide(query, command, now)) {
            case LookupDecision.Accepted(var accepted) -> accepted;
            case LookupDecision.Rejected _ -> List.<LookupEvent>of();
          };
      for (LookupEvent event : events) {
        if (event instanceof LookupEvent.ClockMissed || event instanceof LookupEvent.ClockWarned) {
          assertThat(told.add(event.toString())).as(name + ": told once").isTrue();
        }
      }
      query = LookupEvolution.evolve(query, events);
      if (random.nextInt(3) == 0) {
        query = query.delivered(now);
      }
      holds(query, name);
    }
  }

  private static AccountQuery after(AccountQuery start, LookupCommand command, Instant now) {
    return switch (LookupRules.decide(start, command, now)) {
      case LookupDecision.Rejected _ -> Asking.then(start, new LookupCommand.FireClocks(), now);
      case LookupDecision.Accepted(var events) -> LookupEvolution.evolve(start, events);
    };
  }

  private static void holds(AccountQuery query, String name) {
    int answers = query.earlierAnswers().size() + (query.answer() == null ? 0 : 1);
    assertThat(IntStream.rangeClosed(1, answers).allMatch(i -> query.answer(i).isPresent()))
        .as(name + ": every answer ever given is kept under its number")
        .isTrue();
    assertThat(query.earlierAnswers()).as(name).hasSizeLessThanOrEqualTo(EarlierLookupAnswer.MAX);
    assertThat(query.notTheirs())
        .as(name + ": whoever said no is not asked again")
        .doesNotHaveDuplicates()
        .doesNotContain(query.destination().bank());
    boolean answered =
        switch (query.state()) {
          case LookupState.Told _, LookupState.PassedOn _, LookupState.Unable _ -> true;
          case LookupState.Issued _,
              LookupState.Sent _,
              LookupState.Acknowledged _,
              LookupState.Recalled _ ->
              false;
        };
    assertThat(answered && query.answer() == null).as(name).isFalse();
    assertThat(
            LookupClocks.next(query).isPresent() && query.state() instanceof LookupState.Recalled)
        .as(name + ": nothing runs on what was taken back")
        .isFalse();
  }

  private static LookupCommand command(SplittableRandom random, Instant now) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new LookupCommand.Acknowledge();
      case 3, 4 -> answer(random);
      case 5 -> Asking.correct(answer(random));
      case 6 -> Asking.route("bank-" + (char) ('a' + random.nextInt(4)), now);
      case 7 -> new LookupCommand.RecordConsent();
      case 8 ->
          random.nextInt(6) == 0
              ? new LookupCommand.WithdrawMistaken()
              : new LookupCommand.Settle(
                  1 + random.nextInt(3), new LookupNext.HeldBack(LookupNext.Bound.STEPS));
      case 9 -> random.nextInt(6) == 0 ? new LookupCommand.Recall("误报") : answer(random);
      case 10 -> new LookupCommand.FollowOnward("仍需查");
      default -> new LookupCommand.FireClocks();
    };
  }

  private static LookupCommand.Answer answer(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Asking.told("999001000000000" + random.nextInt(10));
      case 1 -> Asking.onward("测试支付" + random.nextInt(3));
      default -> Asking.unable(Why.values()[random.nextInt(Why.values().length)]);
    };
  }
}
