package io.holdfast.casefile.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.desk.CaseDesk;
import io.holdfast.casefile.desk.CaseFinder;
import io.holdfast.casefile.desk.ReportDesk;
import io.holdfast.casefile.reach.copy.ExpectedReach;
import io.holdfast.casefile.store.CaseKeys;
import io.holdfast.casefile.wire.AccountProtos;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.casefile.wire.ReportProtos;
import io.holdfast.casefile.wire.Times;
import io.holdfast.casefile.wire.TraceProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.grpc.Streams;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.casefile.v1.AcceptCaseRequest;
import io.holdfast.proto.casefile.v1.AddTransfersRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesImplBase;
import io.holdfast.proto.casefile.v1.CompleteReportRequest;
import io.holdfast.proto.casefile.v1.ConfirmSecondOfficerRequest;
import io.holdfast.proto.casefile.v1.DeclineCaseRequest;
import io.holdfast.proto.casefile.v1.DownloadEvidenceRequest;
import io.holdfast.proto.casefile.v1.Evidence;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.GetCaseRequest;
import io.holdfast.proto.casefile.v1.ListCasesRequest;
import io.holdfast.proto.casefile.v1.ListCasesResponse;
import io.holdfast.proto.casefile.v1.ProtectVictimRequest;
import io.holdfast.proto.casefile.v1.RecordFilingNoticeRequest;
import io.holdfast.proto.casefile.v1.ReleaseProtectionRequest;
import io.holdfast.proto.casefile.v1.RequestTraceRequest;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.casefile.v1.SearchCasesRequest;
import io.holdfast.proto.casefile.v1.SearchCasesResponse;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmation;
import io.holdfast.proto.casefile.v1.UploadEvidenceRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The methods of {@code Cases}: request to desk, result to answer. */
public final class CaseGrpc extends CasesImplBase {
  private final ReportDesk reports;
  private final CaseDesk cases;
  private final CaseFinder finder;
  private final CaseKeys keys;
  private final EvidenceStreams evidence;
  private final ReadLog reads;
  private final ExpectedReach reach;
  private final LegalClock clock;

  public CaseGrpc(
      ReportDesk reports,
      CaseDesk cases,
      CaseFinder finder,
      CaseKeys keys,
      EvidenceStreams evidence,
      ReadLog reads,
      ExpectedReach reach,
      LegalClock clock) {
    this.reports = reports;
    this.cases = cases;
    this.finder = finder;
    this.keys = keys;
    this.evidence = evidence;
    this.reads = reads;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public void fileReport(FileReportRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            reports.file(
                call,
                ReportProtos.fromProto(request.getReport(), clock.instant()),
                request.getUrgent(),
                request.getStation(),
                by));
  }

  @Override
  public void getCase(GetCaseRequest request, StreamObserver<Case> answer) {
    finish(answer, cases.get(Call.current(), request.getId()));
  }

  @Override
  public void listCases(ListCasesRequest request, StreamObserver<ListCasesResponse> answer) {
    Page<Stored<CaseFile>> page =
        finder.list(
            Call.current(),
            CaseProtos.state(request.getState()),
            request.getPageSize(),
            request.getPageToken());
    var response = ListCasesResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items().forEach(found -> response.addCases(CaseProtos.toSummary(found)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void searchCases(SearchCasesRequest request, StreamObserver<SearchCasesResponse> answer) {
    Call call = Call.current();
    Page<Stored<CaseFile>> page =
        finder.search(call, keys(request), request.getPageSize(), request.getPageToken());
    reads.read(call, "cases", page.items().stream().map(Stored::id).toList());
    var response = SearchCasesResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items().forEach(found -> response.addCases(CaseProtos.toSummary(found)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void addTransfers(AddTransfersRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            cases.addTransfers(
                call,
                request.getId(),
                request.getTransfersList().stream().map(AccountProtos::fromProto).toList(),
                request.getUrgent(),
                by));
  }

  @Override
  public void protectVictim(ProtectVictimRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            cases.protect(
                call,
                request.getId(),
                request.getAccountsList().stream().map(AccountProtos::fromProto).toList(),
                Times.fromProto(request.getConsent().getConsentTime()),
                request.getConsent().getForm(),
                by));
  }

  @Override
  public void releaseProtection(ReleaseProtectionRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) -> cases.releaseProtection(call, request.getId(), request.getWordForm(), by));
  }

  @Override
  public void completeReport(CompleteReportRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            reports.complete(
                call,
                request.getId(),
                ReportProtos.numbered(request.getReport(), clock.instant()),
                request.getUrgent(),
                by));
  }

  @Override
  public void confirmSecondOfficer(
      ConfirmSecondOfficerRequest request, StreamObserver<SecondOfficerConfirmation> answer) {
    Call call = Call.current();
    Stored<CaseFile> stored = cases.confirm(call, request.getId(), Mutation.of(call, request));
    answer.onNext(CaseProtos.toProto(Objects.requireNonNull(stored.state().confirmation())));
    answer.onCompleted();
  }

  @Override
  public void reviewCase(ReviewCaseRequest request, StreamObserver<Case> answer) {
    change(request, answer, (call, by) -> cases.review(call, request.getId(), by));
  }

  @Override
  public void acceptCase(AcceptCaseRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) -> cases.accept(call, request.getId(), request.getReason(), by));
  }

  @Override
  public void declineCase(DeclineCaseRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) -> cases.decline(call, request.getId(), request.getReason(), by));
  }

  @Override
  public void recordFilingNotice(RecordFilingNoticeRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            cases.recordNotice(
                call,
                request.getId(),
                request.getNoticeNumber(),
                CaseProtos.delivery(request.getDelivery()),
                request.hasDeliveryTime()
                    ? Optional.of(CaseProtos.instant(request.getDeliveryTime()))
                    : Optional.empty(),
                by));
  }

  @Override
  public void requestTrace(RequestTraceRequest request, StreamObserver<Case> answer) {
    change(
        request,
        answer,
        (call, by) ->
            cases.requestTrace(
                call,
                request.getId(),
                trace ->
                    TraceProtos.fromProto(
                        request, trace, call.caller().subject(), call.caller().institution()),
                by));
  }

  @Override
  public StreamObserver<UploadEvidenceRequest> uploadEvidence(StreamObserver<Evidence> answer) {
    return Streams.receive(answer, evidence::upload);
  }

  @Override
  public void downloadEvidence(DownloadEvidenceRequest request, StreamObserver<HttpBody> answer) {
    evidence.download(Call.current(), request, answer);
  }

  private Set<String> keys(SearchCasesRequest request) {
    return switch (request.getByCase()) {
      case ACCOUNT_NUMBER -> Set.of(keys.account(request.getAccountNumber()));
      case PHONE -> keys.phone(request.getPhone());
      case ID_NUMBER -> Set.of(keys.idNumber(request.getIdNumber()));
      case RECEIPT_NUMBER -> Set.of(keys.receipt(request.getReceiptNumber()));
      // The contract's rule refuses this before.
      case BY_NOT_SET -> Set.of();
    };
  }

  private void change(
      Message request,
      StreamObserver<Case> answer,
      BiFunction<Call, Mutation, Stored<CaseFile>> change) {
    Call call = Call.current();
    finish(answer, change.apply(call, Mutation.of(call, request)));
  }

  private void finish(StreamObserver<Case> answer, Stored<CaseFile> stored) {
    answer.onNext(reach.told(CaseProtos.toProto(stored, clock.instant()), stored.state()));
    answer.onCompleted();
  }
}
