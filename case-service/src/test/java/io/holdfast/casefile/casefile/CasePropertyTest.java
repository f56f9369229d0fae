package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseCommand.Accept;
import io.holdfast.casefile.casefile.CaseCommand.Decline;
import io.holdfast.casefile.casefile.CaseCommand.Review;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Transfer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every case, whatever is done to it in whatever order. */
class CasePropertyTest {
  private static final int CASES = 400;
  private static final int COMMANDS = 80;
  private static final List<String> NUMBERS =
      List.of(Reports.CARD, Reports.OTHER_CARD, "9900030001", "6222****0007", "");

  @Test
  void everyCaseStaysSound() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    for (int i = 0; i < CASES; i++) {
      live(new SplittableRandom(seed + i), "seed " + (seed + i));
    }
  }

  private static void live(SplittableRandom random, String seed) {
    var opened = Cases.opening(random.nextBoolean(), transfers(random)).open(Cases.NAMES, NOON);
    CaseFile file = opened.file();
    Map<String, StopRequest> asked = new HashMap<>();
    opened.stops().forEach(stop -> asked.put(stop.stopOrder(), stop));
    sound(file, asked, seed);
    for (int i = 0; i < COMMANDS; i++) {
      CaseCommand command = command(random, file, i);
      switch (CaseRules.decide(file, command, Cases.NAMES, NOON.plusSeconds(i))) {
        case Accepted(var event) -> {
          if (event instanceof CaseEvent.TransfersAdded added) {
            added.stops().forEach(stop -> asked.put(stop.stopOrder(), stop));
          }
          file = CaseRules.evolve(file, event);
        }
        case Rejected(Rejection.WrongState(var state, var allowed)) ->
            assertThat(allowed).as(seed).doesNotContain(state).isNotEmpty();
        case Rejected _ -> {}
      }
      sound(file, asked, seed);
    }
  }

  private static void sound(CaseFile file, Map<String, StopRequest> asked, String seed) {
    List<Transfer> transfers = file.report().transfers();
    assertThat(transfers)
        .as(seed)
        .hasSizeLessThanOrEqualTo(Report.TRANSFERS_MAX)
        .extracting(Transfer::number)
        .isEqualTo(IntStream.rangeClosed(1, transfers.size()).boxed().toList());
    assertThat(file.report().totalLossFen()).as(seed).isEqualTo(file.report().transferredFen());
    assertThat(file.timeline()).as(seed).hasSizeLessThanOrEqualTo(CaseFile.TIMELINE_MAX);
    traces(file, seed);
    orders(file, asked, seed);
    assertThat(decider(file.state())).as(seed).isNotEqualTo(file.state().applicant());
  }

  /**
   * Ordinals without gaps; what an order carries is all to one account; one running order an
   * account.
   */
  private static void orders(CaseFile file, Map<String, StopRequest> asked, String seed) {
    var running = new HashSet<String>();
    List<OrderLink> own = file.orders().stream().filter(OrderLink::asked).toList();
    for (int i = 0; i < own.size(); i++) {
      OrderLink order = own.get(i);
      StopRequest stop = asked.get(order.stopOrder());
      assertThat(order.stopOrder()).as(seed).isEqualTo(Cases.NAMES.order(i + 1));
      assertThat(order.orderNumber()).as(seed).endsWith(String.format("-%02d", i + 1));
      assertThat(stop).as(seed).isNotNull();
      assertThat(stop.amountFen()).as(seed).isEqualTo(order.amountFen()).isPositive();
      assertThat(stop.transfers()).as(seed).allMatch(t -> t.payee().sameAs(stop.payee()));
      if (order.state().alive()) {
        assertThat(running.add(stop.payee().number().reveal())).as(seed).isTrue();
      }
    }
    for (Transfer transfer : file.report().transfers()) {
      if (!transfer.stopOrder().isEmpty()) {
        assertThat(transfer.payee().stoppable()).as(seed).isTrue();
      }
    }
  }

  /** One living trace a call; each clue once while it holds, in rising order. */
  private static void traces(CaseFile file, String seed) {
    assertThat(file.traces()).as(seed).hasSizeLessThanOrEqualTo(CaseFile.TRACES_MAX);
    assertThat(file.clues()).as(seed).hasSizeLessThanOrEqualTo(CaseFile.CLUES_MAX);
    assertThat(file.clues()).as(seed).extracting(Clue::number).isSorted().doesNotHaveDuplicates();
    var holding = new HashSet<String>();
    for (Clue clue : file.clues()) {
      if (!clue.withdrawn()) {
        String what = clue.trace() + clue.hop() + clue.kind() + clue.value().reveal();
        assertThat(holding.add(what)).as(seed).isTrue();
      }
    }
  }

  private static String decider(CaseState state) {
    return switch (state) {
      case CaseState.Received _, CaseState.Review _ -> "nobody yet";
      case CaseState.Filed(_, _, _, var decision) -> decision.approver();
      case CaseState.NotFiled(_, _, _, var decision) -> decision.approver();
    };
  }

  private static CaseCommand command(SplittableRandom random, CaseFile file, int seq) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Cases.add(random.nextBoolean(), transfers(random));
      case 2 -> heard(random, file, seq);
      case 3 -> new Review("person" + random.nextInt(3), Cases.APPLICANT_CARD, Cases.STATION);
      case 4 -> new Accept("person" + random.nextInt(3), "county", "r");
      case 5 -> new Decline("person" + random.nextInt(3), "county", "r");
      case 6 -> Cases.trace("trace" + (file.traces().size() + 1), 1 + random.nextInt(2));
      case 7 -> heardTrace(random, seq);
      default -> throw new AssertionError("eight kinds");
    };
  }

  private static CaseCommand heardTrace(SplittableRandom random, int seq) {
    String trace = "trace" + (1 + random.nextInt(3));
    var states = TraceState.values();
    int hop = 1 + random.nextInt(3);
    return new CaseCommand.RecordTrace(
        trace,
        random.nextInt(1, seq + 2),
        "TRACE_HOP_ANSWERED",
        hop,
        states[1 + random.nextInt(states.length - 1)],
        List.of(
            Cases.clue(
                trace, hop, Clue.Kind.BANK_ACCOUNT, NUMBERS.get(random.nextInt(NUMBERS.size())))),
        random.nextBoolean() ? List.of(hop) : List.of(),
        "carrier",
        NOON);
  }

  /** A word about an order; an ended one stays as it ended, whatever number the word has. */
  private static CaseCommand heard(SplittableRandom random, CaseFile file, int seq) {
    // Of one it asked for, or of one that follows its money.
    int asked = OrderLink.asked(file.orders());
    int ordinal = 1 + random.nextInt(6);
    if (ordinal > asked) {
      return Cases.heard("follower" + ordinal, random.nextInt(1, seq + 2), OrderState.STOPPED);
    }
    var states = OrderState.values();
    OrderState state =
        ended(file, Cases.NAMES.order(ordinal))
            .orElseGet(() -> states[1 + random.nextInt(states.length - 1)]);
    OrderLink order = file.orders().stream().filter(OrderLink::asked).toList().get(ordinal - 1);
    return Cases.heard(order.stopOrder(), random.nextInt(1, seq + 2), state, order.amountFen());
  }

  private static Optional<OrderState> ended(CaseFile file, String order) {
    return file.orders().stream()
        .filter(link -> link.stopOrder().equals(order))
        .map(OrderLink::state)
        .filter(state -> !state.alive())
        .findFirst();
  }

  private static Transfer[] transfers(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            _ ->
                Reports.transfer(
                    NUMBERS.get(random.nextInt(NUMBERS.size())), 1 + random.nextInt(1000)))
        .toArray(Transfer[]::new);
  }
}
