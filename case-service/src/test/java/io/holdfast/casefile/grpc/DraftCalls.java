package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.COUNTY;
import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.proto.casefile.v1.DiscardDraftRequest;
import io.holdfast.proto.casefile.v1.Draft;
import io.holdfast.proto.casefile.v1.DraftField;
import io.holdfast.proto.casefile.v1.DraftSummary;
import io.holdfast.proto.casefile.v1.DraftsGrpc;
import io.holdfast.proto.casefile.v1.DraftsGrpc.DraftsBlockingStub;
import io.holdfast.proto.casefile.v1.FieldEdit;
import io.holdfast.proto.casefile.v1.FileDraftRequest;
import io.holdfast.proto.casefile.v1.GetDraftRequest;
import io.holdfast.proto.casefile.v1.ListDraftsRequest;
import io.holdfast.proto.casefile.v1.OfferDraftRequest;
import io.holdfast.proto.casefile.v1.Remark;
import io.holdfast.proto.casefile.v1.SaveDraftRequest;
import io.holdfast.proto.casefile.v1.SettleDraftFieldRequest;
import io.holdfast.proto.casefile.v1.StopFromDraftRequest;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People and machines at drafts, behind the whole interceptor chain, with signed tokens. */
abstract class DraftCalls {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  final CaseBench bench = new CaseBench(stores.fresh());
  final TestServer server = new TestServer(bench.clock, bench.draftGrpc(), bench.grpc());
  final DraftsBlockingStub command = stub("guo", COUNTY, Role.COMMAND_CENTRE);
  final DraftsBlockingStub officer = stub("chen", STATION, Role.STATION_OFFICER);
  final DraftsBlockingStub neighbour = stub("bai", NEIGHBOUR, Role.STATION_OFFICER);
  private long scansBefore;

  @BeforeEach
  void countScans() {
    scansBefore = stores.fullScans();
  }

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
    assertThat(stores.fullScans()).isEqualTo(scansBefore);
  }

  void saved(DraftsBlockingStub hand, String id, String requestId, FieldEdit edit) {
    Eventually.holds(
        "saved",
        () -> {
          try {
            return hand.saveDraft(save(id, requestId, edit)).getFieldsCount() > 0;
          } catch (io.grpc.StatusRuntimeException e) {
            assertThat(
                    Refusals.reason(
                        () -> {
                          throw e;
                        }))
                .isEqualTo("BUSY");
            return false;
          }
        });
  }

  /** A draft of the station, the operator's unit above it. */
  String begin(String path, String text) {
    return officer
        .createDraft(CreateDraftRequest.newBuilder().addEdits(edit(path, text, 0)).build())
        .getId();
  }

  List<CaseEvent> told() throws Exception {
    List<CaseEvent> events = new ArrayList<>();
    Eventually.holds("told", () -> !bench.told(Receiver.FREEZE_SERVICE).isEmpty());
    for (var event : bench.told(Receiver.FREEZE_SERVICE)) {
      events.add(event.getData().unpack(CaseEvent.class));
    }
    return events;
  }

  static List<String> ids(List<DraftSummary> drafts) {
    return drafts.stream().map(DraftSummary::getId).toList();
  }

  static DraftField field(Draft draft, String path) {
    return draft.getFieldsList().stream()
        .filter(field -> field.getPath().equals(path))
        .findFirst()
        .orElseThrow();
  }

  static List<String> rules(Draft draft) {
    return draft.getRemarksList().stream().map(Remark::getRule).toList();
  }

  static List<String> rules(Case found) {
    return found.getRemarksList().stream().map(Remark::getRule).collect(Collectors.toList());
  }

  static FieldEdit edit(String path, String text, long seen) {
    return FieldEdit.newBuilder().setPath(path).setText(text).setSeenVersion(seen).build();
  }

  static SaveDraftRequest save(String id, String requestId, FieldEdit... edits) {
    return SaveDraftRequest.newBuilder()
        .setId(id)
        .setRequestId(requestId)
        .addAllEdits(List.of(edits))
        .build();
  }

  static SettleDraftFieldRequest settle(String id, String path, String text, long seen) {
    return SettleDraftFieldRequest.newBuilder().setId(id).setChoice(edit(path, text, seen)).build();
  }

  static GetDraftRequest get(String id) {
    return GetDraftRequest.newBuilder().setId(id).build();
  }

  static ListDraftsRequest all(boolean closed) {
    return ListDraftsRequest.newBuilder().setIncludeClosed(closed).build();
  }

  static OfferDraftRequest offer(String id, String station) {
    return OfferDraftRequest.newBuilder().setId(id).setStation(station).build();
  }

  static DiscardDraftRequest discard(String id) {
    return DiscardDraftRequest.newBuilder().setId(id).setReason("测试：误报").build();
  }

  static StopFromDraftRequest stop(String id, String requestId) {
    return StopFromDraftRequest.newBuilder().setId(id).setRequestId(requestId).build();
  }

  static FileDraftRequest file(String id, boolean urgent, String requestId) {
    return FileDraftRequest.newBuilder()
        .setId(id)
        .setUrgent(urgent)
        .setRequestId(requestId)
        .build();
  }

  static String token(String name, String institution, Role role) {
    return TestTokens.person(name, institution, "999001", role);
  }

  DraftsBlockingStub stub(String name, String institution, Role role) {
    return DraftsGrpc.newBlockingStub(server.as(token(name, institution, role)));
  }
}
