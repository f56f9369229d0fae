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
import io.holdfast.kit.mongo.StoredForms;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.testkit.StoreExtension;
import java.io.IOException;
import java.util.List;
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
    String found = StoredForms.isGolden("case-" + state, bench.store, "cases", in(state));
    assertThat(found).doesNotContain(CARD).doesNotContain(Reports.RESIDENT_ID);
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
    String found = StoredForms.isGolden("draft-OPEN", bench.store, "drafts", id);
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
