package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.match.MatchField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A corrected order stands as if the right answer had come first, at whatever time it is read. */
class CorrectionPropertyTest {
  private static final int ORDERS = 10_000;

  @Test
  void aCorrectionLeavesWhatTheRightAnswerWouldHaveLeft() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("CorrectionPropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < ORDERS; i++) {
      Instant wrongAt = NOON.plusSeconds(60 + random.nextInt(600));
      Instant rightAt = wrongAt.plusSeconds(1 + random.nextInt(36_000));
      // What the bank did, it did before it answered anything.
      StopCommand.Answer right = answer(random, NOON.plusSeconds(random.nextInt(60)));
      StopOrder corrected = then(Given.acknowledged(), answer(random, null), wrongAt);
      for (int wrongs = random.nextInt(3); wrongs > 0; wrongs--) {
        corrected = then(corrected, correct(answer(random, null)), wrongAt);
      }
      corrected = then(corrected, correct(right), rightAt);
      if (corrected.state() instanceof StopState.Stopped
          && !(corrected.count() instanceof Count.Taken)) {
        // A place given back by the wrong answer is asked for again; the account answers later.
        corrected = then(corrected, new StopCommand.TakeCount(1), rightAt);
      }
      StopOrder first = then(Given.acknowledged(), right, rightAt);

      Instant readAt = rightAt.plus(Duration.ofHours(random.nextInt(80)));
      same("seed " + seed + ", order " + i, corrected.at(readAt), first.at(readAt));
    }
  }

  private static void same(String as, StopOrder corrected, StopOrder first) {
    assertThat(corrected.state()).as(as).isEqualTo(first.state());
    assertThat(corrected.answer()).as(as).isEqualTo(first.answer());
    assertThat(corrected.paper().state()).as(as).isEqualTo(first.paper().state());
    assertThat(standing(corrected)).as(as).isEqualTo(standing(first));
    assertThat(corrected.receivedFen()).as(as).isEqualTo(first.receivedFen());
    for (var use : Place.Use.values()) {
      assertThat(corrected.needsPlace(use)).as(as).isEqualTo(first.needsPlace(use));
    }
  }

  /** Outflows that are believed, without the numbers that tell which answer named them. */
  private static List<String> standing(StopOrder order) {
    return order.outflows().stream()
        .filter(Outflow::stands)
        .map(each -> each.kind() + " " + each.amountFen() + " " + each.time())
        .sorted()
        .toList();
  }

  private static StopCommand correct(StopCommand.Answer right) {
    return new StopCommand.CorrectAnswer(right, "更正");
  }

  private static StopCommand.Answer answer(SplittableRandom random, @Nullable Instant executed) {
    return switch (random.nextInt(5)) {
      case 0 -> new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR);
      case 1 -> new StopCommand.RecordFailure("系统维护", "", OPERATOR);
      case 2 -> Given.recordNotOurs("");
      default -> Given.recordStop(Given.EQUAL, executed, outflows(random));
    };
  }

  private static List<Outflow> outflows(SplittableRandom random) {
    var outflows = new ArrayList<Outflow>();
    for (int left = random.nextInt(3); left > 0; left--) {
      outflows.add(Given.cash(100_000L + random.nextInt(3)));
    }
    return outflows;
  }
}
