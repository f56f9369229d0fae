package io.holdfast.liaison.officer.grpc;

import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.officer.Decision;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.OfficerCommand;
import io.holdfast.liaison.officer.OfficerEvent;
import io.holdfast.liaison.officer.OfficerRules;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.InstitutionSwitched;
import java.util.List;

/**
 * The logins of an institution's people follow the institution. What is told again finds everybody
 * where he is to be.
 */
public final class SwitchedInstitutions implements EventHandler<InstitutionSwitched> {
  private static final int PAGE = 100;

  private final OfficerBook officers;
  private final LegalClock clock;

  public SwitchedInstitutions(OfficerBook officers, LegalClock clock) {
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  public Class<InstitutionSwitched> type() {
    return InstitutionSwitched.class;
  }

  @Override
  public void handle(List<Received<InstitutionSwitched>> batch) {
    for (Received<InstitutionSwitched> received : batch) {
      OfficerCommand command =
          received.data().getDisabled()
              ? new OfficerCommand.Suspend(received.data().getReason())
              : new OfficerCommand.Resume();
      String token = "";
      do {
        Page<Stored<Officer>> page = officers.of(received.data().getInstitution(), PAGE, token);
        page.items().forEach(officer -> change(officer.id(), command, received.event()));
        token = page.nextPageToken();
      } while (!token.isEmpty());
    }
  }

  private void change(String id, OfficerCommand command, Event cause) {
    officers.aggregates().change(id, Mutation.of(cause), seen -> decided(seen.state(), command));
  }

  private Change<Officer> decided(Officer officer, OfficerCommand command) {
    return switch (OfficerRules.decide(officer.state(), command, clock.instant())) {
      case Decision.Accepted(OfficerEvent event) ->
          Change.to(officer.with(OfficerRules.evolve(officer.state(), event)));
      case Decision.Overtaken(), Decision.Refused _ -> Change.none();
    };
  }
}
