package io.holdfast.casefile.events;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.Cases;
import io.holdfast.casefile.casefile.Clue;
import io.holdfast.casefile.casefile.TimelineEntry;
import io.holdfast.casefile.casefile.TraceState;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.kit.mongo.Lookups;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.casefile.v1.RequestTraceRequest;
import io.holdfast.proto.casefile.v1.TraceRequested;
import io.holdfast.proto.event.v1.Actor;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.TraceCard;
import io.holdfast.proto.liaison.v1.TraceChange;
import io.holdfast.proto.liaison.v1.TraceEvent;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What liaison-service tells of a trace reaches the case, once, and leads to it. */
class TraceEventsTest {
  private static final String OTHER_ACCOUNT = "9990010000000007";

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TraceEvents events = new TraceEvents(bench.cases);
  private final String caseId = requested();

  @AfterEach
  void close() {
    bench.close();
  }

  private String requested() {
    String id = bench.file(officer("a", STATION), "r1", transfer(CARD, 100)).id();
    var request = RequestTraceRequest.newBuilder().setId(id).setContact(1).build();
    bench.desk.requestTrace(
        officer("a", STATION),
        id,
        trace -> Cases.trace(trace, 1),
        Mutation.of(officer("a", STATION), request));
    return id;
  }

  private Stored<CaseFile> stored() {
    return bench.cases.find(caseId).orElseThrow();
  }

  private String trace() {
    return stored().state().traces().getFirst().trace();
  }

  @Test
  void theRequestCarriesTheCallToLiaisonService() throws Exception {
    Eventually.holds("told", () -> !bench.told(Receiver.LIAISON_SERVICE).isEmpty());
    TraceRequested asked =
        bench
            .told(Receiver.LIAISON_SERVICE)
            .getLast()
            .getData()
            .unpack(CaseEvent.class)
            .getTraceRequested();
    assertThat(asked.getTrace()).isEqualTo(trace());
    assertThat(asked.getDisplayed()).isEqualTo("13800000000");
    assertThat(asked.getE164()).isEqualTo("+8613800000000");
    assertThat(asked.getCalledNumber()).isEqualTo("13900000000");
    assertThat(asked.getDurationSeconds()).isEqualTo(600);
    assertThat(asked.getRequester()).isEqualTo(Cases.APPLICANT);
  }

  @Test
  void cluesComeOnceFallWithTheirHopAndLeadToTheCase() {
    var told = told(trace(), 1, List.of(CARD, OTHER_ACCOUNT), List.of());
    events.handle(List.of(told, told));
    CaseFile file = stored().state();
    assertThat(file.traces().getFirst().state()).isEqualTo(TraceState.LANDED);
    TimelineEntry last = file.timeline().getLast();
    assertThat(last.kind()).isEqualTo("TRACE_HOP_ANSWERED");
    assertThat(last.trace()).isEqualTo(trace());
    assertThat(last.hop()).isEqualTo(2);
    assertThat(CaseProtos.toProto(stored(), NOON).getCluesList())
        .extracting(clue -> clue.getInReport())
        .as("the first account is the one the victim paid")
        .containsExactly(true, false);
    var lookups = new Lookups(bench.store);
    Eventually.holds(
        "found by the account",
        () -> lookups.find(bench.keys.account(OTHER_ACCOUNT), 10).contains(caseId));

    events.handle(List.of(told(trace(), 2, List.of(), List.of(2))));
    assertThat(stored().state().clues()).hasSize(2).allMatch(Clue::withdrawn);
    events.handle(List.of(told(trace(), 3, List.of(CARD), List.of())));
    assertThat(stored().state().clues()).extracting(Clue::number).containsExactly(1, 2, 3);
  }

  @Test
  void wordOfUnknownTracesChangesNothing() {
    CaseFile before = stored().state();
    events.handle(List.of(told("0".repeat(26), 1, List.of(CARD), List.of())));
    assertThat(stored().state()).isEqualTo(before);
  }

  private Received<TraceEvent> told(
      String trace, long seq, List<String> accounts, List<Integer> withdrawn) {
    var data =
        TraceEvent.newBuilder()
            .setCard(
                TraceCard.newBuilder()
                    .setTrace(trace)
                    .setCaseId(caseId)
                    .setState(io.holdfast.proto.liaison.v1.TraceState.LANDED))
            .setChange(TraceChange.TRACE_HOP_ANSWERED)
            .setHop(2)
            .addAllCluesWithdrawnOfHops(withdrawn);
    for (String account : accounts) {
      data.addCluesBuilder().setKind(ClueKind.CLUE_BANK_ACCOUNT).setValue(account).setHop(2);
    }
    var event =
        Event.newBuilder()
            .setId("liaison-service/" + trace + '#' + seq)
            .setSource("liaison-service")
            .setType("holdfast.liaison.v1.TraceEvent")
            .setSubject(trace)
            .setSeq(seq)
            .setTime(com.google.protobuf.Timestamp.newBuilder().setSeconds(NOON.getEpochSecond()))
            .setActor(Actor.newBuilder().setSubject("sub-carrier"))
            .setData(Any.pack(data.build()))
            .build();
    return new Received<>(event, data.build());
  }
}
