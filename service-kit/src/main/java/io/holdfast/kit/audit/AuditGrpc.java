package io.holdfast.kit.audit;

import com.google.protobuf.Timestamp;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Actor;
import io.holdfast.proto.access.v1.AuditActor;
import io.holdfast.proto.access.v1.AuditOutcome;
import io.holdfast.proto.access.v1.ListAuditEntriesRequest;
import io.holdfast.proto.access.v1.ListAuditEntriesResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ListAuditEntries} as every service serves it, under its own name. An entry tells who by
 * ids alone, so reading the log unmasks nobody; and reading it is on record.
 */
public final class AuditGrpc implements BindableService {
  /** Longest span searched where nothing else bounds the search. */
  private static final Duration SPAN_MAX = Duration.ofDays(31);

  private static final String SUBJECT = "auditEntries";

  private final ServiceDescriptor service;
  private final MethodDescriptor<ListAuditEntriesRequest, ListAuditEntriesResponse> method;
  private final AuditTrail trail;
  private final ReadLog reads;
  private final LegalClock clock;

  /**
   * @param service the service's contract, whose one method is {@code method}
   */
  public AuditGrpc(
      ServiceDescriptor service,
      MethodDescriptor<ListAuditEntriesRequest, ListAuditEntriesResponse> method,
      AuditTrail trail,
      ReadLog reads,
      LegalClock clock) {
    this.service = service;
    this.method = method;
    this.trail = trail;
    this.reads = reads;
    this.clock = clock;
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(service)
        .addMethod(method, ServerCalls.asyncUnaryCall(this::list))
        .build();
  }

  private void list(
      ListAuditEntriesRequest request, StreamObserver<ListAuditEntriesResponse> answer) {
    Call call = Call.current();
    AuditTrail.Question question = question(call, request);
    AuditTrail.Answer found = trail.ask(question, request.getPageSize(), request.getPageToken());
    reads.read(call, SUBJECT, asked(request));
    var response = ListAuditEntriesResponse.newBuilder().setNextPageToken(found.nextPageToken());
    found.entries().forEach(entry -> response.addAuditEntries(proto(entry)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  /** Whose doings were looked at: that is what an auditor answers for. */
  private static List<String> asked(ListAuditEntriesRequest request) {
    return Stream.of(
            request.getSubject(),
            request.getOfficer().isEmpty() ? "" : "officers/" + request.getOfficer(),
            request.getInstitution().isEmpty() ? "" : "institutions/" + request.getInstitution())
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private AuditTrail.Question question(Call call, ListAuditEntriesRequest request) {
    Instant until = request.hasToTime() ? instant(request.getToTime()) : clock.instant();
    boolean narrow = !request.getSubject().isEmpty() || !request.getOfficer().isEmpty();
    Instant from =
        request.hasFromTime()
            ? instant(request.getFromTime())
            : narrow ? Instant.EPOCH : until.minus(SPAN_MAX);
    if (from.isAfter(until) || (!narrow && from.isBefore(until.minus(SPAN_MAX)))) {
      throw Problem.invalid(
          List.of(
              new Problem.Violation(
                  "fromTime",
                  "AUDIT_SPAN",
                  "起止时间须相距不超过31天（按对象或人员查询时不限），且先后有序。",
                  "At most 31 days before to_time, unless subject or officer is given; not after"
                      + " it.")));
    }
    return new AuditTrail.Question(
        Access.area(call.caller().region()),
        from,
        // What happens at this very instant shall be found by whoever asks next, not twice.
        request.hasToTime() ? until : until.plusMillis(1),
        request.getSubject(),
        request.getOfficer(),
        request.getInstitution(),
        request.getAction(),
        request.getOutcome() == AuditOutcome.AUDIT_OUTCOME_UNSPECIFIED
            ? ""
            : request.getOutcome().name());
  }

  private static io.holdfast.proto.access.v1.AuditEntry proto(AuditEntry entry) {
    Actor actor = entry.actor();
    return io.holdfast.proto.access.v1.AuditEntry.newBuilder()
        .setId(entry.id())
        .setTime(timestamp(entry.time()))
        .setActor(
            AuditActor.newBuilder()
                .setOfficer(actor.officer())
                .setSubject(actor.subject())
                .setClient(actor.client())
                .setInstitution(actor.institution())
                .addAllRoles(actor.roles()))
        .setAction(entry.action())
        .setSubject(entry.subject())
        .addAllItems(entry.items())
        .setOutcome(
            switch (entry.outcome()) {
              case DONE -> AuditOutcome.DONE;
              case READ -> AuditOutcome.READ;
              case REFUSED -> AuditOutcome.REFUSED;
            })
        .setReason(entry.reason())
        .setCause(entry.cause())
        .setHash(entry.hash())
        .build();
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
