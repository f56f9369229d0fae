package io.holdfast.freezing.lookup.grpc;

import static io.holdfast.kit.problem.Problem.within;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.lookup.LookupCommand;
import io.holdfast.freezing.lookup.desk.LookupDesk;
import io.holdfast.freezing.lookup.desk.LookupFinder;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc.AccountQueriesImplBase;
import io.holdfast.proto.freezing.v1.AccountQuery;
import io.holdfast.proto.freezing.v1.AcknowledgeAccountQueryRequest;
import io.holdfast.proto.freezing.v1.CorrectLookupRequest;
import io.holdfast.proto.freezing.v1.FollowOnwardRequest;
import io.holdfast.proto.freezing.v1.GetAccountQueryRequest;
import io.holdfast.proto.freezing.v1.ListAccountQueriesRequest;
import io.holdfast.proto.freezing.v1.ListAccountQueriesResponse;
import io.holdfast.proto.freezing.v1.RecallAccountQueryRequest;
import io.holdfast.proto.freezing.v1.RecordConsentRequest;
import io.holdfast.proto.freezing.v1.RecordOnwardRequest;
import io.holdfast.proto.freezing.v1.RecordPayeeRequest;
import io.holdfast.proto.freezing.v1.RecordUnableRequest;
import io.holdfast.proto.freezing.v1.RouteAccountQueryRequest;
import java.util.function.Function;

/** The methods of {@code AccountQueries}: request to desk, result to answer. */
public final class LookupGrpc extends AccountQueriesImplBase {
  private final LookupDesk desk;
  private final LookupFinder finder;

  public LookupGrpc(LookupDesk desk, LookupFinder finder) {
    this.desk = desk;
    this.finder = finder;
  }

  @Override
  public void getAccountQuery(GetAccountQueryRequest request, StreamObserver<AccountQuery> answer) {
    Call call = Call.current();
    finish(call, answer, desk.get(call, request.getId()));
  }

  @Override
  public void listAccountQueries(
      ListAccountQueriesRequest request, StreamObserver<ListAccountQueriesResponse> answer) {
    Call call = Call.current();
    Page<Stored<io.holdfast.freezing.lookup.AccountQuery>> page =
        request.getCaseId().isEmpty()
            ? finder.list(call, request.getPageSize(), request.getPageToken())
            : finder.ofCase(
                call, request.getCaseId(), request.getPageSize(), request.getPageToken());
    var response = ListAccountQueriesResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items().forEach(stored -> response.addAccountQueries(LookupProtos.summary(stored)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void acknowledgeAccountQuery(
      AcknowledgeAccountQueryRequest request, StreamObserver<AccountQuery> answer) {
    act(request, request.getId(), answer, _ -> new LookupCommand.Acknowledge());
  }

  @Override
  public void recordPayee(RecordPayeeRequest request, StreamObserver<AccountQuery> answer) {
    act(
        request,
        request.getId(),
        answer,
        call -> within("found", () -> LookupProtos.found(call, request.getFound())));
  }

  @Override
  public void recordOnward(RecordOnwardRequest request, StreamObserver<AccountQuery> answer) {
    act(
        request,
        request.getId(),
        answer,
        call -> within("found", () -> LookupProtos.found(call, request.getFound())));
  }

  @Override
  public void recordUnable(RecordUnableRequest request, StreamObserver<AccountQuery> answer) {
    act(
        request,
        request.getId(),
        answer,
        call -> within("found", () -> LookupProtos.found(call, request.getFound())));
  }

  @Override
  public void correctLookup(CorrectLookupRequest request, StreamObserver<AccountQuery> answer) {
    act(
        request,
        request.getId(),
        answer,
        call -> {
          LookupCommand.Answer right =
              within(
                  request
                      .getDescriptorForType()
                      .findFieldByNumber(request.getAnswerCase().getNumber())
                      .getJsonName(),
                  () -> right(call, request));
          return new LookupCommand.Correct(right.answer(), right.operator(), request.getReason());
        });
  }

  private static LookupCommand.Answer right(Call call, CorrectLookupRequest request) {
    return switch (request.getAnswerCase()) {
      case PAYEE -> LookupProtos.found(call, request.getPayee());
      case ONWARD -> LookupProtos.found(call, request.getOnward());
      case NOTHING -> LookupProtos.found(call, request.getNothing());
      case ANSWER_NOT_SET ->
          throw new IllegalArgumentException("validation lets no empty answer through");
    };
  }

  @Override
  public void routeAccountQuery(
      RouteAccountQueryRequest request, StreamObserver<AccountQuery> answer) {
    Call call = Call.current();
    Mutation by = Mutation.answer(call, request);
    finish(call, answer, desk.route(call, request.getId(), by, request.getInstitution()));
  }

  @Override
  public void recordConsent(RecordConsentRequest request, StreamObserver<AccountQuery> answer) {
    act(request, request.getId(), answer, _ -> new LookupCommand.RecordConsent());
  }

  @Override
  public void recallAccountQuery(
      RecallAccountQueryRequest request, StreamObserver<AccountQuery> answer) {
    act(request, request.getId(), answer, _ -> new LookupCommand.Recall(request.getReason()));
  }

  @Override
  public void followOnward(FollowOnwardRequest request, StreamObserver<AccountQuery> answer) {
    act(request, request.getId(), answer, _ -> new LookupCommand.FollowOnward(request.getReason()));
  }

  private void act(
      Message request,
      String id,
      StreamObserver<AccountQuery> answer,
      Function<Call, LookupCommand> command) {
    Call call = Call.current();
    Mutation by = Mutation.answer(call, request);
    finish(call, answer, desk.act(call, id, by, command.apply(call)));
  }

  /** Whoever is asked sees whose payment it is from his acknowledgement on. */
  private void finish(
      Call call,
      StreamObserver<AccountQuery> answer,
      Stored<io.holdfast.freezing.lookup.AccountQuery> stored) {
    boolean asked = !stored.access().parties().contains(call.caller().institution());
    boolean inFull = asked || stored.state().acknowledgeTime() != null;
    answer.onNext(LookupProtos.query(stored, inFull, desk.now()));
    answer.onCompleted();
  }
}
