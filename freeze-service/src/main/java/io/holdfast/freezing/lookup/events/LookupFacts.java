package io.holdfast.freezing.lookup.events;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.GivenAnswer;
import io.holdfast.freezing.lookup.LookupAnswer;
import io.holdfast.freezing.lookup.LookupEvent;
import io.holdfast.freezing.lookup.LookupNext;
import io.holdfast.freezing.lookup.LookupState;
import io.holdfast.freezing.lookup.grpc.LookupProtos;
import io.holdfast.freezing.stop.grpc.OutflowProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.freezing.v1.AccountQueryCard;
import io.holdfast.proto.freezing.v1.AccountQueryErrand;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import io.holdfast.proto.freezing.v1.FollowAnswer;
import io.holdfast.proto.freezing.v1.LookupChange;
import io.holdfast.proto.freezing.v1.WithdrawAnswer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What other services are told of a lookup, and what this one has still to do about it. */
public final class LookupFacts {
  private LookupFacts() {}

  /**
   * The facts of a change, each with the lookup as it stands after the whole of it.
   *
   * @param query after the change
   */
  public static List<Fact> of(
      String id, AccountQuery query, List<LookupEvent> events, Instant now) {
    AccountQueryCard card = card(id, query, now);
    return events.stream()
        .flatMap(event -> Stream.concat(facts(card, event), errands(query, event)))
        .toList();
  }

  private static Stream<Fact> facts(AccountQueryCard card, LookupEvent event) {
    return switch (event) {
      case LookupEvent.LookupAsked _ -> all(card, LookupChange.LOOKUP_ASKED);
      case LookupEvent.LookupUnrouted _ -> all(card, LookupChange.LOOKUP_UNROUTED);
      case LookupEvent.LookupRouted _ -> all(card, LookupChange.LOOKUP_ROUTED);
      case LookupEvent.LookupAcknowledged _ -> all(card, LookupChange.LOOKUP_ACKNOWLEDGED_THERE);
      case LookupEvent.LookupAnswered(var given) -> answered(card, given);
      case LookupEvent.LookupCorrected _ -> all(card, LookupChange.LOOKUP_CORRECTED);
      case LookupEvent.AnswerSettled(_, var next) -> followed(card, next);
      case LookupEvent.ConsentRecorded _ -> all(card, LookupChange.LOOKUP_CONSENT_RECORDED);
      case LookupEvent.LookupRecalled _ -> all(card, LookupChange.LOOKUP_WITHDRAWN);
      case LookupEvent.ClockWarned(var clock, _, _) ->
          told(message(card, LookupChange.LOOKUP_CLOCK_WARNED).setClock(clock.word()));
      case LookupEvent.ClockMissed(var clock, _) ->
          told(message(card, LookupChange.LOOKUP_CLOCK_MISSED).setClock(clock.word()));
      // The case told of it itself; the officer who follows is told by what comes of it.
      case LookupEvent.SecondOfficerConfirmed _, LookupEvent.OnwardOrdered _ -> Stream.empty();
    };
  }

  /** The case hears the answer itself; a desk has no use for it. */
  private static Stream<Fact> answered(AccountQueryCard card, GivenAnswer given) {
    return switch (given.answer()) {
      case LookupAnswer.Told(var payee, _) -> {
        var message = message(card, LookupChange.LOOKUP_PAYEE_RECORDED);
        yield Stream.of(
            Fact.to(message.build(), Receiver.LIAISON_SERVICE),
            Fact.to(message.setPayee(OutflowProtos.payee(payee)).build(), Receiver.CASE_SERVICE));
      }
      case LookupAnswer.Onward _ -> all(card, LookupChange.LOOKUP_ONWARD_RECORDED);
      case LookupAnswer.Unable _ -> all(card, LookupChange.LOOKUP_UNABLE_RECORDED);
    };
  }

  private static Stream<Fact> followed(AccountQueryCard card, LookupNext next) {
    var message = message(card, LookupChange.LOOKUP_FOLLOWED);
    return switch (next) {
      case LookupNext.StopOpened(var order) -> told(message.setStopOrder(order));
      case LookupNext.StopJoined(var order, _) -> told(message.setStopOrder(order));
      case LookupNext.NextAsked(var query) -> told(message.setNextAccountQuery(query));
      case LookupNext.HeldBack _ -> told(message);
      case LookupNext.EndsHere _, LookupNext.Following _ -> Stream.empty();
    };
  }

  /** What this service tells itself, so that no crash can lose it. */
  private static Stream<Fact> errands(AccountQuery query, LookupEvent event) {
    return switch (event) {
      case LookupEvent.LookupAnswered(var given)
          when given.next() instanceof LookupNext.Following ->
          follow(given);
      case LookupEvent.OnwardOrdered _ ->
          Stream.ofNullable(query.answer()).flatMap(LookupFacts::follow);
      case LookupEvent.LookupCorrected(var earlier) when !kept(query, earlier.given()) ->
          withdraw(earlier.given());
      case LookupEvent.LookupRecalled _ ->
          Stream.ofNullable(query.answer()).flatMap(LookupFacts::withdraw);
      case LookupEvent.LookupAsked _,
          LookupEvent.LookupUnrouted _,
          LookupEvent.LookupRouted _,
          LookupEvent.LookupAcknowledged _,
          LookupEvent.LookupAnswered _,
          LookupEvent.LookupCorrected _,
          LookupEvent.AnswerSettled _,
          LookupEvent.ConsentRecorded _,
          LookupEvent.SecondOfficerConfirmed _,
          LookupEvent.ClockWarned _,
          LookupEvent.ClockMissed _ ->
          Stream.empty();
    };
  }

  /** Whether what followed on the earlier answer follows on the right one as well. */
  private static boolean kept(AccountQuery query, GivenAnswer earlier) {
    return query.answer() != null
        && query.answer().number() != earlier.number()
        && !(earlier.next() instanceof LookupNext.EndsHere)
        // Nobody knows how far it was followed.
        && !(earlier.next() instanceof LookupNext.Following)
        && query.answer().next().equals(earlier.next());
  }

  private static Stream<Fact> follow(GivenAnswer given) {
    return errand(
        AccountQueryErrand.newBuilder()
            .setFollowAnswer(FollowAnswer.newBuilder().setAnswer(given.number())));
  }

  private static Stream<Fact> withdraw(GivenAnswer given) {
    return given.next() instanceof LookupNext.EndsHere
        ? Stream.empty()
        : errand(
            AccountQueryErrand.newBuilder()
                .setWithdrawAnswer(WithdrawAnswer.newBuilder().setAnswer(given.number())));
  }

  private static Stream<Fact> errand(AccountQueryErrand.Builder errand) {
    return Stream.of(Fact.of(errand.build()));
  }

  private static Stream<Fact> all(AccountQueryCard card, LookupChange change) {
    return told(message(card, change));
  }

  private static Stream<Fact> told(AccountQueryEvent.Builder message) {
    return Stream.of(Fact.of(message.build()));
  }

  private static AccountQueryEvent.Builder message(AccountQueryCard card, LookupChange change) {
    return AccountQueryEvent.newBuilder().setCard(card).setChange(change);
  }

  private static AccountQueryCard card(String id, AccountQuery query, Instant now) {
    var request = query.request();
    var card =
        AccountQueryCard.newBuilder()
            .setAccountQuery(id)
            .setQueryNumber(request.queryNumber())
            .setState(LookupProtos.state(query.state()))
            .setCaseId(request.caseId())
            .setStation(request.station())
            .addAllStationAncestors(request.stationAncestors())
            .setRegion(request.region())
            .setInstitution(query.destination().bank())
            .setPolicy(request.limits().policy())
            .setMaskedPayerAccount(request.transfer().payerNumber().masked())
            .setAmountFen(request.transfer().amountFen())
            .addAllClocks(LookupProtos.clocks(query, now))
            .setIssueTime(StopProtos.time(request.issueTime()))
            .setTransfer(request.transfer().number())
            .setStep(request.step().number())
            .setHeldBack(
                query.next() instanceof LookupNext.HeldBack
                    && !(query.state() instanceof LookupState.Recalled));
    if (query.state() instanceof LookupState.Unable(_, var why)) {
      card.setUnableReason(LookupProtos.why(why));
    }
    return card.build();
  }
}
