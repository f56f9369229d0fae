package io.holdfast.freezing.lookup.grpc;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.Consent;
import io.holdfast.freezing.lookup.EarlierLookupAnswer;
import io.holdfast.freezing.lookup.GivenAnswer;
import io.holdfast.freezing.lookup.LookupAnswer;
import io.holdfast.freezing.lookup.LookupClocks;
import io.holdfast.freezing.lookup.LookupCommand;
import io.holdfast.freezing.lookup.LookupNext;
import io.holdfast.freezing.lookup.LookupState;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.freezing.stop.grpc.OperatorProtos;
import io.holdfast.freezing.stop.grpc.OutflowProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.freezing.v1.AccountQuerySummary;
import io.holdfast.proto.freezing.v1.FoundNothing;
import io.holdfast.proto.freezing.v1.FoundOnward;
import io.holdfast.proto.freezing.v1.FoundPayee;
import io.holdfast.proto.freezing.v1.LookupConsent;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.freezing.v1.OrderClock;
import java.time.Instant;
import java.util.List;

/** Lookups between contract and domain. */
public final class LookupProtos {
  private LookupProtos() {}

  /**
   * The lookup as of {@code now}.
   *
   * @param inFull whether the payer's account and name are shown at all; the contract's {@code
   *     seen_by} then decides by role
   */
  static io.holdfast.proto.freezing.v1.AccountQuery query(
      Stored<AccountQuery> stored, boolean inFull, Instant now) {
    AccountQuery query = stored.state();
    var request = query.request();
    TransferOut transfer = request.transfer();
    var out =
        io.holdfast.proto.freezing.v1.AccountQuery.newBuilder()
            .setId(stored.id())
            .setEtag(stored.etag())
            .setQueryNumber(request.queryNumber())
            .setState(state(query.state()))
            .setPolicy(stored.policy())
            .setCaseId(request.caseId())
            .setStation(request.station())
            .setInstitution(query.destination().bank())
            .setRoutingBasis(StopProtos.basis(query.destination()))
            .setRoutingReason(query.destination().reason())
            .setTransfer(transfer.number())
            .setAmountFen(transfer.amountFen())
            .setTransferTime(StopProtos.time(transfer.time()))
            .setChannel(StopProtos.channel(transfer.channel()))
            .setSerialNumber(transfer.serialNumber())
            .setMaskedPayerAccount(transfer.payerNumber().masked())
            .setPayerInstitutionName(transfer.payerInstitutionName())
            .setSeenPayee(OutflowProtos.payee(request.seen()))
            .setConsent(consent(query.consent()))
            .setOfficer(StopProtos.officer(request.officer()))
            .setSecondOfficer(StopProtos.officer(request.secondOfficer()))
            .setStep(request.step().number())
            .setParentAccountQuery(request.step().parent())
            .addAllClocks(clocks(query, now))
            .setCreateTime(StopProtos.time(request.issueTime()));
    if (inFull) {
      out.setPayerAccountNumber(transfer.payerNumber().reveal())
          .setPayerAccountName(transfer.payerName().reveal());
    }
    if (request.confirmation() instanceof SecondOfficer.Confirmed confirmed) {
      out.setSecondOfficer(StopProtos.officer(confirmed.officer()));
    }
    if (query.answer() != null) {
      out.setAnswer(answer(query.answer()));
      next(out, query.next());
    }
    query.earlierAnswers().forEach(each -> out.addEarlierAnswers(earlier(each)));
    if (query.sendTime() != null) {
      out.setSendTime(StopProtos.time(query.sendTime()));
    }
    if (query.acknowledgeTime() != null) {
      out.setAcknowledgeTime(StopProtos.time(query.acknowledgeTime()));
    }
    if (query.state() instanceof LookupState.Recalled(_, var cause, var reason)) {
      out.setEndReason(cause == LookupState.Cause.POLICE ? reason : cause.name());
    }
    return out.build();
  }

  private static void next(
      io.holdfast.proto.freezing.v1.AccountQuery.Builder out, LookupNext next) {
    switch (next) {
      case LookupNext.EndsHere _ ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_ENDS_HERE);
      case LookupNext.Following _ ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_FOLLOWING);
      case LookupNext.StopOpened(var order) ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_STOP_OPENED)
              .setStopOrder(order);
      case LookupNext.StopJoined(var order, _) ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_STOP_JOINED)
              .setStopOrder(order);
      case LookupNext.NextAsked(var query) ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_NEXT_ASKED)
              .setNextAccountQuery(query);
      case LookupNext.HeldBack(var bound) ->
          out.setNext(io.holdfast.proto.freezing.v1.LookupNext.LOOKUP_HELD_BACK)
              .setBound(bound.word());
    }
  }

  /** One line of a list. */
  static AccountQuerySummary summary(Stored<AccountQuery> stored) {
    var request = stored.state().request();
    return AccountQuerySummary.newBuilder()
        .setId(stored.id())
        .setQueryNumber(request.queryNumber())
        .setState(state(stored.state().state()))
        .setCaseId(request.caseId())
        .setInstitution(stored.state().destination().bank())
        .setMaskedPayerAccount(request.transfer().payerNumber().masked())
        .setAmountFen(request.transfer().amountFen())
        .setCreateTime(StopProtos.time(request.issueTime()))
        .build();
  }

  /** The state's name in the contract. */
  public static io.holdfast.proto.freezing.v1.LookupState state(LookupState state) {
    return io.holdfast.proto.freezing.v1.LookupState.valueOf("LOOKUP_" + state.name().name());
  }

  /** All clocks that matter at {@code now}. */
  public static List<OrderClock> clocks(AccountQuery query, Instant now) {
    return LookupClocks.of(query, now).stream().map(StopProtos::clock).toList();
  }

  /** Why an institution cannot tell, as the contract names it. */
  public static LookupUnableReason why(LookupAnswer.Why why) {
    return LookupUnableReason.valueOf(why.name());
  }

  private static LookupConsent consent(Consent consent) {
    return switch (consent) {
      case Consent.Missing _ -> LookupConsent.getDefaultInstance();
      case Consent.Recorded(var time) ->
          LookupConsent.newBuilder().setGiven(true).setRecordTime(StopProtos.time(time)).build();
    };
  }

  private static io.holdfast.proto.freezing.v1.LookupAnswer answer(GivenAnswer given) {
    var out =
        io.holdfast.proto.freezing.v1.LookupAnswer.newBuilder()
            .setNumber(given.number())
            .setOperator(OperatorProtos.operator(given.operator()))
            .setAnswerTime(StopProtos.time(given.answerTime()));
    switch (given.answer()) {
      case LookupAnswer.Told(var payee, var serial) ->
          out.setState(io.holdfast.proto.freezing.v1.LookupState.LOOKUP_TOLD)
              .setPayee(OutflowProtos.payee(payee))
              .setSerialNumber(serial);
      case LookupAnswer.Onward(var name, var institution, var serial, var note) ->
          out.setState(io.holdfast.proto.freezing.v1.LookupState.LOOKUP_PASSED_ON)
              .setOnwardInstitutionName(name)
              .setOnwardInstitution(institution)
              .setSerialNumber(serial)
              .setNote(note.reveal());
      case LookupAnswer.Unable(var why, var note) ->
          out.setState(io.holdfast.proto.freezing.v1.LookupState.LOOKUP_UNABLE)
              .setUnableReason(why(why))
              .setNote(note.reveal());
    }
    return out.build();
  }

  private static io.holdfast.proto.freezing.v1.EarlierLookupAnswer earlier(
      EarlierLookupAnswer earlier) {
    return io.holdfast.proto.freezing.v1.EarlierLookupAnswer.newBuilder()
        .setAnswer(answer(earlier.given()))
        .setReason(earlier.reason())
        .setCorrectTime(StopProtos.time(earlier.correctTime()))
        .build();
  }

  static LookupCommand.Answer found(Call call, FoundPayee found) {
    return new LookupCommand.Answer(
        new LookupAnswer.Told(
            RequestProtos.payee(found.getPayee()), found.getSerialNumber().strip()),
        OperatorProtos.operator(call, found.getOperator()));
  }

  static LookupCommand.Answer found(Call call, FoundOnward found) {
    return new LookupCommand.Answer(
        new LookupAnswer.Onward(
            found.getInstitutionName().strip(),
            found.getInstitution(),
            found.getSerialNumber().strip(),
            note(found.getNote())),
        OperatorProtos.operator(call, found.getOperator()));
  }

  static LookupCommand.Answer found(Call call, FoundNothing found) {
    return new LookupCommand.Answer(
        new LookupAnswer.Unable(
            switch (found.getReason()) {
              case NO_SUCH_TRANSACTION -> LookupAnswer.Why.NO_SUCH_TRANSACTION;
              case PAYER_NOT_OURS -> LookupAnswer.Why.PAYER_NOT_OURS;
              case CONSENT_MISSING -> LookupAnswer.Why.CONSENT_MISSING;
              case LOOKUP_UNABLE_REASON_UNSPECIFIED, UNRECOGNIZED ->
                  throw new IllegalArgumentException(
                      "validation lets no answer without a reason through");
            },
            note(found.getNote())),
        OperatorProtos.operator(call, found.getOperator()));
  }

  private static Personal note(String text) {
    return Personal.of(Personal.Kind.TEXT, text.strip());
  }
}
