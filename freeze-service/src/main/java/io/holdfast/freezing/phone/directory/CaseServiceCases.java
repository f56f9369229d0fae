package io.holdfast.freezing.phone.directory;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.holdfast.freezing.phone.desk.CaseBinding;
import io.holdfast.freezing.phone.desk.Cases;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc.CaseBindingsBlockingStub;
import io.holdfast.proto.casefile.v1.GetCaseBindingRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The cases, asked of case-service: an adoption can wait for it, a stop never does. */
public final class CaseServiceCases implements Cases {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final CaseBindingsBlockingStub service;

  public CaseServiceCases(CaseBindingsBlockingStub service) {
    this.service = service;
  }

  @Override
  public Optional<CaseBinding> find(String id) {
    try {
      var found =
          service
              .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
              .getCaseBinding(GetCaseBindingRequest.newBuilder().setCaseId(id).build());
      return Optional.of(
          new CaseBinding(
              found.getCard().getStation(),
              found.getCard().getPolicy(),
              RequestProtos.officer(found.getSecondOfficer()),
              StopProtos.time(
                  found.hasSecondOfficerConfirmTime(), found.getSecondOfficerConfirmTime())));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Code.PERMISSION_DENIED) {
        return Optional.empty();
      }
      throw Problem.of(KitReason.PEER_UNAVAILABLE, "peer", "case-service").retryAfter(RETRY);
    }
  }
}
