package io.holdfast.liaison.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random commands at random times: what must hold holds after every step. */
class TracePropertyTest {
  private static final int TRACES = 10_000;
  private static final int STEPS = 25;
  private static final int HOPS_MAX = 5;
  private static final List<String> CARRIERS = List.of("carrier-a", "carrier-b", "carrier-c");

  @Test
  void whateverIsAnsweredTheWayHolds() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("TracePropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    int corrected = 0;
    for (int i = 0; i < TRACES; i++) {
      var life = new Life(random.split(), "seed " + seed + ", trace " + i);
      life.live();
      corrected += life.compared;
    }
    assertThat(corrected).as("corrections compared").isGreaterThan(TRACES);
  }

  private static final class Life {
    private final SplittableRandom random;
    private final String name;
    private Instant now = Given.NOON;
    private Trace trace;
    private int compared;

    Life(SplittableRandom random, String name) {
      this.random = random;
      this.name = name;
      Target first = random.nextInt(5) == 0 ? new Target.Unknown() : target();
      trace =
          Given.then(
              Given.requested(HOPS_MAX, first, new Paper.Limit.OfPolicy()),
              new TraceCommand.Approve("head"));
    }

    void live() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(6) == 0 ? random.nextInt(3_000) : 1));
        TraceCommand command = command();
        sameWithAndWithoutSweeper(command);
        correctedIsAsIfRight();
        switch (TraceRules.decide(trace, command, now)) {
          case Decision.Rejected _ -> {}
          case Decision.Accepted(var events) -> trace = Evolution.evolve(trace, events);
        }
        holds(name + ", step " + step + ", " + command.getClass().getSimpleName());
      }
    }

    private void sameWithAndWithoutSweeper(TraceCommand command) {
      Trace swept = Given.then(trace, new TraceCommand.FireClocks(), now);
      assertThat(after(swept, command)).as(name).isEqualTo(after(trace, command));
    }

    private Trace after(Trace start, TraceCommand command) {
      return switch (TraceRules.decide(start, command, now)) {
        case Decision.Rejected _ -> Given.then(start, new TraceCommand.FireClocks(), now);
        case Decision.Accepted(var events) -> Evolution.evolve(start, events);
      };
    }

    /** A wrong answer, corrected, leaves the way as the right one would have. */
    private void correctedIsAsIfRight() {
      Hop hop = trace.hops().getLast();
      if (!hop.waiting() || !hop.answers().isEmpty()) {
        return;
      }
      Answer wrong = answer();
      Answer right = answer();
      if (wrong.code() == HopCode.PORTED_TO || right.code() == HopCode.PORTED_TO) {
        return;
      }
      Asked by = speaker(hop);
      var mistaken =
          TraceRules.decide(trace, new TraceCommand.AnswerHop(hop.number(), by, wrong), now);
      var straight =
          TraceRules.decide(trace, new TraceCommand.AnswerHop(hop.number(), by, right), now);
      if (mistaken instanceof Decision.Accepted(var wrongEvents)
          && straight instanceof Decision.Accepted(var rightEvents)) {
        Trace mended =
            Given.then(
                Evolution.evolve(trace, wrongEvents),
                new TraceCommand.CorrectHopAnswer(hop.number(), by, right),
                now);
        Trace direct = Evolution.evolve(trace, rightEvents);
        assertThat(way(mended)).as(name + ": corrected").isEqualTo(way(direct));
        assertThat(mended.stage()).as(name).isEqualTo(direct.stage());
        compared++;
      }
    }

    /** The way without its history: the answer in force of each hop, and how it stands. */
    private static List<Hop> way(Trace trace) {
      return trace.hops().stream()
          .map(
              hop ->
                  new Hop(
                      hop.number(),
                      hop.target(),
                      hop.openTime(),
                      hop.state(),
                      hop.acknowledgeTime(),
                      hop.paperNumber(),
                      hop.offsetSeconds(),
                      hop.preservation(),
                      hop.answer().stream().toList(),
                      List.of(),
                      List.of()))
          .toList();
    }

    private void holds(String as) {
      assertThat(trace.hops()).as(as).hasSizeBetween(1, HOPS_MAX);
      assertThat(trace.past()).as(as).hasSizeLessThanOrEqualTo(Trace.PAST_MAX);
      Set<String> trunks = new HashSet<>();
      for (int i = 0; i < trace.hops().size(); i++) {
        Hop hop = trace.hops().get(i);
        assertThat(hop.number()).as(as).isEqualTo(i + 1);
        assertThat(hop.answers()).as(as).hasSizeLessThanOrEqualTo(Hop.ANSWERS_MAX);
        assertThat(hop.disputes()).as(as).hasSizeLessThanOrEqualTo(Hop.DISPUTES_MAX);
        boolean last = i == trace.hops().size() - 1;
        assertThat(
                hop.state().name() == HopState.Name.ANSWERED
                    || hop.state().name() == HopState.Name.DISPUTED)
            .as(as + ": only the last hop is open or an end")
            .isEqualTo(!last);
        String trunk = hop.answer().map(answer -> answer.incoming().trunkGroup()).orElse("");
        if (!trunk.isEmpty()) {
          assertThat(trunks.add(hop.target().institution() + hop.target().getClass() + trunk))
              .as(as + ": no loop")
              .isTrue();
        }
      }
      assertThat(trace.server() != null).as(as).isEqualTo(trace.stage() == Stage.SERVER_FOUND);
      // What was told is told once: a second look at the same instant finds nothing.
      Trace fired = Given.then(trace, new TraceCommand.FireClocks(), now);
      assertThat(Clocks.due(fired, now)).as(as).isEmpty();
      assertThat(Clocks.next(fired).filter(next -> !next.isAfter(now))).as(as).isEmpty();
    }

    private TraceCommand command() {
      Hop hop = trace.hops().get(random.nextInt(trace.hops().size()));
      Asked by = random.nextInt(8) == 0 ? Given.POLICE : speaker(hop);
      int number = random.nextInt(20) == 0 ? hop.number() + 1 : hop.number();
      var commands = new ArrayList<TraceCommand>();
      commands.add(new TraceCommand.AnswerHop(number, by, answer()));
      commands.add(new TraceCommand.AnswerHop(number, by, answer()));
      commands.add(new TraceCommand.AnswerHop(number, by, answer()));
      commands.add(new TraceCommand.CorrectHopAnswer(number, by, answer()));
      commands.add(new TraceCommand.DisputeHop(number, Given.POLICE, "测试"));
      commands.add(new TraceCommand.RouteHop(number, target()));
      commands.add(new TraceCommand.AcknowledgeHop(number, by, "测", random.nextInt(60)));
      commands.add(
          new TraceCommand.RecordPreservation(number, by, new Preservation(now, "", null)));
      commands.add(
          new TraceCommand.RecordServer(
              new Server(Given.phone("192.0.2.1"), "", Given.name(""), Given.name(""), now)));
      commands.add(new TraceCommand.RenewPaper("head", new Paper("测", new Paper.Limit.OfPolicy())));
      return commands.get(random.nextInt(commands.size()));
    }

    private static Asked speaker(Hop hop) {
      return switch (hop.target()) {
        case Target.Inside(var institution, _) -> new Asked.Carrier(institution);
        case Target.Outside _, Target.Unknown _ -> Given.POLICE;
      };
    }

    private Target target() {
      return random.nextInt(6) == 0
          ? Given.outside()
          : Given.inside(CARRIERS.get(random.nextInt(CARRIERS.size())));
    }

    private Answer answer() {
      HopCode code =
          random.nextInt(2) == 0
              ? HopCode.UPSTREAM
              : HopCode.values()[random.nextInt(HopCode.values().length)];
      return switch (code) {
        case UPSTREAM -> Given.answer(code, record(), target());
        case FOREIGN_GATEWAY ->
            Given.answer(code, record(), random.nextBoolean() ? null : Given.outside());
        case ORIGIN, LANDING -> Given.answer(code, record(), null);
        case PORTED_TO -> Given.answer(code, null, target());
        case NO_RECORD, RETENTION_EXPIRED, NOT_OURS, PAPER_INVALID -> Given.none(code);
      };
    }

    private CallRecord record() {
      return Given.record(
          Given.CALL.plusSeconds(random.nextInt(-310, 310)),
          random.nextInt(-5, 5),
          600 + random.nextInt(-32, 32),
          Given.CALLED,
          leg(),
          leg());
    }

    private Leg leg() {
      return new Leg(
          random.nextInt(4) == 0 ? "" : "t" + random.nextInt(6),
          random.nextInt(3) == 0 ? null : random.nextInt(2),
          random.nextInt(3) == 0 ? new PointCode(24, random.nextInt(2)) : null,
          null);
    }
  }
}
