package io.holdfast.liaison.officer.grpc;

import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.officer.Decision;
import io.holdfast.liaison.officer.IdentityProvider;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.OfficerCommand;
import io.holdfast.liaison.officer.OfficerEvent;
import io.holdfast.liaison.officer.OfficerRules;
import io.holdfast.liaison.officer.OfficerState;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the identity provider what it does not know yet, for as long as it takes. */
final class Provisioning implements Waker {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  private final Aggregates<Officer> officers;
  private final IdentityProvider provider;
  private final LegalClock clock;

  Provisioning(Aggregates<Officer> officers, IdentityProvider provider, LegalClock clock) {
    this.officers = officers;
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public void wake(String id) {
    Instant now = clock.instant();
    officers
        .find(id)
        .filter(stored -> stored.state().nextTryTime().filter(due -> !due.isAfter(now)).isPresent())
        .ifPresent(stored -> record(id, tell(stored)));
  }

  /**
   * Asks the provider outside of any write: what it did is then recorded in whatever state the
   * officer is in.
   */
  private OfficerCommand tell(Stored<Officer> stored) {
    Officer officer = stored.state();
    try {
      return switch (officer.state()) {
        case OfficerState.Provisioning state -> {
          provider.provision(stored.id(), officer, state.initialPassword());
          yield new OfficerCommand.ConfirmProvisioned();
        }
        case OfficerState.Disabling _ -> {
          provider.disable(officer.username());
          yield new OfficerCommand.ConfirmDisabled();
        }
        case OfficerState.Active _, OfficerState.Disabled _ -> new OfficerCommand.PutOff();
      };
    } catch (RuntimeException e) {
      LOG.warn("the identity provider did not take officer {}: {}", stored.id(), e.toString());
      return new OfficerCommand.PutOff();
    }
  }

  private void record(String id, OfficerCommand answer) {
    officers.change(
        id,
        Mutation.clock("", answer.getClass().getSimpleName()),
        seen -> change(seen.state(), answer));
  }

  private Change<Officer> change(Officer officer, OfficerCommand answer) {
    return switch (OfficerRules.decide(officer.state(), answer, clock.instant())) {
      case Decision.Accepted(OfficerEvent event) ->
          Change.to(officer.with(OfficerRules.evolve(officer.state(), event)));
      case Decision.Overtaken(), Decision.Refused _ -> Change.none();
    };
  }
}
