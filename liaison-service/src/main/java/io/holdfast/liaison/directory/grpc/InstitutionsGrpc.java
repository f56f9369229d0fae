package io.holdfast.liaison.directory.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.directory.Lineage;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.GetInstitutionRequest;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc.InstitutionsImplBase;
import io.holdfast.proto.liaison.v1.ListInstitutionsRequest;
import io.holdfast.proto.liaison.v1.ListInstitutionsResponse;
import java.util.List;
import java.util.Optional;

/** Institutions for callers. */
public final class InstitutionsGrpc extends InstitutionsImplBase {
  private final InstitutionBook book;
  private final LegalClock clock;

  public InstitutionsGrpc(InstitutionBook book, LegalClock clock) {
    this.book = book;
    this.clock = clock;
  }

  @Override
  public void createInstitution(
      CreateInstitutionRequest request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer) {
    Call call = Call.current();
    String id = InstitutionBook.id(request.getInstitution().getCode());
    Lineage lineage = lineage(request.getInstitution(), id);
    Institution state =
        InstitutionProtos.institution(request.getInstitution(), lineage, clock.instant());
    List<Institution.Fault> faults = state.faults();
    if (!faults.isEmpty()) {
      throw Problem.invalid(InstitutionProtos.violations(faults));
    }
    Access access = Access.of(id, lineage.ancestors(), state.region());
    Stored<Institution> stored =
        create(new Creation<>(id, "", access, state, List.of()), Mutation.of(call, request));
    answer.onNext(InstitutionProtos.institution(stored));
    answer.onCompleted();
  }

  private Stored<Institution> create(Creation<Institution> creation, Mutation by) {
    try {
      return book.aggregates().create(creation, by);
    } catch (Problem e) {
      // The id is the code's: other content under it is another institution that wants the same
      // code.
      throw e.reason() == KitReason.REQUEST_ID_REUSED
          ? Problem.of(LiaisonReason.INSTITUTION_CODE_TAKEN, "code", creation.state().code())
          : e;
    }
  }

  private Lineage lineage(io.holdfast.proto.liaison.v1.Institution wanted, String id) {
    String parent = wanted.getParent();
    if (parent.isEmpty()) {
      return Lineage.ROOT;
    }
    Institution above =
        book.find(parent)
            .map(Stored::state)
            .filter(state -> !state.disabled())
            .orElseThrow(
                () -> Problem.of(LiaisonReason.INSTITUTION_UNKNOWN, "institution", parent));
    return Optional.of(above)
        // The demonstration's institutions and real ones never share a tree.
        .filter(
            state ->
                Institution.demonstration(state.region())
                    == Institution.demonstration(wanted.getRegion()))
        .flatMap(state -> state.lineage().below(parent, id))
        .orElseThrow(
            () ->
                Problem.of(
                    LiaisonReason.INSTITUTION_TREE_BROKEN,
                    "parent",
                    parent,
                    "limit",
                    Integer.toString(Lineage.DEPTH_MAX)));
  }

  @Override
  public void getInstitution(
      GetInstitutionRequest request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer) {
    answer.onNext(
        InstitutionProtos.institution(book.aggregates().load(Call.current(), request.getId())));
    answer.onCompleted();
  }

  @Override
  public void listInstitutions(
      ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> answer) {
    Page<Stored<Institution>> page =
        book.page(kind(request), request.getPageSize(), request.getPageToken());
    answer.onNext(
        ListInstitutionsResponse.newBuilder()
            .addAllInstitutions(page.items().stream().map(InstitutionProtos::institution).toList())
            .setNextPageToken(page.nextPageToken())
            .build());
    answer.onCompleted();
  }

  private static Optional<InstitutionKind> kind(ListInstitutionsRequest request) {
    return request.getKindValue() == 0
        ? Optional.empty()
        : Optional.of(InstitutionProtos.kind(request.getKind()));
  }
}
