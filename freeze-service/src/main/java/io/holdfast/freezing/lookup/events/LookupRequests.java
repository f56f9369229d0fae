package io.holdfast.freezing.lookup.events;

import io.holdfast.freezing.lookup.Consent;
import io.holdfast.freezing.lookup.LookupCommand;
import io.holdfast.freezing.lookup.LookupLimits;
import io.holdfast.freezing.lookup.LookupRequest;
import io.holdfast.freezing.lookup.desk.LookupDesk;
import io.holdfast.freezing.lookup.policy.LookupPolicies;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.LookupsRequested;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Has the lookups made that case-service asks for. Their ids come with the request. */
public final class LookupRequests {
  private final LookupDesk desk;
  private final LookupPolicies policies;
  private final StopPolicies stopPolicies;

  public LookupRequests(LookupDesk desk, LookupPolicies policies, StopPolicies stopPolicies) {
    this.desk = desk;
    this.policies = policies;
    this.stopPolicies = stopPolicies;
  }

  /** Takes what a case tells of its lookups. */
  public void told(Received<CaseEvent> received) {
    CaseEvent event = received.data();
    Mutation by = Mutation.of(received.event());
    if (event.hasLookupsRequested()) {
      make(event.getCard(), event.getLookupsRequested(), by);
    } else if (event.hasSecondOfficerConfirmed()) {
      confirm(event.getSecondOfficerConfirmed(), by);
    }
  }

  private void make(CaseCard card, LookupsRequested asked, Mutation by) {
    Instant now = desk.now();
    LookupLimits limits = policies.limits(card.getPolicy());
    Instant confirmDue =
        now.plus(stopPolicies.limits(card.getPolicy(), Purpose.SUSPECT).secondOfficer().length());
    Map<String, LookupRequest> requests = new LinkedHashMap<>();
    for (var lookup : asked.getLookupsList()) {
      var transfer = lookup.getTransfer();
      requests.put(
          lookup.getAccountQuery(),
          new LookupRequest(
              lookup.getQueryNumber(),
              card.getCaseId(),
              card.getStation(),
              card.getStationAncestorsList(),
              card.getRegion(),
              RequestProtos.officer(asked.getOfficer()),
              RequestProtos.officer(asked.getSecondOfficer()),
              RequestProtos.confirmation(
                  asked.getSecondOfficer(),
                  asked.hasSecondOfficerConfirmTime() ? asked.getSecondOfficerConfirmTime() : null,
                  confirmDue),
              RequestProtos.transfer(transfer),
              RequestProtos.payee(transfer.getPayee()),
              RequestProtos.payee(transfer.getPayer()),
              asked.hasReceiveTime() ? RequestProtos.time(asked.getReceiveTime()) : now,
              now,
              limits,
              LookupRequest.Step.FIRST));
    }
    desk.make(
        requests, asked.getConsent() ? new Consent.Recorded(now) : new Consent.Missing(), by, now);
  }

  /** The second officer has confirmed; what a lookup opens later carries it. */
  private void confirm(SecondOfficerConfirmed told, Mutation by) {
    var command =
        new LookupCommand.ConfirmSecondOfficer(
            RequestProtos.officer(told.getOfficer()), RequestProtos.time(told.getConfirmTime()));
    for (String id : told.getAccountQueriesList()) {
      if (desk.find(id).isPresent()) {
        desk.told(id, by, command);
      }
    }
  }
}
