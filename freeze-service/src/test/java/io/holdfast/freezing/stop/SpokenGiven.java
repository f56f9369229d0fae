package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.EQUAL;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.recordStop;
import static io.holdfast.freezing.stop.Given.then;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.CallingOfficer;
import io.holdfast.freezing.phone.Decider;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders born at a bank, and what is said about them. */
public final class SpokenGiven {
  static final Duration ADOPTION = Duration.ofMinutes(30);
  static final Instant CALL = NOON.minusSeconds(300);
  static final Instant EXECUTED = NOON.minusSeconds(240);
  static final Decider DECIDER = new Decider(name("测试所长"), "099009");

  private SpokenGiven() {}

  private static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }

  static OralNotice notice(Instant callTime) {
    Personal phone = Personal.of(Personal.Kind.PHONE, "0990-1234567");
    return new OralNotice(
        new CallingOfficer(name("测试民警"), "099001", phone),
        name("测试柜员"),
        phone,
        callTime,
        NOON,
        true,
        false,
        new CallerProof.NotProven(),
        List.of(),
        "");
  }

  static CallerProof.ByCallback callback() {
    return new CallerProof.ByCallback(
        Personal.of(Personal.Kind.PHONE, "0990-110"), true, NOON, name("测试值班员"), true);
  }

  /** Stopped four minutes ago on a call of five minutes ago, and just now told to the station. */
  public static StopOrder phoned() {
    var term = new Adoption.Term(NOON, NOON.plus(ADOPTION), List.of(), "测试");
    var bank = new Destination.Bank(Given.BANK, Routing.Basis.BY_NUMBER, "BIN 999001", CALL);
    StopRequest asked = Given.request(Given.limits());
    var request =
        new StopRequest(
            asked.orderNumber(),
            "",
            asked.station(),
            asked.stationAncestors(),
            asked.region(),
            asked.officer(),
            asked.secondOfficer(),
            asked.payee(),
            asked.transfers(),
            CALL,
            CALL,
            asked.limits(),
            asked.layer(),
            asked.corrects(),
            new SecondOfficer.Unconfirmed(CALL.plus(Given.SECOND_OFFICER)),
            null,
            Purpose.SUSPECT);
    StopOrder born =
        MadeOrder.phoned(
            request,
            bank,
            new Count.Taken(1),
            new Spoken(List.of(notice(CALL)), new Adoption.Awaited(term)),
            EXECUTED);
    return then(born, recordStop(EQUAL, EXECUTED), NOON);
  }

  static StopCommand.Adopt adopt(String caseId) {
    Officer second = Given.request(Given.limits()).secondOfficer();
    return new StopCommand.Adopt(
        caseId, Given.request(Given.limits()).officer(), second, null, Given.SEAL);
  }

  static StopCommand.Disown disown() {
    return new StopCommand.Disown(DECIDER, "本所无人来电");
  }

  public static StopOrder adopted() {
    return then(phoned(), adopt("case-1"), NOON);
  }

  static StopOrder disowned() {
    return then(phoned(), disown(), NOON);
  }
}
