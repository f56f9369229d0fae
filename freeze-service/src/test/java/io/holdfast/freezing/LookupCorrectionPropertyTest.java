package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.COUNTY;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.LookupRequests.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.LookupRequest;
import io.holdfast.proto.casefile.v1.LookupsRequested;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc.AccountQueriesBlockingStub;
import io.holdfast.proto.freezing.v1.AcknowledgeAccountQueryRequest;
import io.holdfast.proto.freezing.v1.CorrectLookupRequest;
import io.holdfast.proto.freezing.v1.FoundNothing;
import io.holdfast.proto.freezing.v1.GetAccountQueryRequest;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.LookupNext;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc.MoneyTrailsBlockingStub;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordPayeeRequest;
import io.holdfast.proto.freezing.v1.TrailAccount;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Lookups answered and corrected at random, while banks act on the orders they led to: in the end
 * each account has received what it would have, had the right answers come first. All data made up
 * (测试).
 */
class LookupCorrectionPropertyTest extends OnBench {
  private static final int CASES = Integer.getInteger("holdfast.cases", 25);
  private static final int PAYMENTS = 3;
  private static final int STEPS = 12;
  private static final int ACCOUNTS = 3;

  @Test
  void aCorrectionLeavesWhatTheRightAnswerWouldHaveLeft() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("LookupCorrectionPropertyTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < CASES; i++) {
      new Case(i, random.split(), "seed " + seed + ", case " + i).live();
    }
  }

  private final class Case {
    private final int number;
    private final SplittableRandom random;
    private final String as;
    private final String id;

    /** How many errands there were before this case. */
    private final int before = bench.outlets.to(Receiver.FREEZE_SERVICE).size();

    /** The account each lookup was last told to be; empty: none. */
    private final Map<Integer, String> told = new HashMap<>();

    Case(int number, SplittableRandom random, String as) {
      this.number = number;
      this.random = random;
      this.as = as;
      this.id = Ids.derived("case", "lookups", Integer.toString(number));
    }

    void live() {
      for (int payment = 1; payment <= PAYMENTS; payment++) {
        ask(payment);
        bank()
            .acknowledgeAccountQuery(
                AcknowledgeAccountQueryRequest.newBuilder().setId(query(payment)).build());
      }
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(3) == 0) {
          // What is done from now on is not known to be done, and is done again and again.
          bench.outlets.takeDown(Receiver.FREEZE_SERVICE);
        }
        step();
        if (random.nextBoolean()) {
          rest();
        }
      }
      rest();
      Eventually.holds(
          as + ": each account has what the last answers say", () -> received().equals(expected()));
      assertThat(received()).as(as).isEqualTo(expected());
      again();
      assertThat(received()).as(as + ": delivered once more").isEqualTo(expected());
    }

    /** What a crash leaves unsettled is delivered once more, long after what followed on it. */
    private void again() {
      List<Event> errands = bench.outlets.to(Receiver.FREEZE_SERVICE);
      for (Event event : errands.subList(before, errands.size())) {
        if (random.nextBoolean()) {
          bench.again(event);
        }
      }
    }

    private void step() {
      int payment = 1 + random.nextInt(PAYMENTS);
      try {
        if (random.nextInt(5) == 0) {
          fail();
        } else if (!told.containsKey(payment)) {
          String account = account();
          bank()
              .recordPayee(
                  RecordPayeeRequest.newBuilder()
                      .setId(query(payment))
                      .setFound(found(account))
                      .build());
          told.put(payment, account);
        } else {
          correct(payment);
        }
      } catch (StatusRuntimeException refused) {
        // An order between its naming and its making is nobody's.
        assertThat(refused.getStatus().getCode())
            .as(as)
            .isIn(Status.Code.FAILED_PRECONDITION, Status.Code.PERMISSION_DENIED);
      }
    }

    private void correct(int payment) {
      var request = CorrectLookupRequest.newBuilder().setId(query(payment)).setReason("看错一行");
      if (random.nextInt(4) == 0) {
        bank()
            .correctLookup(
                request
                    .setNothing(
                        FoundNothing.newBuilder().setReason(LookupUnableReason.NO_SUCH_TRANSACTION))
                    .build());
        told.put(payment, "");
      } else {
        String account = account();
        bank().correctLookup(request.setPayee(found(account)).build());
        told.put(payment, account);
      }
    }

    /** One of the orders comes to nothing: the next payment to its account gets another. */
    private void fail() {
      List<TrailAccount> known = accounts();
      if (!known.isEmpty()) {
        String order = known.get(random.nextInt(known.size())).getStopOrder();
        bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(order));
        bench
            .banker()
            .recordFailure(
                RecordFailureRequest.newBuilder().setId(order).setTechnicalCause("系统维护").build());
      }
    }

    /** Nothing is being followed or withdrawn any more, as far as the lookups say. */
    private void rest() {
      bench.outlets.bringUp(Receiver.FREEZE_SERVICE);
      Eventually.holds(
          as + " comes to rest",
          () -> {
            // An errand that lost a race comes again a moment later.
            bench.clock.advance(Duration.ofSeconds(1));
            return told.keySet().stream()
                .map(
                    payment ->
                        police()
                            .getAccountQuery(
                                GetAccountQueryRequest.newBuilder().setId(query(payment)).build()))
                .noneMatch(query -> query.getNext() == LookupNext.LOOKUP_FOLLOWING);
          });
    }

    private Map<String, Long> expected() {
      var sums = new TreeMap<String, Long>();
      told.forEach(
          (payment, account) -> {
            if (!account.isEmpty()) {
              sums.merge(account, paid(payment), Long::sum);
            }
          });
      return sums;
    }

    private Map<String, Long> received() {
      var sums = new TreeMap<String, Long>();
      for (TrailAccount account : accounts()) {
        long fen = account.getSums().getReceivedFen();
        if (fen != 0) {
          var order = bench.stored(account.getStopOrder()).state();
          sums.merge(order.request().payee().number().reveal(), fen, Long::sum);
        }
      }
      return sums;
    }

    private List<TrailAccount> accounts() {
      return trails()
          .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(id).build())
          .getAccountsList();
    }

    private String account() {
      return "999001%05d%05d".formatted(number, random.nextInt(ACCOUNTS));
    }

    private String query(int payment) {
      return Ids.derived("query", id, Integer.toString(payment));
    }

    private void ask(int payment) {
      Transfer transfer =
          Transfer.newBuilder()
              .setNumber(payment)
              .setPayer(
                  Account.newBuilder()
                      .setKind(AccountKind.CARD)
                      .setAccountNumber("9990020000000056")
                      .setAccountName("受害测试"))
              .setPayee(Account.newBuilder().setAccountNumber("6222****0007").setAccountName("*测试"))
              .setAmountFen(paid(payment))
              .setTransferTime(at(noon().minusSeconds(900)))
              .setSerialNumber("S-" + payment)
              .build();
      CaseEvent event =
          CaseEvent.newBuilder()
              .setCard(
                  CaseCard.newBuilder()
                      .setCaseId(id)
                      .setStation(STATION)
                      .addStationAncestors(COUNTY)
                      .setRegion(REGION)
                      .setPolicy("cn-2026"))
              .setLookupsRequested(
                  LookupsRequested.newBuilder()
                      .setReceiveTime(at(noon()))
                      .setConsent(true)
                      .addLookups(
                          LookupRequest.newBuilder()
                              .setAccountQuery(query(payment))
                              .setQueryNumber("R-" + number + "-q0" + payment)
                              .setTransfer(transfer)))
              .build();
      bench.service.caseEvents().handle(List.of(FreezeBench.received(id, payment, event)));
    }
  }

  private static long paid(int payment) {
    return 1_000_000L << (4 * payment);
  }

  private MoneyTrailsBlockingStub trails() {
    return MoneyTrailsGrpc.newBlockingStub(bench.channel(FreezeBench.WANG));
  }

  private AccountQueriesBlockingStub police() {
    return AccountQueriesGrpc.newBlockingStub(bench.channel(FreezeBench.WANG));
  }

  private AccountQueriesBlockingStub bank() {
    return AccountQueriesGrpc.newBlockingStub(
        bench.channel(TestTokens.person("zhao", OTHER_BANK, REGION, Role.BANK_LIAISON)));
  }
}
