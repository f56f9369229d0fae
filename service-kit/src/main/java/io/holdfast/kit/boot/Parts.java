package io.holdfast.kit.boot;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.holdfast.kit.audit.AuditGrpc;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.audit.AuditTrail;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.crypto.Keys;
import io.holdfast.kit.grpc.Peer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.access.v1.ListAuditEntriesRequest;
import io.holdfast.proto.access.v1.ListAuditEntriesResponse;
import io.holdfast.proto.access.v1.Receiver;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a service is built from.
 *
 * @param settings what the environment says
 * @param keys sealing, lookup, signing
 * @param store the service's own database
 * @param aggregates opens its kinds of aggregates; they are settled and woken by the runtime
 * @param policies all policies
 * @param legal the clock of rules, deadlines and facts
 * @param system the clock of tokens, leases and backoff
 * @param ids new ids, unpredictable
 * @param random for jitter, unpredictable
 * @param peers the three services by the name their events go by
 * @param metrics for figures of its own
 * @param audit for reads that show nothing marked personal and are to be on record all the same
 * @param trail what is on record
 */
public record Parts(
    ServiceSettings settings,
    Keys keys,
    MongoStore store,
    AggregateStore aggregates,
    PolicySet policies,
    LegalClock legal,
    InstantSource system,
    Ids ids,
    RandomGenerator random,
    Map<Receiver, Peer> peers,
    Metrics metrics,
    AuditLog audit,
    AuditTrail trail) {
  /** The face of the audit log, under the service's own name. */
  public BindableService auditLog(
      ServiceDescriptor service,
      MethodDescriptor<ListAuditEntriesRequest, ListAuditEntriesResponse> method) {
    return new AuditGrpc(service, method, trail, reads(), legal);
  }

  /** Puts reads on record. */
  public ReadLog reads() {
    return new ReadLog(audit, legal, ids);
  }

  /** The way to a service. */
  public Peer peer(Receiver service) {
    Peer peer = peers.get(service);
    if (peer == null) {
      throw new IllegalArgumentException(service + " (expected: one of " + peers.keySet() + ")");
    }
    return peer;
  }
}
