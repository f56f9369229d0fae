package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.COUNTY;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.LookupRequests.found;
import static io.holdfast.freezing.LookupRequests.named;
import static io.holdfast.freezing.LookupRequests.nothing;
import static io.holdfast.freezing.LookupRequests.onward;
import static io.holdfast.freezing.LookupRequests.payee;
import static io.holdfast.freezing.LookupRequests.take;
import static io.holdfast.freezing.LookupRequests.unable;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.LookupRequest;
import io.holdfast.proto.casefile.v1.LookupsRequested;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmed;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.TransferChannel;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc.AccountQueriesBlockingStub;
import io.holdfast.proto.freezing.v1.AccountQuery;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import io.holdfast.proto.freezing.v1.CorrectLookupRequest;
import io.holdfast.proto.freezing.v1.FollowOnwardRequest;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListAccountQueriesRequest;
import io.holdfast.proto.freezing.v1.LookupNext;
import io.holdfast.proto.freezing.v1.LookupState;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.RecallAccountQueryRequest;
import io.holdfast.proto.freezing.v1.RecordConsentRequest;
import io.holdfast.proto.freezing.v1.RouteAccountQueryRequest;
import io.holdfast.proto.freezing.v1.SecondOfficerState;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account nobody knows, through the methods. All data made up (测试). */
class LookupLifeTest extends OnBench {
  private static final String PAYER = "9990020000000056";
  private static final String PAYER_FIRM = "测试第二银行";
  private static final long PAID = 5_000_000;

  @Test
  void theAnswerOpensTheStopByItselfAndBothSidesStand() throws InvalidProtocolBufferException {
    String id = asked(1, PAYER, true);
    AccountQuery before = bank().getAccountQuery(named(id));
    assertThat(before.getInstitution()).isEqualTo(OTHER_BANK);
    assertThat(before.getPayerAccountNumber()).as("not before it is taken in hand").isEmpty();
    AccountQuery taken = bank().acknowledgeAccountQuery(take(id));
    assertThat(taken.getPayerAccountNumber()).isEqualTo(PAYER);
    assertThat(taken.getSerialNumber()).isEqualTo("S-1");
    assertThat(taken.getConsent().getGiven()).isTrue();
    assertThat(taken.hasSeenPayee()).as("the bank needs it not").isFalse();
    AccountQuery told = bank().recordPayee(payee(id, ACCOUNT));
    assertThat(told.getState()).isEqualTo(LookupState.LOOKUP_TOLD);
    assertThat(told.getStopOrder()).as("nor what follows").isEmpty();

    String order = opened(id);
    StopOrder stop = stop(order);
    assertThat(stop.getBank()).isEqualTo(BANK);
    assertThat(stop.getAccountNumber()).isEqualTo(ACCOUNT);
    assertThat(stop.getAccountQuery()).isEqualTo(id);
    assertThat(stop.getSeenPayee().getAccountNumber()).isEqualTo("6222****0007");
    assertThat(stop.getLayer()).isEqualTo(1);
    assertThat(stop.getOrderNumber()).isEqualTo("R-1-q01-1");
    assertThat(officer(id).getAnswer().getPayee().getAccountNumber()).isEqualTo(ACCOUNT);
    assertThat(officer(id).getSeenPayee().getAccountName()).isEqualTo("*测试");
    assertThat(bench.told(Receiver.CASE_SERVICE, order)).contains("STOP_ISSUED");
    assertThat(told(Receiver.CASE_SERVICE, id))
        .contains("LOOKUP_PAYEE_RECORDED " + ACCOUNT, "LOOKUP_FOLLOWED ");
    assertThat(told(Receiver.LIAISON_SERVICE, id)).contains("LOOKUP_PAYEE_RECORDED ");
    assertThat(
            reason(
                () ->
                    lookups(TestTokens.person("li", BANK, REGION, Role.BANK_LIAISON))
                        .getAccountQuery(named(id))))
        .as("the payee's bank learns nothing of it")
        .isEqualTo("ACCESS_DENIED");
    assertThat(
            bank()
                .listAccountQueries(ListAccountQueriesRequest.getDefaultInstance())
                .getAccountQueriesList())
        .hasSize(1);
    assertThat(
            police()
                .listAccountQueries(ListAccountQueriesRequest.newBuilder().setCaseId(CASE).build())
                .getAccountQueriesList())
        .hasSize(1);
  }

  @Test
  void twoPaymentsToOneAccountNeedOneStop() {
    String first = asked(1, PAYER, true);
    String second = asked(2, PAYER, true);
    bank().acknowledgeAccountQuery(take(first));
    bank().recordPayee(payee(first, ACCOUNT));
    String order = opened(first);
    bank().acknowledgeAccountQuery(take(second));
    bank().recordPayee(payee(second, ACCOUNT));
    assertThat(opened(second)).isEqualTo(order);
    assertThat(officer(second).getNext()).isEqualTo(LookupNext.LOOKUP_STOP_JOINED);
    Eventually.holds("joined", () -> stop(order).getInflowsCount() == 1);
    assertThat(received()).isEqualTo(2 * PAID);
  }

  @Test
  void aCorrectedAnswerTakesItsOrderWithIt() {
    String id = asked(1, PAYER, true);
    bank().acknowledgeAccountQuery(take(id));
    bank().recordPayee(payee(id, ACCOUNT));
    String wrong = opened(id);
    CorrectLookupRequest right =
        CorrectLookupRequest.newBuilder()
            .setId(id)
            .setReason("看错一行")
            .setPayee(found("9990010000000015"))
            .build();
    AccountQuery corrected = bank().correctLookup(right);
    assertThat(corrected.getEarlierAnswersList()).hasSize(1);
    Eventually.holds(
        "followed anew",
        () -> !officer(id).getStopOrder().isEmpty() && !officer(id).getStopOrder().equals(wrong));
    Eventually.holds("recalled", () -> stop(wrong).getState() == StopState.RECALLED);
    assertThat(stop(officer(id).getStopOrder()).getAccountNumber()).isEqualTo("9990010000000015");
    assertThat(received()).as("the payment counts once").isEqualTo(PAID);

    // The same again leaves everything as it is.
    String order = officer(id).getStopOrder();
    bank().correctLookup(right);
    assertThat(officer(id).getStopOrder()).isEqualTo(order);
    assertThat(stop(order).getState()).isNotEqualTo(StopState.RECALLED);
    for (int times = 2; times < 10; times++) {
      bank().correctLookup(right);
    }
    assertThat(reason(() -> bank().correctLookup(right))).isEqualTo("LOOKUP_CORRECTED_TOO_OFTEN");
  }

  @Test
  void aWalletElsewhereIsAskedNextWithinBoundsAndNeverInACircle() {
    String id = asked(1, PAYER, true);
    bank().acknowledgeAccountQuery(take(id));
    assertThat(reason(() -> bank().recordOnward(onward(id, ""))))
        .isEqualTo("LOOKUP_ONWARD_MISSING");
    bank().recordOnward(onward(id, "测试银行"));
    Eventually.holds("asked", () -> !officer(id).getNextAccountQuery().isEmpty());
    String next = officer(id).getNextAccountQuery();
    var firm = lookups(TestTokens.person("li", BANK, REGION, Role.BANK_LIAISON));
    AccountQuery step = firm.acknowledgeAccountQuery(take(next));
    assertThat(step.getSerialNumber()).isEqualTo("W-1");
    assertThat(officer(next).getStep()).isEqualTo(2);
    assertThat(officer(next).getParentAccountQuery()).isEqualTo(id);
    firm.recordOnward(onward(next, PAYER_FIRM));
    Eventually.holds("held back", () -> officer(next).getNext() == LookupNext.LOOKUP_HELD_BACK);
    assertThat(officer(next).getBound()).isEqualTo("asked-before");
    police().followOnward(FollowOnwardRequest.newBuilder().setId(next).setReason("对方另有记录").build());
    Eventually.holds("followed", () -> !officer(next).getNextAccountQuery().isEmpty());
    assertThat(
            reason(
                () ->
                    police()
                        .followOnward(
                            FollowOnwardRequest.newBuilder().setId(next).setReason("再查").build())))
        .isEqualTo("LOOKUP_NOT_HELD_BACK");
    // Taking the first answer back takes the chain with it.
    bank()
        .correctLookup(
            CorrectLookupRequest.newBuilder()
                .setId(id)
                .setReason("按错")
                .setNothing(nothing(LookupUnableReason.NO_SUCH_TRANSACTION))
                .build());
    String last = officer(next).getNextAccountQuery();
    Eventually.holds("withdrawn", () -> officer(next).getState() == LookupState.LOOKUP_RECALLED);
    Eventually.holds("to its end", () -> officer(last).getState() == LookupState.LOOKUP_RECALLED);
  }

  @Test
  void withoutConsentItGoesOutAllTheSameAndIsAskedAgainOnceThereIs() {
    String id = asked(1, PAYER, false);
    bank().acknowledgeAccountQuery(take(id));
    bank().recordUnable(unable(id, LookupUnableReason.CONSENT_MISSING));
    AccountQuery again =
        police().recordConsent(RecordConsentRequest.newBuilder().setId(id).build());
    assertThat(again.getConsent().getGiven()).isTrue();
    assertThat(again.getState()).isIn(LookupState.LOOKUP_ISSUED, LookupState.LOOKUP_SENT);
    bank().acknowledgeAccountQuery(take(id));
    assertThat(reason(() -> bank().recordUnable(unable(id, LookupUnableReason.CONSENT_MISSING))))
        .isEqualTo("LOOKUP_CONSENT_ON_RECORD");
    assertThat(reason(() -> bank().recordPayee(payee(id, "6222****0007"))))
        .isEqualTo("LOOKUP_PAYEE_PARTIAL");
    bank().recordUnable(unable(id, LookupUnableReason.PAYER_NOT_OURS));
    RouteAccountQueryRequest same =
        RouteAccountQueryRequest.newBuilder().setId(id).setInstitution(BANK).build();
    police().routeAccountQuery(same);
    var other = lookups(TestTokens.person("li", BANK, REGION, Role.BANK_LIAISON));
    other.acknowledgeAccountQuery(take(id));
    assertThat(reason(() -> bank().getAccountQuery(named(id)))).isEqualTo("ACCESS_DENIED");
    other.recordUnable(unable(id, LookupUnableReason.PAYER_NOT_OURS));
    assertThat(
            reason(
                () ->
                    police()
                        .routeAccountQuery(same.toBuilder().setInstitution(OTHER_BANK).build())))
        .isEqualTo("LOOKUP_ASKED_BEFORE");
    police()
        .recallAccountQuery(
            RecallAccountQueryRequest.newBuilder().setId(id).setReason("受害人已查到").build());
    assertThat(reason(() -> other.acknowledgeAccountQuery(take(id))))
        .isEqualTo("LOOKUP_WRONG_STATE");
  }

  @Test
  void itsClocksWarnAndEndAndTheSecondOfficersWordGoesOnToTheOrder() {
    String id = asked(1, PAYER, true);
    bench.clock.advance(Duration.ofMinutes(31));
    Eventually.holds(
        "missed",
        () ->
            told(Receiver.LIAISON_SERVICE, id)
                .containsAll(
                    List.of("LOOKUP_CLOCK_MISSED:acknowledge ", "LOOKUP_CLOCK_MISSED:lookup ")));
    confirm(id);
    bank().acknowledgeAccountQuery(take(id));
    bank().recordPayee(payee(id, ACCOUNT));
    assertThat(stop(opened(id)).getSecondOfficerState())
        .isEqualTo(SecondOfficerState.OFFICER_CONFIRMED);
  }

  private void confirm(String id) {
    CaseEvent word =
        CaseEvent.newBuilder()
            .setCard(card())
            .setSecondOfficerConfirmed(
                SecondOfficerConfirmed.newBuilder()
                    .setOfficer(OfficerCard.newBuilder().setName("测试民警乙"))
                    .setConfirmTime(at(noon()))
                    .addAccountQueries(id))
            .build();
    bench.service.caseEvents().handle(List.of(FreezeBench.received(CASE, 90, word)));
  }

  private String asked(int number, String payer, boolean consent) {
    String id = Ids.derived("query", Integer.toString(number));
    Transfer transfer =
        Transfer.newBuilder()
            .setNumber(number)
            .setPayer(
                Account.newBuilder()
                    .setKind(AccountKind.CARD)
                    .setAccountNumber(payer)
                    .setAccountName("受害测试"))
            .setPayee(Account.newBuilder().setAccountNumber("6222****0007").setAccountName("*测试"))
            .setAmountFen(PAID)
            .setTransferTime(at(noon().minusSeconds(900)))
            .setChannel(TransferChannel.THIRD_PARTY_PAYMENT)
            .setSerialNumber("S-" + number)
            .build();
    CaseEvent event =
        CaseEvent.newBuilder()
            .setCard(card())
            .setLookupsRequested(
                LookupsRequested.newBuilder()
                    .setOfficer(OfficerCard.newBuilder().setName("测试民警").setOfficerNumber("099001"))
                    .setReceiveTime(at(noon()))
                    .setConsent(consent)
                    .addLookups(
                        LookupRequest.newBuilder()
                            .setAccountQuery(id)
                            .setQueryNumber("R-1-q0" + number)
                            .setTransfer(transfer)))
            .build();
    bench.service.caseEvents().handle(List.of(FreezeBench.received(CASE, number, event)));
    return id;
  }

  private static CaseCard card() {
    return CaseCard.newBuilder()
        .setCaseId(CASE)
        .setStation(STATION)
        .addStationAncestors(COUNTY)
        .setRegion(REGION)
        .setPolicy("cn-2026")
        .build();
  }

  private String opened(String id) {
    Eventually.holds("followed", () -> !officer(id).getStopOrder().isEmpty());
    return officer(id).getStopOrder();
  }

  private List<String> told(Receiver receiver, String id) {
    var told = new ArrayList<String>();
    for (Event event : bench.outlets.to(receiver)) {
      if (event.getSubject().equals(id)) {
        try {
          AccountQueryEvent data = event.getData().unpack(AccountQueryEvent.class);
          told.add(
              data.getChange().name()
                  + (data.getClock().isEmpty() ? "" : ":" + data.getClock())
                  + ' '
                  + data.getPayee().getAccountNumber());
        } catch (InvalidProtocolBufferException e) {
          throw new AssertionError(e);
        }
      }
    }
    return told;
  }

  private long received() {
    return MoneyTrailsGrpc.newBlockingStub(
            bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)))
        .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(CASE).build())
        .getSums()
        .getReceivedFen();
  }

  private StopOrder stop(String order) {
    return bench.officer().getStopOrder(GetStopOrderRequest.newBuilder().setId(order).build());
  }

  private AccountQuery officer(String id) {
    return police().getAccountQuery(named(id));
  }

  private AccountQueriesBlockingStub police() {
    return lookups(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER));
  }

  private AccountQueriesBlockingStub bank() {
    return lookups(TestTokens.person("zhao", OTHER_BANK, REGION, Role.BANK_LIAISON));
  }

  private AccountQueriesBlockingStub lookups(String token) {
    return AccountQueriesGrpc.newBlockingStub(bench.channel(token));
  }
}
