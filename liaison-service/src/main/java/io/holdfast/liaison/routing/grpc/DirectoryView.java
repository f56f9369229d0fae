package io.holdfast.liaison.routing.grpc;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.directory.grpc.InstitutionProtos;
import io.holdfast.liaison.routing.RoutingTable;
import io.holdfast.proto.liaison.v1.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The whole directory as one message, read anew when it is asked for and more than {@link #FRESH}
 * old. Its version is the sum of all revisions: nothing in it is ever removed, so every change
 * makes it rise, and no write of its own is needed.
 */
public final class DirectoryView {
  /** How old an answer may be. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private final InstitutionBook institutions;
  private final RoutingBook routing;
  private final InstantSource system;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock.
  private @Nullable Directory current;
  private Instant readTime = Instant.EPOCH;

  public DirectoryView(InstitutionBook institutions, RoutingBook routing, InstantSource system) {
    this.institutions = institutions;
    this.routing = routing;
    this.system = system;
  }

  Directory get() {
    lock.lock();
    try {
      Instant now = system.instant();
      Directory known = current;
      if (known == null || readTime.plus(FRESH).isBefore(now)) {
        known = read();
        current = known;
        readTime = now;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private Directory read() {
    Stored<RoutingTable> table = routing.table();
    List<Stored<Institution>> all = institutions.all();
    long version = table.rev() + all.stream().mapToLong(Stored::rev).sum();
    return Directory.newBuilder()
        .setVersion(version)
        .addAllInstitutions(all.stream().map(InstitutionProtos::institution).toList())
        .addAllRoutes(table.state().routes().stream().map(RouteProtos::route).toList())
        .setTable(table.state().version())
        .build();
  }
}
