package io.holdfast.casefile.events;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.LookupLink;
import io.holdfast.proto.casefile.v1.LookupsRequested;
import io.holdfast.proto.event.v1.Actor;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueryCard;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import io.holdfast.proto.freezing.v1.LookupChange;
import io.holdfast.proto.freezing.v1.LookupState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What freeze-service tells of an urgent lookup reaches the case, once. */
class AccountQueryEventsTest {
  private static final String ACCOUNT = "9990010000000007";

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final AccountQueryEvents events = new AccountQueryEvents(bench.cases);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theCaseAsksForItAndHearsOfIt() throws Exception {
    String caseId =
        bench.file(officer("a", STATION), "r1", transfer("6222****0018", 5_000_000)).id();
    Eventually.holds("told", () -> !bench.told(Receiver.FREEZE_SERVICE).isEmpty());
    LookupsRequested asked =
        bench
            .told(Receiver.FREEZE_SERVICE)
            .getLast()
            .getData()
            .unpack(CaseEvent.class)
            .getLookupsRequested();
    assertThat(asked.getConsent()).isTrue();
    String query = asked.getLookups(0).getAccountQuery();
    assertThat(asked.getLookups(0).getTransfer().getPayee().getAccountNumber())
        .isEqualTo("6222*0018");

    events.handle(List.of(told(caseId, query, 3), told(caseId, query, 3), told("none", query, 4)));
    LookupLink link =
        CaseProtos.toProto(bench.cases.find(caseId).orElseThrow(), bench.clock.instant())
            .getLookups(0);
    assertThat(link.getState()).isEqualTo("LOOKUP_TOLD");
    assertThat(link.getPayee().getAccountNumber()).isEqualTo(ACCOUNT);
    assertThat(link.getTransfer()).isEqualTo(1);
    assertThat(bench.keys.of(bench.cases.find(caseId).orElseThrow().state()))
        .as("the account leads to the case")
        .contains(bench.keys.account(ACCOUNT));
  }

  private static Received<AccountQueryEvent> told(String caseId, String query, long seq) {
    var data =
        AccountQueryEvent.newBuilder()
            .setCard(
                AccountQueryCard.newBuilder()
                    .setAccountQuery(query)
                    .setCaseId(caseId)
                    .setTransfer(1)
                    .setStep(1)
                    .setState(LookupState.LOOKUP_TOLD))
            .setChange(LookupChange.LOOKUP_PAYEE_RECORDED)
            .setPayee(Account.newBuilder().setKind(AccountKind.CARD).setAccountNumber(ACCOUNT))
            .build();
    var event =
        Event.newBuilder()
            .setId("freeze-service/" + query + '#' + seq)
            .setSource("freeze-service")
            .setSubject(query)
            .setSeq(seq)
            .setActor(Actor.newBuilder().setInstitution("bank"))
            .build();
    return new Received<>(event, data);
  }
}
