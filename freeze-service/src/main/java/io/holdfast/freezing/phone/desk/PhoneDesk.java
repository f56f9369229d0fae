package io.holdfast.freezing.phone.desk;

import io.holdfast.freezing.callcode.desk.CodeDesk;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.CallingOfficer;
import io.holdfast.freezing.phone.Decider;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.phone.TimeFlag;
import io.holdfast.freezing.phone.ToldTimes;
import io.holdfast.freezing.phone.Unit;
import io.holdfast.freezing.phone.Units;
import io.holdfast.freezing.phone.policy.PhoneLimits;
import io.holdfast.freezing.phone.policy.PhonePolicies;
import io.holdfast.freezing.stop.BankAnswer;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the station and the bank do about the spoken word. */
public final class PhoneDesk {
  private final StopDesk desk;
  private final PhonedOrders births;
  private final OrderSealer sealer;
  private final PhonePolicies policies;
  private final Units units;
  private final CodeDesk codes;
  private final Cases cases;

  /**
   * @param births makes the orders that are born at a bank
   */
  public PhoneDesk(
      StopDesk desk,
      PhonedOrders births,
      OrderSealer sealer,
      PhonePolicies policies,
      Units units,
      CodeDesk codes,
      Cases cases) {
    this.desk = desk;
    this.births = births;
    this.sealer = sealer;
    this.policies = policies;
    this.units = units;
    this.codes = codes;
    this.cases = cases;
  }

  /** Opens the record of a stop that the bank has made already. */
  public Stored<StopOrder> open(Call call, Opening opening, Mutation by) {
    Instant now = desk.now();
    Unit unit = births.unit(opening.station());
    PhoneLimits limits = policies.limits(unit.region(), now);
    Instant execute = opening.executeTime() == null ? now : opening.executeTime();
    var times = new ToldTimes(firstTransfer(opening.transfers()), opening.callTime(), execute, now);
    List<TimeFlag> flags = TimeCheck.flags(times, opening.entry(), limits.lateEntry());
    CallerProof proof = proof(call, opening, unit, now);
    CallingOfficer caller =
        proof instanceof CallerProof.ByCallCode(var code, _)
            ? codes.officer(code)
            : opening.caller();
    if (caller.nobody() && !opening.victimPresent()) {
      throw Problem.of(PhoneReason.PHONED_CALLER_MISSING);
    }
    var notice =
        new OralNotice(
            caller,
            opening.calleeName(),
            opening.calleePhone(),
            TimeCheck.past(opening.callTime(), now),
            now,
            true,
            opening.victimPresent(),
            proof,
            flags,
            opening.entry().lateReason().strip());
    return births.make(call, opening, unit, limits, notice, TimeCheck.past(execute, now), by);
  }

  private CallerProof proof(Call call, Opening opening, Unit unit, Instant now) {
    if (!opening.callCode().isEmpty()) {
      return codes.proof(
          call,
          opening.callCode(),
          unit.id(),
          opening.payee().number(),
          opening.transfers().stream().mapToLong(TransferOut::amountFen).sum(),
          opening.caller().number());
    }
    Opening.Callback callback = opening.callback();
    return callback == null ? new CallerProof.NotProven() : callback(callback, unit.id(), now);
  }

  private CallerProof.ByCallback callback(Opening.Callback told, String station, Instant now) {
    if (told.time().isAfter(now.plus(ToldTimes.SKEW_MAX))) {
      throw TimeCheck.future(told.time(), now);
    }
    String listed = units.police(station).map(Unit::phone).orElse("");
    return new CallerProof.ByCallback(
        told.dialled(),
        !listed.isBlank() && digits(listed).equals(digits(told.dialled().reveal())),
        TimeCheck.past(told.time(), now),
        told.answeredBy(),
        told.confirmed());
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  private static Instant firstTransfer(List<TransferOut> transfers) {
    return transfers.stream().map(TransferOut::time).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The officer records that he gave the order by telephone. */
  public Stored<StopOrder> recordNotice(
      Call call,
      String id,
      Personal calleeName,
      Personal calleePhone,
      Instant callTime,
      Opening.Entry entry,
      Mutation by) {
    return desk.act(
        call,
        id,
        by,
        seen -> {
          Instant now = desk.now();
          StopOrder order = seen.state();
          Instant execute =
              order.answer() instanceof BankAnswer.Held held ? held.executeTime() : null;
          var times =
              new ToldTimes(firstTransfer(order.request().transfers()), callTime, execute, now);
          List<TimeFlag> flags =
              TimeCheck.flags(
                  times, entry, policies.limits(order.request().region(), now).lateEntry());
          Officer self = self(call.caller(), order);
          return new StopCommand.RecordNotice(
              new OralNotice(
                  new CallingOfficer(self.name(), self.number(), self.phone()),
                  calleeName,
                  calleePhone,
                  TimeCheck.past(callTime, now),
                  now,
                  false,
                  false,
                  new CallerProof.NotProven(),
                  flags,
                  entry.lateReason().strip()));
        });
  }

  /** The bank records that it rang the caller's unit. */
  public Stored<StopOrder> recordCallback(
      Call call, String id, Opening.Callback told, Mutation by) {
    return desk.act(
        call,
        id,
        by,
        seen ->
            new StopCommand.RecordCallback(
                callback(told, seen.state().request().station(), desk.now())));
  }

  /** The station stands behind an order and binds it to one of its cases. */
  public Stored<StopOrder> adopt(Call call, String id, String caseId, Mutation by) {
    StopOrder order = desk.get(call, id).state();
    CaseBinding binding =
        cases
            .find(caseId)
            .filter(found -> found.station().equals(order.request().station()))
            .filter(found -> found.policy().equals(order.limits().policy()))
            .orElseThrow(() -> Problem.of(PhoneReason.ADOPTION_CASE_FOREIGN, "case", caseId));
    return desk.counted(
        desk.act(
            call,
            id,
            by,
            seen -> {
              StopOrder now = seen.state();
              Officer self = self(call.caller(), now);
              return new StopCommand.Adopt(
                  caseId,
                  self,
                  binding.secondOfficer(),
                  binding.confirmTime(),
                  sealer.seal(
                      id,
                      now.request().adopted(caseId, self, binding.secondOfficer()),
                      now.destination().bank(),
                      desk.now()));
            }));
  }

  /** The station did not ask for it. */
  public Stored<StopOrder> disown(Call call, String id, String reason, Mutation by) {
    return desk.act(
        call,
        id,
        by,
        seen -> {
          Officer self = self(call.caller(), seen.state());
          return new StopCommand.Disown(new Decider(self.name(), self.number()), reason.strip());
        });
  }

  /** The bank lets go for want of a station that stands behind the order. */
  public Stored<StopOrder> release(Call call, String id, String reason, Mutation by) {
    return desk.act(call, id, by, new StopCommand.ReleaseUnadopted(reason.strip()));
  }

  /** The caller as his login shows him, under the directory's number of the order's station. */
  private Officer self(Caller caller, StopOrder order) {
    Personal name = caller.name();
    String number = caller.officerNumber();
    return new Officer(
        name == null ? Personal.of(Personal.Kind.NAME, "") : name,
        number == null ? "" : number,
        Personal.of(
            Personal.Kind.PHONE,
            units.police(order.request().station()).map(Unit::phone).orElse("")));
  }
}
