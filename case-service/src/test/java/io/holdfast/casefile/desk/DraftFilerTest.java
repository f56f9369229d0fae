package io.holdfast.casefile.desk;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.DraftOrigin;
import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.draft.DraftReader;
import io.holdfast.casefile.draft.DraftReading;
import io.holdfast.casefile.draft.DraftState;
import io.holdfast.casefile.draft.Edit;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.FileDraftRequest;
import io.holdfast.testkit.StoreExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From draft to case when something comes in between. */
class DraftFilerTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final Call call = CaseBench.officer("chen", STATION);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aCrashBetweenCaseAndDraftIsMendedByTheNextAttempt() {
    Stored<Draft> draft = begun("k1", CARD);
    String caseId = Ids.derived("case-of-draft", draft.id());
    DraftReading reading = DraftReader.read(draft.state(), NOON);
    Mutation cause =
        new Mutation(
            Mutation.Origin.REQUEST,
            call.caller().actor(),
            "casefile.FileDraft",
            "call/test",
            null,
            Ids.derived("case-of-draft", draft.id()),
            null,
            null);
    Stored<CaseFile> orphan =
        bench.reports.receive(
            call,
            caseId,
            reading.report(),
            List.of(),
            new DraftOrigin.Told(draft.id(), reading.transferRows(), reading.contactRows()),
            true,
            "",
            cause);
    assertThat(bench.drafts.get(call, draft.id()).state().state())
        .isInstanceOf(DraftState.Open.class);

    typed(draft.id(), "k2", OTHER_CARD);
    Stored<CaseFile> filed = file(draft.id());
    assertThat(filed.id()).isEqualTo(orphan.id());
    assertThat(filed.state().receiptNumber()).isEqualTo(orphan.state().receiptNumber());
    assertThat(filed.state().report().transfers()).hasSize(2);
    assertThat(filed.state().orders()).hasSize(2);
  }

  @Test
  void twoWhoFileAtOnceGetOneCase() throws Exception {
    String id = begun("k1", CARD).id();
    List<Callable<Stored<CaseFile>>> both = List.of(() -> file(id), () -> file(id));
    var filed = new ArrayList<String>();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : hands.invokeAll(both)) {
        filed.add(one.get().state().receiptNumber());
      }
    }
    assertThat(filed).containsOnly("TEST000000012026-000001");
    assertThat(bench.drafts.get(call, id).state().state()).isInstanceOf(DraftState.Filed.class);
  }

  private Stored<Draft> begun(String row, String card) {
    var request = FileDraftRequest.newBuilder().build();
    Stored<Draft> draft = bench.drafts.begin(call, List.of(), "", Mutation.of(call, request));
    return typed(draft.id(), row, card);
  }

  private Stored<Draft> typed(String id, String row, String card) {
    var request = FileDraftRequest.newBuilder().setId(id).build();
    String at = "transfers[" + row + "].";
    return bench.drafts.save(
        call,
        id,
        List.of(
            edit(at + "payee.accountNumber", card),
            edit(at + "amount", "5万"),
            edit(at + "transferTime", "11:30")),
        Mutation.of(call, request));
  }

  private Stored<CaseFile> file(String id) {
    var request = FileDraftRequest.newBuilder().setId(id).build();
    return bench.filer.file(call, id, true, Mutation.of(call, request));
  }

  private static Edit edit(String path, String text) {
    return new Edit(path, Personal.of(Personal.Kind.TEXT, text), 0);
  }
}
