package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.REAL_STATION;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.STRAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.AdoptDraftRequest;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.proto.casefile.v1.DiscardDraftRequest;
import io.holdfast.proto.casefile.v1.Draft;
import io.holdfast.proto.casefile.v1.DraftField;
import io.holdfast.proto.casefile.v1.DraftState;
import io.holdfast.proto.casefile.v1.DraftsGrpc;
import io.holdfast.proto.casefile.v1.DraftsGrpc.DraftsBlockingStub;
import io.holdfast.proto.casefile.v1.FileDraftRequest;
import io.holdfast.proto.casefile.v1.TypedText;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drafts behind the whole interceptor chain, on the real store, with signed tokens. */
class DraftGrpcTest extends DraftCalls {
  private static final Duration KEPT = Duration.ofMinutes(10);

  @Test
  void twoAtOnceSeeEachOtherAndLoseNothing() {
    String id = begin("place", "测试路");
    Draft mine = officer.saveDraft(save(id, "s1", edit("place", "测试路1号", 1)));
    Draft theirs =
        command.saveDraft(save(id, "s2", edit("place", "测试路2号", 1), edit("narrative", "测试", 0)));
    DraftField place = field(theirs, "place");
    assertThat(place.getTextsList())
        .extracting(TypedText::getText)
        .containsExactly("测试路1号", "测试路2号");
    assertThat(place.getTextsList())
        .extracting(TypedText::getAuthorName)
        .containsExactly("测试chen", "测试guo");
    assertThat(place.getTextsList()).allSatisfy(text -> assertThat(text.hasTypeTime()).isTrue());
    assertThat(rules(theirs)).contains("TEXT_UNSETTLED");
    assertThat(Refusals.reason(() -> officer.fileDraft(file(id, false, "f1"))))
        .isEqualTo("DRAFT_UNSETTLED");

    var stale = settle(id, "place", "测试路1号", field(mine, "place").getVersion());
    assertThat(Refusals.reason(() -> officer.settleDraftField(stale)))
        .isEqualTo("DRAFT_FIELD_MOVED");
    Draft settled = officer.settleDraftField(settle(id, "place", "测试路2号", place.getVersion()));
    assertThat(field(settled, "place").getTextsList())
        .extracting(TypedText::getText)
        .containsExactly("测试路2号");
    assertThat(officer.fileDraft(file(id, false, "f1")).getReport().getPlace()).isEqualTo("测试路2号");
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    String id = begin("place", "测试路");
    List<Future<?>> typing = new ArrayList<>();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : new String[] {"chen", "li", "wang"}) {
        DraftsBlockingStub hand = stub(name, STATION, Role.STATION_OFFICER);
        typing.add(
            hands.submit(
                () ->
                    IntStream.range(0, 8)
                        .forEach(
                            i ->
                                saved(
                                    hand,
                                    id,
                                    name + i,
                                    edit("contacts[" + name + i + "].note", name, 0)))));
      }
    }
    for (Future<?> one : typing) {
      one.get();
    }
    assertThat(officer.getDraft(get(id)).getFieldsList()).hasSize(1 + 3 * 8);
  }

  @Test
  void onlyThoseConcernedSeeIt() {
    String id = begin("place", "测试路");
    assertThat(Refusals.bytes(() -> neighbour.getDraft(get(id))))
        .isEqualTo(Refusals.bytes(() -> neighbour.getDraft(get("0".repeat(26)))));
    assertThat(Refusals.reason(() -> neighbour.saveDraft(save(id, "s1", edit("place", "x", 1)))))
        .isEqualTo("ACCESS_DENIED");
    assertThat(ids(neighbour.listDrafts(all(false)).getDraftsList())).isEmpty();

    command.offerDraft(offer(id, NEIGHBOUR));
    assertThat(ids(neighbour.listDrafts(all(false)).getDraftsList())).containsExactly(id);
    assertThat(neighbour.getDraft(get(id)).getOfferedTo()).isEqualTo(NEIGHBOUR);
    assertThat(Refusals.reason(() -> neighbour.discardDraft(discard(id))))
        .isEqualTo("ACCESS_DENIED");
    assertThat(
            Refusals.reason(
                () -> officer.adoptDraft(AdoptDraftRequest.newBuilder().setId(id).build())))
        .isEqualTo("DRAFT_NOT_OFFERED");
    command.offerDraft(offer(id, STATION));
    assertThat(Refusals.reason(() -> neighbour.getDraft(get(id)))).isEqualTo("ACCESS_DENIED");

    var auditor =
        DraftsGrpc.newBlockingStub(
            server.as(TestTokens.person("tang", "0".repeat(26), "999000", Role.AUDITOR)));
    assertThat(ids(auditor.listDrafts(all(false)).getDraftsList())).containsExactly(id);
    assertThat(auditor.getDraft(get(id)).getId()).isEqualTo(id);
    assertThat(server.audit().toString()).contains("casefile.GetDraft").doesNotContain("测试路");
  }

  @Test
  void stationsMustBeKnownAndOfTheSameWorld() {
    assertThat(Refusals.reason(() -> command.offerDraft(offer(begin("place", "x"), REAL_STATION))))
        .isEqualTo("DEMO_REAL_MIXED");
    assertThat(
            Refusals.reason(
                () ->
                    command.createDraft(
                        CreateDraftRequest.newBuilder().setStation(REAL_STATION).build())))
        .isEqualTo("DEMO_REAL_MIXED");
    assertThat(
            Refusals.reason(
                () ->
                    command.createDraft(
                        CreateDraftRequest.newBuilder().setStation(CaseBench.BANK).build())))
        .isEqualTo("INSTITUTION_UNKNOWN");
    assertThat(
            Refusals.reason(
                () ->
                    stub("s", STRAY, Role.STATION_OFFICER)
                        .createDraft(CreateDraftRequest.getDefaultInstance())))
        .isEqualTo("POLICY_MISSING");
  }

  @Test
  void whatLiesTooLongIsSweptWithOrWithoutASweeper() {
    String open = begin("place", "测试路");
    String given = begin("place", "测试路");
    officer.discardDraft(discard(given));
    bench.clock.advance(KEPT.minusMillis(1));
    assertThat(officer.getDraft(get(open)).getFieldsList()).hasSize(1);
    bench.clock.advance(Duration.ofMillis(1));
    Draft swept = officer.getDraft(get(open));
    assertThat(swept.getState()).isEqualTo(DraftState.SWEPT);
    assertThat(swept.getFieldsList()).isEmpty();
    assertThat(ids(officer.listDrafts(all(false)).getDraftsList())).isEmpty();
    assertThat(officer.getDraft(get(given)).getDiscardReason()).isEqualTo("测试：误报");
    assertThat(officer.getDraft(get(given)).getFieldsList()).isEmpty();
    assertThat(Refusals.reason(() -> officer.saveDraft(save(open, "s1", edit("place", "x", 1)))))
        .isEqualTo("DRAFT_WRONG_STATE");

    bench.startWorkers();
    Eventually.holds(
        "persisted",
        () ->
            bench.draftStore.find(open).orElseThrow().state().fields().isEmpty()
                && bench.draftStore.find(given).orElseThrow().state().fields().isEmpty());
    assertThat(ids(officer.listDrafts(all(true)).getDraftsList()))
        .containsExactlyInAnyOrder(open, given);
  }

  @Test
  void aRepeatGetsTheSameDraft() {
    var request =
        CreateDraftRequest.newBuilder().addEdits(edit("place", "x", 0)).setRequestId("d1").build();
    Draft first = officer.createDraft(request);
    assertThat(officer.createDraft(request).getId()).isEqualTo(first.getId());
    assertThat(
            Refusals.reason(
                () -> officer.createDraft(request.toBuilder().setStation(NEIGHBOUR).build())))
        .isEqualTo("REQUEST_ID_REUSED");
    var stale = DiscardDraftRequest.newBuilder().setId(first.getId()).setReason("测试").setEtag("9");
    assertThat(Refusals.reason(() -> officer.discardDraft(stale.build()))).isEqualTo("STALE");
    var file = FileDraftRequest.newBuilder().setId(first.getId()).setEtag("9").build();
    assertThat(Refusals.reason(() -> officer.fileDraft(file))).isEqualTo("STALE");
  }
}
