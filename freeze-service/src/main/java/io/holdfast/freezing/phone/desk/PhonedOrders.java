package io.holdfast.freezing.phone.desk;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.phone.Unit;
import io.holdfast.freezing.phone.Units;
import io.holdfast.freezing.phone.policy.PhoneLimits;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Layer;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.MadeOrder;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Makes orders that are born at a bank, counted at their accounts as any other. */
public final class PhonedOrders {
  private final OrderMaker maker;
  private final StopDesk desk;
  private final StopPolicies policies;
  private final Units units;
  private final Counters counters;
  private final Ids ids;

  public PhonedOrders(
      OrderMaker maker,
      StopDesk desk,
      StopPolicies policies,
      Units units,
      Counters counters,
      Ids ids) {
    this.maker = maker;
    this.desk = desk;
    this.policies = policies;
    this.units = units;
    this.counters = counters;
    this.ids = ids;
  }

  /** The police unit said to ask. */
  Unit unit(String station) {
    return units
        .police(station)
        .orElseThrow(() -> Problem.of(PhoneReason.PHONED_UNIT_UNKNOWN, "station", station));
  }

  /** Makes the order, as stopped at {@code executeTime}. */
  Stored<StopOrder> make(
      Call call,
      Opening opening,
      Unit unit,
      PhoneLimits limits,
      OralNotice notice,
      Instant executeTime,
      Mutation by) {
    Caller caller = call.caller();
    if (demo(caller.region()) != demo(unit.region())) {
      throw Problem.of(PhoneReason.PHONED_UNIT_UNKNOWN, "station", unit.id());
    }
    String id = id(caller, by);
    Instant began = executeTime.isBefore(notice.callTime()) ? executeTime : notice.callTime();
    Destination.Bank bank = bank(caller.institution(), opening, began);
    Instant now = notice.entryTime();
    var term =
        new Adoption.Term(
            now, now.plus(limits.adoption()), limits.adoptionWarnings(), limits.adoptionBasis());
    var spoken = new Spoken(List.of(notice), new Adoption.Awaited(term));
    Function<String, StopOrder> numbered =
        number ->
            MadeOrder.phoned(
                request(
                    opening,
                    unit,
                    notice,
                    policies.limits(limits.policy(), Purpose.SUSPECT),
                    began,
                    number),
                bank,
                new Count.Pending(now),
                spoken,
                executeTime);
    StopOrder unnumbered = numbered.apply("");
    StopCommand answer = opening.stop().apply(desk.match(unnumbered, opening.record()));
    // A number is drawn only for what will be: there are no gaps.
    maker.requirePossible(unnumbered, answer, now);
    return maker.born(
        id,
        numbered.apply(number(unit, id, now)),
        answer,
        new StopEvent.StopPhoned(),
        caller.institution(),
        by,
        now);
  }

  private static boolean demo(String region) {
    return region.startsWith(PolicySet.DEMO_REGION);
  }

  private String id(Caller caller, Mutation by) {
    String requestId = by.requestId();
    return requestId == null
        ? ids.next()
        : Ids.derived("phoned", caller.client(), caller.subject(), requestId);
  }

  /** 止付申请编号, without gaps, apart from those the police give. */
  private String number(Unit unit, String id, Instant now) {
    String series = unit.region() + '-' + now.toString().substring(0, 4);
    return "T" + series + '-' + "%06d".formatted(counters.draw("phoned-" + series, id));
  }

  /** The head office whose account it is: a branch stands below it. */
  private Destination.Bank bank(String institution, Opening opening, Instant began) {
    List<String> line = units.line(institution);
    return switch (maker.route(opening.payee())) {
      case Routing.Found(var found, var basis, var reason) when line.contains(found) ->
          new Destination.Bank(found, basis, reason, began);
      case Routing.Found(var found, _, _) ->
          throw Problem.of(
              PhoneReason.PHONED_ACCOUNT_ELSEWHERE, "bank", found, "name", units.name(found));
      case Routing.Unrouted _ ->
          new Destination.Bank(
              line.getLast(), Routing.Basis.BY_OFFICER, "told by the bank itself", began);
    };
  }

  private static StopRequest request(
      Opening opening, Unit unit, OralNotice notice, Limits limits, Instant began, String number) {
    var officer =
        new Officer(
            notice.caller().name(),
            notice.caller().number(),
            Personal.of(Personal.Kind.PHONE, unit.phone()));
    var nobody =
        new Officer(Personal.of(Personal.Kind.NAME, ""), "", Personal.of(Personal.Kind.PHONE, ""));
    return new StopRequest(
        number,
        "",
        unit.id(),
        unit.ancestors(),
        unit.region(),
        officer,
        nobody,
        opening.payee(),
        opening.transfers(),
        notice.callTime(),
        began,
        limits,
        Layer.FIRST,
        StopRequest.Corrects.NOTHING,
        new SecondOfficer.Unconfirmed(began.plus(limits.secondOfficer().length())),
        null,
        Purpose.SUSPECT);
  }
}
