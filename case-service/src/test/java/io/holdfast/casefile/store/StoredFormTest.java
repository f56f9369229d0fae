package io.holdfast.casefile.store;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.approver;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseState;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.draft.Edit;
import io.holdfast.casefile.report.Reports;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.StoredDocuments;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.testkit.StoreExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The stored form of a case in each state, against committed files. A change here is a change of
 * what old documents mean: {@code -Dholdfast.golden=write} writes the files anew, and the
 * difference is to be looked at.
 */
class StoredFormTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(CaseState.Name.class)
  void storedFormIsTheCommittedOne(CaseState.Name state) throws IOException {
    String found = compared("cases", in(state), "case-" + state);
    assertThat(found).doesNotContain(CARD).doesNotContain(Reports.RESIDENT_ID);
  }

  private String compared(String collection, String id, String name) throws IOException {
    String found =
        StoredDocuments.body(bench.store, collection, id)
                .toJson(
                    JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build())
            + "\n";
    Path golden = Path.of("src", "test", "resources", "golden", name + ".json");
    if ("write".equals(System.getProperty("holdfast.golden"))) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
    return found;
  }

  @Test
  void storedFormOfADraftIsTheCommittedOne() throws IOException {
    Call call = officer("a", STATION);
    String id =
        bench
            .drafts
            .begin(
                call,
                List.of(new Edit("victim.name", Personal.of(Personal.Kind.TEXT, "测试某"), 0)),
                CaseBench.NEIGHBOUR,
                Mutation.of(call, CreateDraftRequest.getDefaultInstance()))
            .id();
    String found = compared("drafts", id, "draft-OPEN");
    assertThat(found).doesNotContain("测试某");
  }

  private String in(CaseState.Name state) {
    String id = bench.file(officer("a", STATION), "r1", Reports.transfer(CARD, 100)).id();
    if (state == CaseState.Name.RECEIVED) {
      return id;
    }
    bench.review(officer("a", STATION), id, "");
    switch (state) {
      case RECEIVED, REVIEW -> {}
      case FILED -> bench.accept(approver("b"), id);
      case NOT_FILED -> bench.decline(approver("b"), id);
    }
    return id;
  }
}
