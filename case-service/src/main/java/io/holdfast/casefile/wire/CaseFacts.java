package io.holdfast.casefile.wire;

import io.holdfast.casefile.casefile.CaseClock;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.Confirmation;
import io.holdfast.casefile.casefile.LookupRequest;
import io.holdfast.casefile.casefile.Protection;
import io.holdfast.casefile.casefile.StopRequest;
import io.holdfast.casefile.casefile.TraceRequest;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.CaseAccepted;
import io.holdfast.proto.casefile.v1.CaseBinding;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseClockMet;
import io.holdfast.proto.casefile.v1.CaseClockMissed;
import io.holdfast.proto.casefile.v1.CaseClockWarned;
import io.holdfast.proto.casefile.v1.CaseDeclined;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CaseReviewed;
import io.holdfast.proto.casefile.v1.LookupsRequested;
import io.holdfast.proto.casefile.v1.OrderTransfers;
import io.holdfast.proto.casefile.v1.ProtectionReleased;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmed;
import io.holdfast.proto.casefile.v1.StopsRequested;
import io.holdfast.proto.casefile.v1.TransfersJoined;
import io.holdfast.proto.casefile.v1.VictimConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What other services are told of a case: each fact goes only where somebody acts on it. */
public final class CaseFacts {
  private final String id;
  private final String policy;
  private final Instant now;

  /** Facts of the case {@code id}, opened under {@code policy}, as of {@code now}. */
  public CaseFacts(String id, String policy, Instant now) {
    this.id = id;
    this.policy = policy;
    this.now = now;
  }

  /** freeze-service makes these orders and lookups; nothing is told where there are none. */
  public List<Fact> requested(CaseFile file, List<StopRequest> stops, List<LookupRequest> lookups) {
    var facts = new ArrayList<>(stopsRequested(file, stops));
    facts.addAll(lookupsRequested(file, lookups));
    return facts;
  }

  private List<Fact> lookupsRequested(CaseFile file, List<LookupRequest> lookups) {
    if (lookups.isEmpty()) {
      return List.of();
    }
    var requested =
        LookupsRequested.newBuilder()
            .setOfficer(ReportProtos.toProto(file.report().officer()))
            .setReceiveTime(Times.toProto(file.report().receiveTime()))
            .setConsent(file.report().lookupConsent());
    if (!file.report().secondOfficer().isEmpty()) {
      requested.setSecondOfficer(ReportProtos.toProto(file.report().secondOfficer()));
    }
    Confirmation word = file.confirmation();
    if (word != null) {
      requested
          .setSecondOfficer(ReportProtos.toProto(word.officer()))
          .setSecondOfficerConfirmTime(Times.toProto(word.confirmTime()));
    }
    lookups.forEach(
        lookup ->
            requested.addLookups(
                io.holdfast.proto.casefile.v1.LookupRequest.newBuilder()
                    .setAccountQuery(lookup.accountQuery())
                    .setQueryNumber(lookup.queryNumber())
                    .setTransfer(AccountProtos.toProto(lookup.transfer()))));
    return List.of(
        Fact.to(event(file).setLookupsRequested(requested).build(), Receiver.FREEZE_SERVICE));
  }

  private List<Fact> stopsRequested(CaseFile file, List<StopRequest> stops) {
    if (stops.isEmpty()) {
      return List.of();
    }
    var requested =
        StopsRequested.newBuilder()
            .setOfficer(ReportProtos.toProto(file.report().officer()))
            .setFraudType(ReportEnums.fraudType(file.report().fraudType()))
            .setReceiveTime(Times.toProto(file.report().receiveTime()));
    if (!file.report().secondOfficer().isEmpty()) {
      requested.setSecondOfficer(ReportProtos.toProto(file.report().secondOfficer()));
    }
    Confirmation word = file.confirmation();
    if (word != null) {
      requested
          .setSecondOfficer(ReportProtos.toProto(word.officer()))
          .setSecondOfficerConfirmTime(Times.toProto(word.confirmTime()));
    }
    stops.forEach(stop -> requested.addStops(toProto(file, stop)));
    return List.of(
        Fact.to(event(file).setStopsRequested(requested).build(), Receiver.FREEZE_SERVICE));
  }

  /**
   * freeze-service makes the orders, and adds to those under way the transfers that were told for
   * their accounts.
   *
   * @param before the case before the change
   */
  public List<Fact> transfers(
      CaseFile before, CaseFile file, List<StopRequest> stops, List<LookupRequest> lookups) {
    var facts = new ArrayList<>(requested(file, stops, lookups));
    Map<String, List<Transfer>> joined = new LinkedHashMap<>();
    for (Transfer transfer : file.report().transfers()) {
      String order = transfer.stopOrder();
      boolean known =
          before.report().transfers().stream()
              .anyMatch(
                  each -> each.number() == transfer.number() && each.stopOrder().equals(order));
      boolean fresh = stops.stream().anyMatch(stop -> stop.stopOrder().equals(order));
      if (!order.isEmpty() && !known && !fresh) {
        joined.computeIfAbsent(order, _ -> new ArrayList<>()).add(transfer);
      }
    }
    if (!joined.isEmpty()) {
      var told = TransfersJoined.newBuilder();
      joined.forEach(
          (order, transfers) ->
              told.addOrders(
                  OrderTransfers.newBuilder()
                      .setStopOrder(order)
                      .addAllTransfers(transfers.stream().map(AccountProtos::toProto).toList())));
      facts.add(Fact.to(event(file).setTransfersJoined(told).build(), Receiver.FREEZE_SERVICE));
    }
    return facts;
  }

  /** freeze-service lifts these protective stops; nothing is told where there are none. */
  public List<Fact> protectionReleased(CaseFile file, List<String> orders, String wordForm) {
    return orders.isEmpty()
        ? List.of()
        : List.of(
            Fact.to(
                event(file)
                    .setProtectionReleased(
                        ProtectionReleased.newBuilder()
                            .addAllStopOrders(orders)
                            .setWordForm(wordForm))
                    .build(),
                Receiver.FREEZE_SERVICE));
  }

  /** freeze-service shows it on the case's orders; nothing is told where there are none. */
  public List<Fact> confirmed(CaseFile file, Confirmation word) {
    if (file.orders().isEmpty() && file.lookups().isEmpty()) {
      return List.of();
    }
    var told =
        SecondOfficerConfirmed.newBuilder()
            .setOfficer(ReportProtos.toProto(word.officer()))
            .setConfirmTime(Times.toProto(word.confirmTime()));
    file.orders().forEach(order -> told.addStopOrders(order.stopOrder()));
    file.lookups().forEach(lookup -> told.addAccountQueries(lookup.accountQuery()));
    return List.of(
        Fact.to(event(file).setSecondOfficerConfirmed(told).build(), Receiver.FREEZE_SERVICE));
  }

  /** The approver's desk gets the decision to make. */
  public List<Fact> reviewed(CaseFile file) {
    return toDesks(file, event(file).setReviewed(CaseReviewed.getDefaultInstance()));
  }

  /** The approver's desk is rid of it. */
  public List<Fact> accepted(CaseFile file) {
    return toDesks(file, event(file).setAccepted(CaseAccepted.getDefaultInstance()));
  }

  /** The approver's desk is rid of it. */
  public List<Fact> declined(CaseFile file) {
    return toDesks(file, event(file).setDeclined(CaseDeclined.getDefaultInstance()));
  }

  /** Desks and boards see that a clock ends or has ended. */
  public Fact clockTold(CaseFile file, CaseClock clock) {
    String name = clock.name().word();
    return toDesk(
        file,
        clock.missed()
            ? event(file).setClockMissed(CaseClockMissed.newBuilder().setClock(name))
            : event(file).setClockWarned(CaseClockWarned.newBuilder().setClock(name)));
  }

  /** Desks and boards see that what was owed is done. */
  public Fact clockMet(CaseFile file, CaseClock clock) {
    return toDesk(
        file, event(file).setClockMet(CaseClockMet.newBuilder().setClock(clock.name().word())));
  }

  /** liaison-service makes this trace. */
  public List<Fact> traceRequested(CaseFile file, TraceRequest request, Instant time) {
    return toDesks(file, event(file).setTraceRequested(TraceProtos.requested(file, request, time)));
  }

  private List<Fact> toDesks(CaseFile file, CaseEvent.Builder event) {
    return List.of(toDesk(file, event));
  }

  private Fact toDesk(CaseFile file, CaseEvent.Builder event) {
    file.clocks()
        .forEach(clock -> event.getCardBuilder().addClocks(CaseProtos.toProto(clock, now)));
    return Fact.to(event.build(), Receiver.LIAISON_SERVICE);
  }

  /** What another service binds something of its own by. */
  public CaseBinding binding(CaseFile file) {
    var binding = CaseBinding.newBuilder().setCard(card(file));
    if (!file.report().secondOfficer().isEmpty()) {
      binding.setSecondOfficer(ReportProtos.toProto(file.report().secondOfficer()));
    }
    Confirmation word = file.confirmation();
    if (word != null) {
      binding
          .setSecondOfficer(ReportProtos.toProto(word.officer()))
          .setSecondOfficerConfirmTime(Times.toProto(word.confirmTime()));
    }
    return binding.build();
  }

  private CaseEvent.Builder event(CaseFile file) {
    return CaseEvent.newBuilder().setCard(card(file));
  }

  private CaseCard card(CaseFile file) {
    return CaseCard.newBuilder()
        .setCaseId(id)
        .setReceiptNumber(file.receiptNumber())
        .setState(CaseProtos.state(file.state().name()))
        .setStation(file.station())
        .addAllStationAncestors(file.stationAncestors())
        .setRegion(file.region())
        .setPolicy(policy)
        .setTotalLossFen(file.report().totalLossFen())
        .build();
  }

  private static io.holdfast.proto.casefile.v1.StopRequest toProto(
      CaseFile file, StopRequest stop) {
    var proto =
        io.holdfast.proto.casefile.v1.StopRequest.newBuilder()
            .setStopOrder(stop.stopOrder())
            .setOrderNumber(stop.orderNumber())
            .setPayee(AccountProtos.toProto(stop.payee()));
    file.protections().stream()
        .filter(each -> each.stopOrder().equals(stop.stopOrder()))
        .forEach(each -> proto.setConsent(consent(each)));
    stop.transfers().forEach(transfer -> proto.addTransfers(AccountProtos.toProto(transfer)));
    return proto.build();
  }

  private static VictimConsent consent(Protection protection) {
    return VictimConsent.newBuilder()
        .setConsentTime(Times.toProto(protection.consentTime()))
        .setForm(protection.consentForm())
        .build();
  }
}
