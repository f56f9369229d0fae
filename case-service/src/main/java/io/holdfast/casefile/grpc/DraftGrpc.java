package io.holdfast.casefile.grpc;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.desk.DraftDesk;
import io.holdfast.casefile.desk.DraftFiler;
import io.holdfast.casefile.desk.DraftFinder;
import io.holdfast.casefile.reach.copy.ExpectedReach;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.casefile.wire.DraftProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.casefile.v1.AdoptDraftRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.proto.casefile.v1.DiscardDraftRequest;
import io.holdfast.proto.casefile.v1.Draft;
import io.holdfast.proto.casefile.v1.DraftsGrpc.DraftsImplBase;
import io.holdfast.proto.casefile.v1.FileDraftRequest;
import io.holdfast.proto.casefile.v1.GetDraftRequest;
import io.holdfast.proto.casefile.v1.ListDraftsRequest;
import io.holdfast.proto.casefile.v1.ListDraftsResponse;
import io.holdfast.proto.casefile.v1.OfferDraftRequest;
import io.holdfast.proto.casefile.v1.SaveDraftRequest;
import io.holdfast.proto.casefile.v1.SettleDraftFieldRequest;
import io.holdfast.proto.casefile.v1.StopFromDraftRequest;
import java.util.function.BiFunction;

/** The methods of {@code Drafts}: request to desk, result to answer. */
public final class DraftGrpc extends DraftsImplBase {
  private final DraftDesk drafts;
  private final DraftFiler filer;
  private final DraftFinder finder;
  private final ExpectedReach reach;
  private final LegalClock clock;

  public DraftGrpc(
      DraftDesk drafts,
      DraftFiler filer,
      DraftFinder finder,
      ExpectedReach reach,
      LegalClock clock) {
    this.drafts = drafts;
    this.filer = filer;
    this.finder = finder;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public void createDraft(CreateDraftRequest request, StreamObserver<Draft> answer) {
    change(
        request,
        answer,
        (call, by) ->
            drafts.begin(
                call, DraftProtos.fromProto(request.getEditsList()), request.getStation(), by));
  }

  @Override
  public void getDraft(GetDraftRequest request, StreamObserver<Draft> answer) {
    Call call = Call.current();
    show(call, answer, drafts.get(call, request.getId()));
  }

  @Override
  public void listDrafts(ListDraftsRequest request, StreamObserver<ListDraftsResponse> answer) {
    Page<Stored<io.holdfast.casefile.draft.Draft>> page =
        finder.list(
            Call.current(),
            request.getIncludeClosed(),
            request.getPageSize(),
            request.getPageToken());
    var response = ListDraftsResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items().forEach(found -> response.addDrafts(DraftProtos.toSummary(found)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void saveDraft(SaveDraftRequest request, StreamObserver<Draft> answer) {
    change(
        request,
        answer,
        (call, by) ->
            drafts.save(call, request.getId(), DraftProtos.fromProto(request.getEditsList()), by));
  }

  @Override
  public void settleDraftField(SettleDraftFieldRequest request, StreamObserver<Draft> answer) {
    change(
        request,
        answer,
        (call, by) ->
            drafts.settle(call, request.getId(), DraftProtos.fromProto(request.getChoice()), by));
  }

  @Override
  public void offerDraft(OfferDraftRequest request, StreamObserver<Draft> answer) {
    change(
        request,
        answer,
        (call, by) -> drafts.offer(call, request.getId(), request.getStation(), by));
  }

  @Override
  public void adoptDraft(AdoptDraftRequest request, StreamObserver<Draft> answer) {
    change(request, answer, (call, by) -> drafts.adopt(call, request.getId(), by));
  }

  @Override
  public void stopFromDraft(StopFromDraftRequest request, StreamObserver<Case> answer) {
    Call call = Call.current();
    finish(answer, filer.stop(call, request.getId(), Mutation.of(call, request)));
  }

  @Override
  public void fileDraft(FileDraftRequest request, StreamObserver<Case> answer) {
    Call call = Call.current();
    finish(
        answer, filer.file(call, request.getId(), request.getUrgent(), Mutation.of(call, request)));
  }

  @Override
  public void discardDraft(DiscardDraftRequest request, StreamObserver<Draft> answer) {
    change(
        request,
        answer,
        (call, by) ->
            drafts.discard(
                call,
                request.getId(),
                filer.opened(call, request.getId()),
                request.getReason(),
                by));
  }

  private void change(
      Message request,
      StreamObserver<Draft> answer,
      BiFunction<Call, Mutation, Stored<io.holdfast.casefile.draft.Draft>> change) {
    Call call = Call.current();
    show(call, answer, change.apply(call, Mutation.of(call, request)));
  }

  private void show(
      Call call, StreamObserver<Draft> answer, Stored<io.holdfast.casefile.draft.Draft> stored) {
    answer.onNext(
        DraftProtos.toProto(
            stored,
            stored.state().others(call.caller().subject(), clock.instant()),
            filer.lacking(stored)));
    answer.onCompleted();
  }

  private void finish(StreamObserver<Case> answer, Stored<CaseFile> stored) {
    answer.onNext(reach.told(CaseProtos.toProto(stored, clock.instant()), stored.state()));
    answer.onCompleted();
  }
}
