package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.match.MatchField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of shared stops led through random reports, words, answers and times: no interest is
 * lost, and none is released over anybody's head.
 */
class SharePropertyTest {
  private static final int ORDERS = 2_000;
  private static final int STEPS = 40;

  @Test
  void nobodyIsLostAndNobodyPassedOver() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("SharePropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    int released = 0;
    int dissolved = 0;
    int sentOn = 0;
    for (int i = 0; i < ORDERS; i++) {
      var life = new Life(random.split(), "seed " + seed + ", order " + i);
      life.live();
      released += life.released;
      dissolved += life.dissolved;
      sentOn += life.sentOn;
    }
    assertThat(released).as("releases of shared stops seen").isPositive();
    assertThat(dissolved).as("dissolutions seen").isPositive();
    assertThat(sentOn).as("shared orders sent on to another bank seen").isPositive();
  }

  private static final class Life {
    private final SplittableRandom random;
    private final String name;
    private final Set<String> standing = new TreeSet<>();
    private Instant now = NOON;
    private StopOrder order = Given.sent();
    private int released;
    private int dissolved;
    private int sentOn;

    Life(SplittableRandom random, String name) {
      this.random = random;
      this.name = name;
    }

    void live() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(600) : 1));
        StopCommand command = command();
        String as = name + ", step " + step + ", " + command.getClass().getSimpleName();
        assertThat(order.at(now).state())
            .as(as + ": read as a sweeper would leave it")
            .isEqualTo(Given.then(order, new StopCommand.FireClocks(), now).at(now).state());
        if (StopRules.decide(order, command, now) instanceof Decision.Accepted(var events)) {
          for (StopEvent event : events) {
            notice(event, as);
            order = Evolution.evolve(order, event);
          }
        }
        assertThat(ids()).as(as + ": no interest is lost").isEqualTo(standing);
        assertThat(order.shares().interests().size())
            .as(as + ": bounded")
            .isLessThanOrEqualTo(Given.INTERESTS);
        if (Sharing.cameToNothing(order)) {
          assertThat(standing).as(as + ": nobody stays with what came to nothing").isEmpty();
        }
      }
    }

    private Set<String> ids() {
      return order.shares().interests().stream()
          .map(Interest::order)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What each event may do, told by the order as it was before. */
    private void notice(StopEvent event, String as) {
      if (event instanceof StopEvent.InterestAdded(var interest, _)) {
        standing.add(interest.order());
      } else if (event instanceof StopEvent.InterestLeft(var of)) {
        standing.remove(of);
      } else if (event instanceof StopEvent.InterestsDissolved(var all)) {
        assertThat(new TreeSet<>(all)).as(as + ": all of them go alone").isEqualTo(standing);
        standing.clear();
        dissolved++;
      } else if (event instanceof StopEvent.StopRouted) {
        assertThat(ids()).as(as + ": all of them go along").isEqualTo(standing);
        sentOn += standing.isEmpty() ? 0 : 1;
      } else if (event instanceof StopEvent.StopReleased(var time, _, _)) {
        for (Interest interest : order.shares().interests()) {
          assertThat(interest.word()).as(as + ": nobody kept it").isEqualTo(Interest.Word.HOLDS);
          var demand = order.shares().demand();
          assertThat(demand).as(as).isNotNull();
          Instant heard =
              interest.joinTime().isAfter(demand.time()) ? interest.joinTime() : demand.time();
          assertThat(time)
              .as(as + ": everybody had the whole notice")
              .isAfterOrEqualTo(heard.plus(Given.RELEASE_NOTICE));
          released++;
        }
      }
    }

    private StopCommand command() {
      String who = "interest-" + random.nextInt(7);
      var commands = new ArrayList<StopCommand>();
      for (int i = 0; i < 3; i++) {
        commands.add(new StopCommand.JoinInterest(Given.interest(who, now)));
        commands.add(new StopCommand.Acknowledge());
        commands.add(Given.recordStop(Given.EQUAL, null));
      }
      commands.add(new StopCommand.LeaveInterest(who));
      commands.add(new StopCommand.KeepInterest(who));
      commands.add(new StopCommand.KeepInterest(""));
      commands.add(new StopCommand.Release("与案件无关"));
      commands.add(new StopCommand.Release("与案件无关"));
      commands.add(new StopCommand.ReleaseOverdue("24小时未收到文书"));
      commands.add(new StopCommand.WithdrawMistaken());
      commands.add(new StopCommand.RequestExtension("仍需核查", 1, 2));
      commands.add(new StopCommand.RecordExtension(null, OPERATOR));
      commands.add(new StopCommand.AddTransfers(Given.later(2 + random.nextInt(3))));
      commands.add(new StopCommand.FireClocks());
      if (order.state() instanceof StopState.NotOurs) {
        return random.nextInt(3) > 0
            ? Given.routed("bank-" + random.nextInt(14), now)
            : new StopCommand.JoinInterest(Given.interest(who, now));
      }
      if (order.count() instanceof Count.Pending && random.nextInt(3) > 0) {
        return random.nextInt(3) == 0
            ? new StopCommand.JoinLead("lead-there", random.nextBoolean())
            : new StopCommand.TakeCount(1);
      }
      if (random.nextInt(6) == 0) {
        return List.of(
                new StopCommand.RecordMismatch(MatchField.TIME, OPERATOR),
                new StopCommand.Recall("误报"),
                Given.recordNotOurs(""),
                new StopCommand.CorrectAnswer(
                    new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR), "更正"),
                new StopCommand.Convert("freeze-1"))
            .get(random.nextInt(5));
      }
      return commands.get(random.nextInt(commands.size()));
    }
  }
}
