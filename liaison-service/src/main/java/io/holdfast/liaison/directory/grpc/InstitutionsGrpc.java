package io.holdfast.liaison.directory.grpc;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.RequestGuard;
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
import io.holdfast.proto.liaison.v1.DisableInstitutionRequest;
import io.holdfast.proto.liaison.v1.EnableInstitutionRequest;
import io.holdfast.proto.liaison.v1.GetInstitutionRequest;
import io.holdfast.proto.liaison.v1.InstitutionSwitched;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc.InstitutionsImplBase;
import io.holdfast.proto.liaison.v1.ListInstitutionsRequest;
import io.holdfast.proto.liaison.v1.ListInstitutionsResponse;
import io.holdfast.proto.liaison.v1.UpdateInstitutionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Institutions for callers. */
public final class InstitutionsGrpc extends InstitutionsImplBase {
  private final InstitutionBook book;
  private final RequestGuard requests;
  private final LegalClock clock;

  /**
   * @param requests keeps one request id to one content: the id of an institution is its code's
   */
  public InstitutionsGrpc(InstitutionBook book, RequestGuard requests, LegalClock clock) {
    this.book = book;
    this.requests = requests;
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
    requests.claim(call, Mutation.of(call, request));
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
  public void updateInstitution(
      UpdateInstitutionRequest request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer) {
    change(request.getId(), request, answer, seen -> updated(seen.state(), request));
  }

  private static Change<Institution> updated(Institution seen, UpdateInstitutionRequest request) {
    Institution next =
        seen.reached(
            request.hasName() ? request.getName().strip() : seen.name(),
            request.hasPhone() ? request.getPhone() : seen.phone(),
            request.hasDesks()
                ? InstitutionProtos.desks(request.getDesks().getDesksList())
                : seen.desks());
    List<Institution.Fault> faults = next.faults();
    if (!faults.isEmpty()) {
      throw Problem.invalid(InstitutionProtos.violations(faults));
    }
    return next.equals(seen) ? Change.none() : Change.to(next);
  }

  @Override
  public void disableInstitution(
      DisableInstitutionRequest request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer) {
    change(request.getId(), request, answer, seen -> switched(seen, true, request.getReason()));
  }

  @Override
  public void enableInstitution(
      EnableInstitutionRequest request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer) {
    change(request.getId(), request, answer, seen -> switched(seen, false, request.getReason()));
  }

  /** The logins of its people follow by the outbox: told in the same write, done until it is. */
  private static Change<Institution> switched(
      Stored<Institution> seen, boolean off, String reason) {
    if (seen.state().disabled() == off) {
      throw Problem.of(
          LiaisonReason.INSTITUTION_WRONG_STATE, "state", off ? "DISABLED" : "ENABLED");
    }
    return Change.to(
        seen.state().switched(off, reason.strip()),
        List.of(
            Fact.of(
                InstitutionSwitched.newBuilder()
                    .setInstitution(seen.id())
                    .setDisabled(off)
                    .setReason(reason.strip())
                    .build())));
  }

  private void change(
      String id,
      Message request,
      StreamObserver<io.holdfast.proto.liaison.v1.Institution> answer,
      Function<Stored<Institution>, Change<Institution>> decide) {
    Call call = Call.current();
    answer.onNext(
        InstitutionProtos.institution(
            book.aggregates().change(call, id, Mutation.of(call, request), decide)));
    answer.onCompleted();
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
