package io.holdfast.liaison.routing.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.routing.Found;
import io.holdfast.liaison.routing.Route;
import io.holdfast.liaison.routing.RoutingError;
import io.holdfast.liaison.routing.RoutingTable;
import io.holdfast.liaison.routing.RoutingTable.Difference;
import io.holdfast.liaison.routing.RoutingTable.Fault;
import io.holdfast.liaison.routing.RoutingTable.Import;
import io.holdfast.liaison.routing.store.RoutingErrors;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.FindRouteRequest;
import io.holdfast.proto.liaison.v1.FindRouteResponse;
import io.holdfast.proto.liaison.v1.GetDirectoryRequest;
import io.holdfast.proto.liaison.v1.ImportRoutesRequest;
import io.holdfast.proto.liaison.v1.ImportRoutesResponse;
import io.holdfast.proto.liaison.v1.ListRoutesRequest;
import io.holdfast.proto.liaison.v1.ListRoutesResponse;
import io.holdfast.proto.liaison.v1.ListRoutingErrorsRequest;
import io.holdfast.proto.liaison.v1.ListRoutingErrorsResponse;
import io.holdfast.proto.liaison.v1.RoutesGrpc.RoutesImplBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The routing table for callers, and the whole directory for the other services. */
public final class RoutesGrpc extends RoutesImplBase {
  private static final int PAGE_DEFAULT = 20;
  private static final int PAGE_MAX = 100;

  private final RoutingBook routing;
  private final InstitutionBook institutions;
  private final DirectoryView directory;
  private final RoutingErrors errors;

  public RoutesGrpc(
      RoutingBook routing,
      InstitutionBook institutions,
      DirectoryView directory,
      RoutingErrors errors) {
    this.errors = errors;
    this.routing = routing;
    this.institutions = institutions;
    this.directory = directory;
  }

  @Override
  public void importRoutes(
      ImportRoutesRequest request, StreamObserver<ImportRoutesResponse> answer) {
    Call call = Call.current();
    List<Route> lines = request.getRoutesList().stream().map(RouteProtos::route).toList();
    Stored<RoutingTable> before = routing.table();
    answer.onNext(
        request.getValidateOnly()
            ? tried(before, ready(before.state(), lines), request.getEtag())
            : imported(call, request, lines));
    answer.onCompleted();
  }

  private ImportRoutesResponse tried(Stored<RoutingTable> before, Import.Ready would, String etag) {
    if (!etag.isEmpty() && !etag.equals(before.etag())) {
      throw Problem.of(KitReason.STALE, "etag", etag, "current", before.etag());
    }
    return response(before, would.next().version(), would.difference());
  }

  private ImportRoutesResponse imported(Call call, ImportRoutesRequest request, List<Route> lines) {
    Stored<RoutingTable> stored =
        routing
            .tables()
            .change(
                call,
                RoutingBook.ID,
                Mutation.of(call, request),
                seen -> Change.to(ready(seen.state(), lines).next()));
    return response(stored, stored.state().version(), stored.state().last());
  }

  private static ImportRoutesResponse response(
      Stored<RoutingTable> stored, long version, Difference difference) {
    return ImportRoutesResponse.newBuilder()
        .setVersion(version)
        .setAdded(difference.added())
        .setRemoved(difference.removed())
        .setUnchanged(difference.unchanged())
        .setEtag(stored.etag())
        .build();
  }

  private Import.Ready ready(RoutingTable table, List<Route> lines) {
    return switch (table.importing(lines, known())) {
      case Import.Ready ready -> ready;
      case Import.Refused(List<Fault> faults) -> throw refusal(faults);
    };
  }

  private Predicate<String> known() {
    Map<String, Boolean> asked = new HashMap<>();
    return id ->
        asked.computeIfAbsent(
            id,
            unknown ->
                institutions
                    .find(unknown)
                    .filter(found -> !found.state().disabled())
                    .filter(found -> found.state().kind() != InstitutionKind.POLICE)
                    .isPresent());
  }

  private static Problem refusal(List<Fault> faults) {
    for (Fault fault : faults) {
      if (fault instanceof Fault.InstitutionUnknown(_, String institution)) {
        return Problem.of(LiaisonReason.INSTITUTION_UNKNOWN, "institution", institution);
      }
    }
    return Problem.invalid(faults.stream().map(RouteProtos::violation).toList());
  }

  @Override
  public void listRoutes(ListRoutesRequest request, StreamObserver<ListRoutesResponse> answer) {
    Stored<RoutingTable> stored = routing.table();
    List<Route> routes = stored.state().routes();
    int from = RoutePages.from(request.getPageToken(), stored.rev(), routes.size());
    int size =
        request.getPageSize() == 0 ? PAGE_DEFAULT : Math.min(request.getPageSize(), PAGE_MAX);
    int to = Math.min(routes.size(), from + size);
    answer.onNext(
        ListRoutesResponse.newBuilder()
            .addAllRoutes(routes.subList(from, to).stream().map(RouteProtos::route).toList())
            .setNextPageToken(to < routes.size() ? RoutePages.token(stored.rev(), to) : "")
            .setVersion(stored.state().version())
            .setEtag(stored.etag())
            .build());
    answer.onCompleted();
  }

  @Override
  public void findRoute(FindRouteRequest request, StreamObserver<FindRouteResponse> answer) {
    Account account = request.getAccount();
    Found found =
        routing
            .table()
            .state()
            .find(
                account.getInstitution(),
                account.getAccountNumber(),
                account.getInstitutionName(),
                RouteProtos.kind(account.getKind()));
    answer.onNext(response(found));
    answer.onCompleted();
  }

  private FindRouteResponse response(Found found) {
    return switch (found) {
      case Found.ByNumber(String institution, String prefix, long table) ->
          claimed(institution, "BIN " + prefix + ", table " + table);
      case Found.ByName(String institution, String name, long table) ->
          claimed(institution, "name " + name + ", table " + table);
      case Found.ByOfficer(String institution) -> claimed(institution, "chosen by the officer");
      case Found.Unrouted(long table) -> nobody("nobody claims it, table " + table);
    };
  }

  private FindRouteResponse claimed(String institution, String reason) {
    Optional<Institution> found =
        institutions.find(institution).map(Stored::state).filter(state -> !state.disabled());
    return found
        .map(
            state ->
                FindRouteResponse.newBuilder()
                    .setInstitution(institution)
                    .setInstitutionName(state.name())
                    .setReason(reason)
                    .build())
        .orElseGet(() -> nobody(reason + ", but that institution takes no part"));
  }

  private static FindRouteResponse nobody(String reason) {
    return FindRouteResponse.newBuilder().setReason(reason).build();
  }

  @Override
  public void listRoutingErrors(
      ListRoutingErrorsRequest request, StreamObserver<ListRoutingErrorsResponse> answer) {
    Page<Entry<RoutingError>> page = errors.page(request.getPageSize(), request.getPageToken());
    answer.onNext(
        ListRoutingErrorsResponse.newBuilder()
            .addAllErrors(page.items().stream().map(RouteProtos::error).toList())
            .setNextPageToken(page.nextPageToken())
            .build());
    answer.onCompleted();
  }

  @Override
  public void getDirectory(GetDirectoryRequest request, StreamObserver<Directory> answer) {
    Directory current = directory.get();
    answer.onNext(
        current.getVersion() == request.getKnownVersion()
            ? Directory.getDefaultInstance()
            : current);
    answer.onCompleted();
  }
}
