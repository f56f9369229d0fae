package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.routing.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Thousands of orders led through random commands and times: what must hold holds after every step.
 */
class StopPropertyTest {
  private static final int ORDERS = 2_000;
  private static final int STEPS = 40;

  @Test
  void whateverHappensTheLawHolds() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("StopPropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < ORDERS; i++) {
      new Life(random.split(), "seed " + seed + ", order " + i).live();
    }
  }

  private static final class Life {
    private final SplittableRandom random;
    private final String name;
    private final Map<String, Integer> told = new HashMap<>();
    private Instant now = NOON;
    private StopOrder order;
    private int stops;

    Life(SplittableRandom random, String name) {
      this.random = random;
      this.name = name;
      Routing routing = random.nextInt(4) == 0 ? new Routing.Unrouted("nobody") : Given.found();
      Count count = random.nextBoolean() ? new Count.Taken(1) : new Count.Pending(NOON);
      this.order = Given.made(routing, count).order();
    }

    void live() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(pause());
        StopCommand command = command();
        boolean swept = random.nextBoolean();
        StopOrder before = swept ? Given.then(order, new StopCommand.FireClocks(), now) : order;
        sameWithAndWithoutSweeper(command);
        if (swept) {
          remember(StopRulesTest.events(order, new StopCommand.FireClocks(), now));
        }
        order = before;
        switch (StopRules.decide(order, command, now)) {
          case Decision.Rejected _ -> {}
          case Decision.Accepted(var events) -> {
            remember(events);
            order = Evolution.evolve(order, events);
          }
        }
        if (random.nextInt(3) == 0) {
          order = order.delivered(now);
        }
        holds(name + ", step " + step + ", " + command.getClass().getSimpleName());
      }
    }

    /** A sweeper changes what is told when, never what a command meets. */
    private void sameWithAndWithoutSweeper(StopCommand command) {
      StopOrder swept = Given.then(order, new StopCommand.FireClocks(), now);
      assertThat(after(swept, command)).as(name).isEqualTo(after(order, command));
    }

    private StopOrder after(StopOrder start, StopCommand command) {
      return switch (StopRules.decide(start, command, now)) {
        case Decision.Rejected _ -> Given.then(start, new StopCommand.FireClocks(), now);
        case Decision.Accepted(var events) -> Evolution.evolve(start, events);
      };
    }

    private void remember(List<StopEvent> events) {
      for (StopEvent event : events) {
        if (event instanceof StopEvent.StopRecorded
            || event instanceof StopEvent.ExtensionRecorded) {
          stops++;
        }
        if (event instanceof StopEvent.AnswerCorrected(var earlier, _)
            && earlier.answer() instanceof BankAnswer.Held) {
          stops--;
        }
        if (event instanceof StopEvent.ExtensionCorrected(var earlier, _)
            && earlier.answer() instanceof Extension.Granted) {
          stops--;
        }
        if (event instanceof StopEvent.ExtensionCorrected) {
          // The clocks start anew, and tell anew.
          told.clear();
        }
        if (event instanceof StopEvent.ClockMissed
            || event instanceof StopEvent.ClockWarned
            || event instanceof StopEvent.StopLapsed) {
          told.merge(event.toString(), 1, Integer::sum);
        }
      }
    }

    private void holds(String as) {
      assertThat(stops).as(as + ": at most two stops in all").isLessThanOrEqualTo(2);
      long gone =
          order.outflows().stream().filter(Outflow::stands).mapToLong(Outflow::amountFen).sum();
      // What was taken back later had come when the bank answered.
      long came = order.receivedFen() + (order.founded() ? 0 : order.request().amountFen());
      assertThat(gone).as(as + ": no more left than came").isLessThanOrEqualTo(came);
      assertThat(order.refusedBy(order.destination().bank()))
          .as(as + ": never back to a bank whose account it is not")
          .isFalse();
      assertThat(order.earlierAnswers().size()).as(as).isLessThanOrEqualTo(EarlierAnswer.MAX);
      assertThat(told.values()).as(as + ": everything once").allMatch(times -> times == 1);
      assertThat(Clocks.next(order.at(now)).filter(next -> next.isBefore(NOON))).as(as).isEmpty();
      for (ClockName clock : ClockName.values()) {
        assertThat(order.fired().stream().filter(fired -> fired.clock() == clock).count())
            .as(as)
            .isLessThanOrEqualTo(1);
      }
      if (order.state() instanceof StopState.Stopped(_, var start, var until)) {
        assertThat(Duration.between(start, until)).as(as).isEqualTo(Given.STOP);
        assertThat(order.answer()).as(as).isInstanceOf(BankAnswer.Held.class);
        assertThat(order.needsPlace(Place.Use.STOP)).as(as).isTrue();
      }
      if (order.at(now).state() instanceof StopState.Stopped(_, _, var until)) {
        assertThat(until).as(as).isAfter(now);
      }
      if (order.count() instanceof Count.Exceeded) {
        assertThat(order.at(now).state().name())
            .as(as)
            .isNotIn(
                StopStateName.ISSUED,
                StopStateName.SENT,
                StopStateName.ACKNOWLEDGED,
                StopStateName.STOPPED);
      }
    }

    private Duration pause() {
      return switch (random.nextInt(4)) {
        case 0 -> Duration.ZERO;
        case 1 -> Duration.ofSeconds(random.nextInt(600));
        case 2 -> Duration.ofMinutes(random.nextInt(600));
        default -> Duration.ofHours(random.nextInt(30));
      };
    }

    private StopCommand command() {
      var commands = new ArrayList<StopCommand>();
      commands.add(new StopCommand.Acknowledge());
      commands.add(Given.recordStop(Given.EQUAL, null));
      commands.add(Given.recordStop(Given.EQUAL, now.minusSeconds(random.nextInt(7_200))));
      commands.add(
          new StopCommand.RecordOutflows(
              List.of(
                  new Outflow(
                      0,
                      Outflow.Kind.CASH,
                      null,
                      1 + random.nextInt(3_000_000),
                      now.minusSeconds(1),
                      "",
                      "",
                      0,
                      new Outflow.Next.EndsHere()))));
      commands.add(
          new StopCommand.JoinInflow(
              new Inflow(
                  Inflow.Source.outflow("other", random.nextInt(3)),
                  1 + random.nextInt(1_000_000),
                  now)));
      commands.add(new StopCommand.ConfirmLift(null, OPERATOR));
      commands.add(new StopCommand.CorrectAnswer(Given.recordStop(Given.EQUAL, null), "更正"));
      commands.add(
          new StopCommand.CorrectAnswer(
              new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR), "更正"));
      commands.add(new StopCommand.RequestExtension("仍需核查", 1, 2));
      commands.add(new StopCommand.RecordExtension(null, OPERATOR));
      commands.add(new StopCommand.RefuseExtension("", "账户已销户", OPERATOR));
      commands.add(Given.toExtension(null));
      commands.add(Given.toRefusal());
      commands.add(new StopCommand.TakeCount(1 + random.nextInt(2)));
      commands.add(new StopCommand.PostponeCount(now.plusSeconds(5)));
      commands.add(Given.attach(PaperKind.STOP_NOTICE, now));
      commands.add(Given.attach(PaperKind.POLICE_ID_COPY, now));
      commands.add(Given.deliver(now));
      commands.add(new StopCommand.CountersignPaper());
      commands.add(new StopCommand.RefusePaper("印章不清"));
      commands.add(
          new StopCommand.Route(
              new Destination.Bank(
                  "bank-" + (char) (97 + random.nextInt(4)),
                  Routing.Basis.BY_OFFICER,
                  "chosen by hand",
                  now),
              Given.SEAL));
      if (random.nextInt(4) == 0) {
        commands.clear();
        commands.add(new StopCommand.RecordMismatch(MatchField.TIME, OPERATOR));
        commands.add(new StopCommand.RecordFailure("", "账户已销户", OPERATOR));
        commands.add(Given.recordNotOurs("bank-c"));
        commands.add(new StopCommand.Recall("误报"));
        commands.add(new StopCommand.Release("与案件无关"));
        commands.add(new StopCommand.ReleaseOverdue("24小时未收到文书"));
        commands.add(new StopCommand.WithdrawMistaken());
        commands.add(new StopCommand.ExceedCount(2));
        commands.add(new StopCommand.Convert("freeze-1"));
      }
      return commands.get(random.nextInt(commands.size()));
    }
  }
}
