package io.holdfast.casefile.events;

import io.holdfast.casefile.casefile.CaseCommand.RecordLookup;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.LookupLink;
import io.holdfast.casefile.casefile.LookupState;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.wire.AccountProtos;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import java.time.Instant;
import java.util.List;

/**
 * Tells cases what becomes of their urgent lookups. Each lookup's link keeps the number of the last
 * event heard of it, so that a repeat changes nothing.
 */
public final class AccountQueryEvents implements EventHandler<AccountQueryEvent> {
  private final Recorder recorder;

  public AccountQueryEvents(Aggregates<CaseFile> cases) {
    this.recorder = new Recorder(cases);
  }

  @Override
  public Class<AccountQueryEvent> type() {
    return AccountQueryEvent.class;
  }

  @Override
  public void handle(List<Received<AccountQueryEvent>> batch) {
    batch.forEach(this::record);
  }

  private void record(Received<AccountQueryEvent> received) {
    String caseId = received.data().getCard().getCaseId();
    String eventId = received.event().getId();
    if (recorder.knows(caseId, eventId)) {
      RecordLookup command = command(received);
      recorder.record(
          caseId, eventId, Mutation.unnumbered(received.event()), command, command.time());
    }
  }

  private static RecordLookup command(Received<AccountQueryEvent> received) {
    Event event = received.event();
    AccountQueryEvent data = received.data();
    var card = data.getCard();
    Account payee =
        data.hasPayee() ? Tidying.tidied(AccountProtos.fromProto(data.getPayee())) : null;
    return new RecordLookup(
        new LookupLink(
            card.getAccountQuery(),
            card.getTransfer(),
            state(data),
            card.getInstitution(),
            Math.max(1, card.getStep()),
            payee,
            data.getStopOrder(),
            event.getSeq()),
        data.getClock().isEmpty()
            ? data.getChange().name()
            : data.getChange().name() + ':' + data.getClock(),
        event.getActor().getInstitution(),
        Instant.ofEpochSecond(event.getTime().getSeconds(), event.getTime().getNanos()));
  }

  private static LookupState state(AccountQueryEvent data) {
    return switch (data.getCard().getState()) {
      case LOOKUP_STATE_UNSPECIFIED, UNRECOGNIZED -> LookupState.ASKED;
      case LOOKUP_ISSUED -> LookupState.ISSUED;
      case LOOKUP_SENT -> LookupState.SENT;
      case LOOKUP_ACKNOWLEDGED -> LookupState.ACKNOWLEDGED;
      case LOOKUP_TOLD -> LookupState.TOLD;
      case LOOKUP_PASSED_ON -> LookupState.PASSED_ON;
      case LOOKUP_UNABLE -> LookupState.UNABLE;
      case LOOKUP_RECALLED -> LookupState.RECALLED;
    };
  }
}
