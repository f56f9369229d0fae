package io.holdfast.kit.boot;

import io.grpc.BindableService;
import io.holdfast.kit.access.TokenVerifier;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.crypto.Keys;
import io.holdfast.kit.grpc.ClientCredentials;
import io.holdfast.kit.grpc.GrpcServing;
import io.holdfast.kit.grpc.Peer;
import io.holdfast.kit.grpc.Peers;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.MongoAuditTrail;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.SlotOwnership;
import io.holdfast.kit.outbox.EventInboxGrpc;
import io.holdfast.kit.outbox.Relay;
import io.holdfast.kit.outbox.SlotWorkers;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.telemetry.Logging;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.access.v1.Receiver;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running service: keys, store, clocks, relay and workers, gRPC server, management page. It
 * starts whole or not at all, and stops in order: unready, calls drained, workers, the service's
 * own parts, audit, store.
 */
public final class ServiceRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceRuntime.class);

  /** How long the store may take to answer while everything starts at once. */
  private static final Duration STORE_START = Duration.ofSeconds(30);

  private static final Duration STORE_AGAIN = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration HEALTH = Duration.ofSeconds(1);

  private final Teardown teardown;
  private final GrpcServing serving;
  private final ManagementServer management;
  private final MongoStore store;

  private ServiceRuntime(
      Teardown teardown, GrpcServing serving, ManagementServer management, MongoStore store) {
    this.teardown = teardown;
    this.serving = serving;
    this.management = management;
    this.store = store;
  }

  /**
   * Runs a service until it is told to stop; a {@code main} method needs nothing else. What forbids
   * the start is told in one line, with exit code 2.
   *
   * @param service name its events carry, e.g. {@code case-service}
   * @param database its own, e.g. {@code holdfast_case}
   */
  public static void run(String service, String database, Wiring wiring) {
    Logging.takeOver();
    var stopped = new CountDownLatch(1);
    try {
      var settings = ServiceSettings.fromEnvironment(System.getenv());
      var runtime = start(service, database, settings, wiring);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .name("stop")
                  .unstarted(
                      () -> {
                        runtime.close();
                        stopped.countDown();
                      }));
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} does not start", service, e);
      System.err.println(service + " does not start: " + e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Starts a service.
   *
   * @throws RuntimeException naming what forbids it; nothing is left half-started
   */
  public static ServiceRuntime start(
      String service, String database, ServiceSettings settings, Wiring wiring) {
    var teardown = new Teardown();
    try {
      return start(service, database, settings, wiring, teardown);
    } catch (RuntimeException e) {
      teardown.close();
      throw e;
    }
  }

  private static ServiceRuntime start(
      String service, String database, ServiceSettings settings, Wiring wiring, Teardown teardown) {
    Keys keys = Keys.load(settings.keys());
    PolicySet policies = PolicySet.load(settings.policy(), settings.profile());
    InstantSource system = InstantSource.system();
    LegalClock legal = LegalClock.system();
    var random = new SecureRandom();
    var ids = new Ids(random);
    var tracing = teardown.add("tracing", Tracing.start(service, settings.otlpEndpoint()));
    var metrics = teardown.add("metrics", new Metrics(service));
    var store = teardown.add("store", MongoStore.connect(settings.mongodbUri(), database));
    awaitStore(store);
    metrics.registry().gauge("store.writes", store, MongoStore::writeCount);
    var readiness = new Readiness(store::ping);
    var management =
        teardown.add(
            "management",
            ManagementServer.start(settings.bind(), settings.managementPort(), readiness, metrics));
    var trail = new MongoAuditTrail(store);
    var audit = teardown.add("audit", new AuditLog(trail));
    Map<Receiver, Peer> peers = peers(settings, tracing, metrics, system, teardown);
    var relay = teardown.add("relay", new Relay());
    var slots =
        teardown.add("slots", new SlotOwnership(store, service + '-' + ids.next(), system).start());
    var workers = new SlotWorkers(legal, relay, slots, LOOK, settings.sweepers());
    var aggregates =
        new AggregateStore(
            service, store, keys.sealer(), legal, new PeerOutlets(peers), relay, workers);
    var parts =
        new Parts(
            settings,
            keys,
            store,
            aggregates,
            policies,
            legal,
            system,
            ids,
            random,
            peers,
            metrics,
            audit,
            trail);
    Wiring.Wired wired = wiring.wire(parts);
    wired.closing().reversed().forEach(part -> teardown.add("part", part));
    teardown.add("workers", workers);
    var tokens =
        teardown.add(
            "tokens",
            TokenVerifier.remote(
                settings.issuer().toString(), settings.audience(), settings.jwks(), system));
    var serving =
        teardown.add(
            "gRPC",
            GrpcServing.start(
                new GrpcServing.Settings(
                    settings.bind(), settings.grpcPort(), GrpcServing.CALLS_MAX),
                new GrpcServing.Chain(tokens, audit, tracing, metrics, system, legal, ids),
                services(wired)));
    workers.start();
    readiness.open();
    wired.stopping().forEach(step -> teardown.add("streams", step::run));
    teardown.add("readiness", followReadiness(readiness, serving));
    LOG.info(
        "{} serves gRPC on {}:{}, management on {}; database {}, policies {}, profile {},"
            + " signing key {}, sweepers {}",
        service,
        settings.bind(),
        serving.port(),
        management.port(),
        database,
        policies.ids(),
        settings.profile(),
        keys.signer().keyId(),
        settings.sweepers() ? "on" : "off");
    return new ServiceRuntime(teardown, serving, management, store);
  }

  /** The gRPC port that was taken. */
  public int grpcPort() {
    return serving.port();
  }

  /** The management port that was taken. */
  public int managementPort() {
    return management.port();
  }

  /** Durable write commands sent so far. */
  public long writeCount() {
    return store.writeCount();
  }

  @Override
  public void close() {
    LOG.info("stopping");
    teardown.close();
    LOG.info("stopped");
  }

  private static List<BindableService> services(Wiring.Wired wired) {
    var services = new ArrayList<BindableService>(wired.services());
    if (!wired.handlers().isEmpty()) {
      services.add(new EventInboxGrpc(wired.handlers()));
    }
    return services;
  }

  private static Map<Receiver, Peer> peers(
      ServiceSettings settings,
      Tracing tracing,
      Metrics metrics,
      InstantSource system,
      Teardown teardown) {
    var credentials =
        teardown.add(
            "credentials",
            new ClientCredentials(
                settings.tokens(), settings.clientId(), settings.clientSecret(), system));
    var peers = teardown.add("peers", new Peers(credentials, tracing, metrics));
    return Map.of(
        Receiver.CASE_SERVICE, peers.open("case-service", settings.caseTarget()),
        Receiver.FREEZE_SERVICE, peers.open("freeze-service", settings.freezeTarget()),
        Receiver.LIAISON_SERVICE, peers.open("liaison-service", settings.liaisonTarget()));
  }

  private static void awaitStore(MongoStore store) {
    long end = System.nanoTime() + STORE_START.toNanos();
    while (true) {
      try {
        store.ping();
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() - end > 0) {
          throw new IllegalStateException(
              "HOLDFAST_MONGODB_URI: the store does not answer within "
                  + STORE_START.toSeconds()
                  + " s (expected: a MongoDB server, or the embedded one)",
              e);
        }
      }
      pause(STORE_AGAIN);
    }
  }

  /**
   * Keeps gRPC's health in step with readiness, until closed: then both say no, before anything
   * else stops.
   */
  private static AutoCloseable followReadiness(Readiness readiness, GrpcServing serving) {
    serving.ready(readiness.check());
    Thread follower =
        Thread.ofVirtual()
            .name("health")
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    pause(HEALTH);
                    serving.ready(readiness.check());
                  }
                });
    return () -> {
      readiness.drain();
      follower.interrupt();
      serving.ready(false);
    };
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
