package io.holdfast.liaison.officer.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.officer.Decision;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.OfficerCommand;
import io.holdfast.liaison.officer.OfficerEvent;
import io.holdfast.liaison.officer.OfficerRules;
import io.holdfast.liaison.officer.OfficerState;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.liaison.v1.CreateOfficerRequest;
import io.holdfast.proto.liaison.v1.DisableOfficerRequest;
import io.holdfast.proto.liaison.v1.GetOfficerRequest;
import io.holdfast.proto.liaison.v1.ListOfficersRequest;
import io.holdfast.proto.liaison.v1.ListOfficersResponse;
import io.holdfast.proto.liaison.v1.OfficersGrpc.OfficersImplBase;
import java.util.List;

/** Officers for administrators and supervisors. */
public final class OfficersGrpc extends OfficersImplBase {
  private final OfficerBook book;
  private final InstitutionBook institutions;
  private final LegalClock clock;

  public OfficersGrpc(OfficerBook book, InstitutionBook institutions, LegalClock clock) {
    this.book = book;
    this.institutions = institutions;
    this.clock = clock;
  }

  @Override
  public void createOfficer(
      CreateOfficerRequest request, StreamObserver<io.holdfast.proto.liaison.v1.Officer> answer) {
    Call call = Call.current();
    List<Violation> machines = OfficerProtos.machineRoles(request.getOfficer());
    if (!machines.isEmpty()) {
      throw Problem.invalid(machines);
    }
    String institutionId = request.getOfficer().getInstitution();
    Institution institution = institution(institutionId);
    OfficerState state =
        OfficerRules.named(
            Personal.of(Personal.Kind.TEXT, request.getInitialPassword()), clock.instant());
    Officer officer = OfficerProtos.officer(request.getOfficer(), institution.region(), state);
    List<Officer.Fault> faults = officer.faults(institution.kind());
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults.stream().map(OfficerProtos::violation).toList());
    }
    Access access =
        Access.of(institutionId, institution.lineage().ancestors(), institution.region());
    // No hash of a password is kept, not even among others.
    var asked = request.toBuilder().clearInitialPassword().build();
    answer.onNext(
        OfficerProtos.officer(
            create(
                new Creation<>(OfficerBook.id(officer.username()), "", access, officer, List.of()),
                Mutation.of(call, asked))));
    answer.onCompleted();
  }

  private Stored<Officer> create(Creation<Officer> creation, Mutation by) {
    try {
      return book.aggregates().create(creation, by);
    } catch (Problem e) {
      // The id is the username's: other content under it is another person who wants the same name.
      throw e.reason() == KitReason.REQUEST_ID_REUSED
          ? Problem.of(LiaisonReason.USERNAME_TAKEN)
          : e;
    }
  }

  private Institution institution(String id) {
    return institutions
        .find(id)
        .map(Stored::state)
        .filter(state -> !state.disabled())
        .orElseThrow(() -> Problem.of(LiaisonReason.INSTITUTION_UNKNOWN, "institution", id));
  }

  @Override
  public void getOfficer(
      GetOfficerRequest request, StreamObserver<io.holdfast.proto.liaison.v1.Officer> answer) {
    answer.onNext(OfficerProtos.officer(book.aggregates().load(Call.current(), request.getId())));
    answer.onCompleted();
  }

  @Override
  public void listOfficers(
      ListOfficersRequest request, StreamObserver<ListOfficersResponse> answer) {
    Page<Stored<Officer>> page = page(Call.current(), request);
    answer.onNext(
        ListOfficersResponse.newBuilder()
            .addAllOfficers(page.items().stream().map(OfficerProtos::officer).toList())
            .setNextPageToken(page.nextPageToken())
            .build());
    answer.onCompleted();
  }

  private Page<Stored<Officer>> page(Call call, ListOfficersRequest request) {
    String asked = request.getInstitution();
    if (!asked.isEmpty()) {
      call.requireReach(
          institutions
              .find(asked)
              .map(Stored::access)
              .orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED)));
      return book.of(asked, request.getPageSize(), request.getPageToken());
    }
    int size = request.getPageSize();
    String token = request.getPageToken();
    if (call.scopes().contains(Scope.EVERYONE)) {
      return book.all(size, token);
    }
    return call.scopes().contains(Scope.OWN_REGION)
        ? book.in(Access.area(call.caller().region()), size, token)
        : book.under(call.caller().institution(), size, token);
  }

  @Override
  public void disableOfficer(
      DisableOfficerRequest request, StreamObserver<io.holdfast.proto.liaison.v1.Officer> answer) {
    Call call = Call.current();
    var command = new OfficerCommand.Disable(request.getReason());
    Stored<Officer> stored =
        book.aggregates()
            .change(
                call,
                request.getId(),
                Mutation.of(call, request),
                seen -> disable(seen.state(), command));
    answer.onNext(OfficerProtos.officer(stored));
    answer.onCompleted();
  }

  private Change<Officer> disable(Officer officer, OfficerCommand.Disable command) {
    return switch (OfficerRules.decide(officer.state(), command, clock.instant())) {
      case Decision.Accepted(OfficerEvent event) ->
          Change.to(officer.with(OfficerRules.evolve(officer.state(), event)));
      case Decision.Overtaken() -> Change.none();
      case Decision.Refused(OfficerState state) ->
          throw Problem.of(
              LiaisonReason.OFFICER_WRONG_STATE, "state", OfficerProtos.state(state).name());
    };
  }
}
