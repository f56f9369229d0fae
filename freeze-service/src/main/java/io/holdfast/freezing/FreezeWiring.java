package io.holdfast.freezing;

import io.holdfast.freezing.phone.directory.CaseServiceCases;
import io.holdfast.freezing.phone.directory.DirectoryUnits;
import io.holdfast.freezing.routing.directory.DirectoryRoutes;
import io.holdfast.kit.boot.Parts;
import io.holdfast.kit.boot.Wiring;
import io.holdfast.kit.files.OrphanSweep;
import io.holdfast.kit.grpc.Peer;
import io.holdfast.kit.mongo.LastGood;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc;
import io.holdfast.proto.freezing.v1.FreezeAuditLogGrpc;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.GetDirectoryRequest;
import io.holdfast.proto.liaison.v1.RoutesGrpc;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Puts freeze-service together. */
public final class FreezeWiring implements Wiring {
  private static final Duration DIRECTORY_PAUSE = Duration.ofSeconds(5);

  /** Short: an order nobody can place waits for it. */
  private static final Duration DIRECTORY_DEADLINE = Duration.ofMillis(600);

  /** A stop is never delayed by the count of its account. */
  private static final Duration COUNT_PATIENCE = Duration.ofMillis(800);

  @Override
  public Wired wire(Parts parts) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    LastGood<Directory> directory = directory(parts);
    var routes = new DirectoryRoutes(directory, parts.system());
    var service =
        StopService.open(
            new StopService.Parts(
                parts.aggregates(),
                parts.store(),
                parts.keys(),
                parts.policies(),
                parts.legal(),
                parts.ids(),
                parts.random(),
                parts.audit(),
                threads,
                COUNT_PATIENCE),
            new StopService.Around(
                routes,
                new DirectoryUnits(directory::get),
                new CaseServiceCases(
                    CaseBindingsGrpc.newBlockingStub(
                        parts.peer(Receiver.CASE_SERVICE).channel()))));
    return new Wired(
        List.of(
            service.grpc(),
            service.trails(),
            service.lookups(),
            service.phoned(),
            service.callCodes(),
            parts.auditLog(
                FreezeAuditLogGrpc.getServiceDescriptor(),
                FreezeAuditLogGrpc.getListAuditEntriesMethod())),
        List.of(service.caseEvents(), service.errands(), service.lookupErrands()),
        List.of(
            directory,
            new OrphanSweep(service.files(), parts.legal(), parts.random()),
            threads::shutdownNow));
  }

  private static LastGood<Directory> directory(Parts parts) {
    Peer liaison = parts.peer(Receiver.LIAISON_SERVICE);
    var routes = RoutesGrpc.newBlockingStub(liaison.channel());
    return new LastGood<>(
            parts.store(),
            "directory",
            Directory.parser(),
            Directory::getVersion,
            known ->
                routes
                    .withDeadlineAfter(DIRECTORY_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    .getDirectory(GetDirectoryRequest.newBuilder().setKnownVersion(known).build()))
        .follow(DIRECTORY_PAUSE, parts.random());
  }
}
