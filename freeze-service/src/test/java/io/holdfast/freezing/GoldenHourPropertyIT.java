package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.FreezeBench.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.holdfast.freezing.stop.Outflow.Next;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.ConfirmLiftRequest;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.MoneyTrail;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.OpenNextLayerRequest;
import io.holdfast.proto.freezing.v1.Outflow;
import io.holdfast.proto.freezing.v1.OutflowKind;
import io.holdfast.proto.freezing.v1.RecallStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordMismatchRequest;
import io.holdfast.proto.freezing.v1.RecordOutflowsRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RefuseExtensionRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.RightMismatch;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.TrailAccount;
import io.holdfast.proto.freezing.v1.TrailSums;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Cases led through random commands by several people at once, through the methods and the store:
 * after every step the sums agree to the fen, and in the end no bound is passed, no account has two
 * standing orders, no layer a circle.
 */
class GoldenHourPropertyIT extends OnBench {
  private static final int COMMANDS = Integer.getInteger("holdfast.commands", 10_000);
  private static final int PEOPLE = 4;
  private static final int STEPS = 50;
  private static final int ACCOUNTS = 6;
  private static final int LAYERS_MAX = 10;
  private static final long PAID = 5_000_000;
  private static final Set<Status.Code> REFUSALS =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.NOT_FOUND,
          // An order between its naming and its making is nobody's.
          Status.Code.PERMISSION_DENIED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.ABORTED);

  private static final Set<StopStateName> STANDING =
      EnumSet.of(
          StopStateName.ISSUED,
          StopStateName.SENT,
          StopStateName.ACKNOWLEDGED,
          StopStateName.STOPPED,
          StopStateName.CONVERTED);

  @Test
  void whoeverDoesWhateverWhenTheMoneyIsAccountedFor() throws Exception {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("GoldenHourPropertyIT: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < COMMANDS / (PEOPLE * STEPS); i++) {
      new Case(i, random.split(), "seed " + seed + ", case " + i).live();
    }
  }

  private final class Case {
    private final SplittableRandom random;
    private final String as;
    private final String id;
    private final List<String> accounts = new ArrayList<>();

    Case(int number, SplittableRandom random, String as) {
      this.random = random;
      this.as = as;
      this.id = Ids.derived("case", "golden", Integer.toString(number));
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts.add("99900%d%04d%05d".formatted(1 + i % 2, number, i));
      }
    }

    void live() throws Exception {
      var event = received(id, 1, asked(STATION, id, accounts.get(0), accounts.get(1)));
      bench.service.caseEvents().handle(List.of(event));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
          var own = random.split();
          people.add(threads.submit(() -> work(own)));
        }
        for (Future<?> one : people) {
          one.get(5, TimeUnit.MINUTES);
        }
      }
      Eventually.holds(as + " comes to rest", this::atRest);
      ends(trail());
    }

    private Void work(SplittableRandom own) {
      for (int step = 0; step < STEPS; step++) {
        List<TrailAccount> known = trail().getAccountsList();
        String order =
            known.isEmpty()
                ? FreezeBench.order(id, 1)
                : known.get(own.nextInt(known.size())).getStopOrder();
        try {
          command(own, order);
        } catch (StatusRuntimeException refused) {
          assertThat(refused.getStatus().getCode()).as(as).isIn(REFUSALS);
        }
        balances(trail());
      }
      return null;
    }

    private void command(SplittableRandom own, String order) {
      StopOrder seen = bench.officer().getStopOrder(named(order));
      var bank = by(seen.getBank());
      switch (own.nextInt(14)) {
        case 0, 1, 2 ->
            bank.acknowledgeStopOrder(
                AcknowledgeStopOrderRequest.newBuilder().setId(order).build());
        case 3, 4 -> bank.recordStop(stop(own, seen));
        case 5 ->
            bank.recordOutflows(
                RecordOutflowsRequest.newBuilder().setId(order).addOutflows(outflow(own)).build());
        case 6 ->
            bank.correctAnswer(
                CorrectAnswerRequest.newBuilder()
                    .setId(order)
                    .setReason("更正")
                    .setMismatch(RightMismatch.newBuilder().setField("name"))
                    .build());
        case 7 -> ending(own, bank, order);
        case 8 ->
            bench
                .officer()
                .openNextLayer(
                    OpenNextLayerRequest.newBuilder()
                        .setId(order)
                        .setOutflow(1 + own.nextInt(3))
                        .setReason("继续追踪")
                        .build());
        case 9 ->
            bench
                .officer()
                .requestExtension(
                    RequestExtensionRequest.newBuilder().setId(order).setReason("仍需核查").build());
        case 10 -> bank.recordExtension(RecordExtensionRequest.newBuilder().setId(order).build());
        case 11 ->
            bank.refuseExtension(
                RefuseExtensionRequest.newBuilder().setId(order).setTechnicalCause("维护").build());
        case 12 -> bank.confirmLift(ConfirmLiftRequest.newBuilder().setId(order).build());
        default -> bench.clock.advance(Duration.ofMinutes(own.nextInt(90)));
      }
    }

    /** What ends an order, seldom enough that some live long. */
    private void ending(SplittableRandom own, StopOrdersBlockingStub bank, String order) {
      switch (own.nextInt(12)) {
        case 0 ->
            bank.recordMismatch(
                RecordMismatchRequest.newBuilder().setId(order).setField("name").build());
        case 1 ->
            bank.recordFailure(
                RecordFailureRequest.newBuilder().setId(order).setTechnicalCause("维护").build());
        case 2 ->
            bench
                .officer()
                .recallStopOrder(
                    RecallStopOrderRequest.newBuilder().setId(order).setReason("误报").build());
        case 3 ->
            bench
                .officer()
                .releaseStopOrder(
                    ReleaseStopOrderRequest.newBuilder().setId(order).setReason("无关").build());
        default -> bench.clock.advance(Duration.ofSeconds(own.nextInt(60)));
      }
    }

    private boolean atRest() {
      return trail().getAccountsList().stream()
          .map(account -> bench.stored(account.getStopOrder()).state())
          .flatMap(order -> order.outflows().stream())
          .noneMatch(outflow -> outflow.next() instanceof Next.Opening);
    }

    /** What must be so when nobody acts any more. */
    private void ends(MoneyTrail trail) {
      balances(trail);
      var numbers = new HashSet<String>();
      for (TrailAccount account : trail.getAccountsList()) {
        var order = bench.stored(account.getStopOrder()).state().at(bench.clock.instant());
        assertThat(account.getLayer()).as(as).isLessThanOrEqualTo(LAYERS_MAX + 1);
        if (STANDING.contains(order.state().name())) {
          assertThat(numbers.add(order.request().payee().number().reveal()))
              .as(as + ": one order an account, until it has ended")
              .isTrue();
        }
        for (var outflow : order.outflows()) {
          if (outflow.next() instanceof Next.Opened(var child)) {
            assertThat(bench.stored(child).state().request().layer().number())
                .as(as + ": a layer is deeper than what opened it")
                .isEqualTo(account.getLayer() + 1);
          }
        }
      }
    }

    private MoneyTrail trail() {
      return MoneyTrailsGrpc.newBlockingStub(
              bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)))
          .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(id).build());
    }

    private void balances(MoneyTrail trail) {
      balance(trail.getSums());
      trail.getAccountsList().forEach(account -> balance(account.getSums()));
    }

    private void balance(TrailSums sums) {
      assertThat(
              sums.getHeldFen()
                  + sums.getCashFen()
                  + sums.getPurchaseFen()
                  + sums.getMovedFen()
                  + sums.getUnexplainedFen())
          .as(as + ": " + sums)
          .isEqualTo(sums.getReceivedFen());
      // Below 0 only what is unexplained may be: where banks' answers contradict each other.
      assertThat(List.of(sums.getReceivedFen(), sums.getHeldFen(), sums.getCashFen()))
          .as(as + ": " + sums)
          .allMatch(fen -> fen >= 0);
    }

    private RecordStopRequest stop(SplittableRandom own, StopOrder seen) {
      var request =
          RecordStopRequest.newBuilder()
              .setId(seen.getId())
              .setRecord(
                  BankRecord.newBuilder()
                      .setAccountName(seen.getAccountName())
                      .setAccountNumber(seen.getAccountNumber())
                      .addCredits(
                          BankCredit.newBuilder()
                              .setAmountFen(seen.getAmountFen())
                              .setBookingTime(seen.getTransfers(0).getTransferTime())))
              .setBalanceBeforeFen(PAID)
              .setHeldFen(own.nextInt(2) * (long) own.nextInt(1_000_000));
      for (int i = own.nextInt(3); i > 0; i--) {
        request.addOutflows(outflow(own));
      }
      return request.build();
    }

    private Outflow outflow(SplittableRandom own) {
      var outflow =
          Outflow.newBuilder()
              .setAmountFen(1 + own.nextInt(2_000_000))
              .setOutflowTime(at(noon().minusSeconds(600)));
      if (own.nextInt(3) == 0) {
        return outflow.setKind(OutflowKind.CASH).setPlace("测试自助机").build();
      }
      return outflow
          .setKind(OutflowKind.TO_ACCOUNT)
          .setPayee(
              Account.newBuilder()
                  .setKind(AccountKind.CARD)
                  .setAccountNumber(accounts.get(own.nextInt(ACCOUNTS)))
                  .setAccountName("钱测试"))
          .build();
    }

    private StopOrdersBlockingStub by(String bank) {
      return bench.stub(
          TestTokens.person(
              "li", bank.equals(BANK) ? BANK : OTHER_BANK, REGION, Role.BANK_LIAISON));
    }
  }

  private static GetStopOrderRequest named(String id) {
    return GetStopOrderRequest.newBuilder().setId(id).build();
  }
}
