package io.holdfast.casefile.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.wire.CaseFacts;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.casefile.v1.CaseBinding;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc.CaseBindingsImplBase;
import io.holdfast.proto.casefile.v1.GetCaseBindingRequest;

/** What other services must know of a case to bind something of theirs to it. */
public final class BindingsGrpc extends CaseBindingsImplBase {
  private final Aggregates<CaseFile> cases;
  private final LegalClock clock;

  public BindingsGrpc(Aggregates<CaseFile> cases, LegalClock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public void getCaseBinding(GetCaseBindingRequest request, StreamObserver<CaseBinding> answer) {
    Stored<CaseFile> stored =
        cases.find(request.getCaseId()).orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    var facts = new CaseFacts(stored.id(), stored.policy(), clock.instant());
    answer.onNext(facts.binding(stored.state()));
    answer.onCompleted();
  }
}
