package io.holdfast.freezing.routing.directory;

import io.holdfast.freezing.routing.Institution;
import io.holdfast.freezing.routing.Line;
import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.freezing.routing.Router;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.routing.Wanted;
import io.holdfast.kit.mongo.LastGood;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Routes by the last good directory. Only where it knows no bank is liaison-service asked whether
 * there is a newer one, at most once a second and with a short deadline: a stop that can be routed
 * never waits.
 */
public final class DirectoryRoutes {
  private static final Duration ASK_PAUSE = Duration.ofSeconds(1);

  private final LastGood<Directory> directory;
  private final InstantSource systemClock;
  private final AtomicReference<Known> known;
  private final ReentrantLock asking = new ReentrantLock();
  private Instant asked = Instant.EPOCH;

  private record Known(long version, Router router) {}

  public DirectoryRoutes(LastGood<Directory> directory, InstantSource systemClock) {
    this.directory = directory;
    this.systemClock = systemClock;
    this.known = new AtomicReference<>(new Known(-1, new Router(0, List.of(), List.of())));
  }

  /** Finds the bank of an account. */
  public Routing route(Wanted wanted) {
    Router tried = router();
    Routing routing = tried.route(wanted);
    if (!(routing instanceof Routing.Unrouted)) {
      return routing;
    }
    askAnew(tried);
    Router next = router();
    return next == tried ? routing : next.route(wanted);
  }

  /** The table in force. */
  public Router router() {
    Directory last = directory.get().orElse(null);
    Known now = known.get();
    if (last == null || last.getVersion() == now.version()) {
      return now.router();
    }
    var next = new Known(last.getVersion(), router(last));
    known.set(next);
    return next.router();
  }

  /** Whoever comes while somebody asks waits for that answer; it has a deadline. */
  private void askAnew(Router tried) {
    asking.lock();
    try {
      Instant now = systemClock.instant();
      if (router() == tried && !now.isBefore(asked.plus(ASK_PAUSE))) {
        asked = now;
        directory.refresh();
      }
    } finally {
      asking.unlock();
    }
  }

  private static Router router(Directory directory) {
    List<Institution> banks =
        directory.getInstitutionsList().stream()
            .filter(DirectoryRoutes::mayBeAsked)
            .map(institution -> new Institution(institution.getId(), institution.getName()))
            .toList();
    List<Line> lines =
        directory.getRoutesList().stream()
            .filter(route -> !route.getTelephone())
            .map(
                route ->
                    new Line(
                        route.getPrefix(),
                        route.getLength(),
                        kind(route.getKind()),
                        route.getNamesList(),
                        route.getInstitution()))
            .toList();
    return new Router(directory.getTable(), banks, lines);
  }

  private static boolean mayBeAsked(io.holdfast.proto.liaison.v1.Institution institution) {
    return !institution.getDisabled()
        && (institution.getKind() == InstitutionKind.BANK
            || institution.getKind() == InstitutionKind.PAYMENT_FIRM);
  }

  /** The kind of an account as the contract names it. */
  public static RoutedKind kind(AccountKind kind) {
    return switch (kind) {
      case CARD -> RoutedKind.CARD;
      case PASSBOOK -> RoutedKind.PASSBOOK;
      case COMPANY_ACCOUNT -> RoutedKind.COMPANY_ACCOUNT;
      case WALLET -> RoutedKind.WALLET;
      case QR_CODE -> RoutedKind.QR_CODE;
      case ACCOUNT_KIND_UNSPECIFIED, UNRECOGNIZED -> RoutedKind.ANY;
    };
  }
}
