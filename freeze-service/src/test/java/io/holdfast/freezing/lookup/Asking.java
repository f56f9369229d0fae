package io.holdfast.freezing.lookup;

import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.ClockLimit;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Notice;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Operator;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Synthetic lookups (测试) in each state. */
final class Asking {
  static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  static final Duration TAKE = Duration.ofMinutes(5);
  static final Duration ANSWER = Duration.ofMinutes(30);
  static final Operator OPERATOR = new Operator(name("测试柜员"), Personal.of(Personal.Kind.PHONE, ""));

  private Asking() {}

  static LookupRequest request() {
    return new LookupRequest(
        "R-1-q01",
        "case0000000000000000000001",
        "station-1",
        List.of("bureau-1"),
        "999001",
        new Officer(name("测试民警甲"), "099001", Personal.of(Personal.Kind.PHONE, "")),
        new Officer(name("测试民警乙"), "099002", Personal.of(Personal.Kind.PHONE, "")),
        new SecondOfficer.Unconfirmed(NOON.plus(ANSWER)),
        new TransferOut(
            1,
            5_000_000,
            NOON.minusSeconds(900),
            TransferOut.Channel.THIRD_PARTY_PAYMENT,
            "S-1",
            "测试付款银行",
            account("9990030000000023"),
            name("李测试")),
        payee("6222****0007", "*测试"),
        payee("9990030000000023", "李测试"),
        NOON.minusSeconds(60),
        NOON,
        new LookupLimits(
            "cn-test",
            new ClockLimit(TAKE, new Notice(List.of(Duration.ofMinutes(2)), "")),
            new ClockLimit(ANSWER, new Notice(List.of(Duration.ofMinutes(10)), "反诈法 20")),
            3),
        LookupRequest.Step.FIRST);
  }

  static AccountQuery issued() {
    return AccountQuery.make(request(), found("bank-a"), new Consent.Missing(), NOON).query();
  }

  static AccountQuery unrouted() {
    return AccountQuery.make(request(), new Routing.Unrouted("nobody"), new Consent.Missing(), NOON)
        .query();
  }

  static AccountQuery acknowledged() {
    return then(issued().delivered(NOON), new LookupCommand.Acknowledge(), NOON);
  }

  static AccountQuery in(LookupStateName state) {
    return switch (state) {
      case ISSUED -> issued();
      case SENT -> issued().delivered(NOON);
      case ACKNOWLEDGED -> acknowledged();
      case TOLD -> then(acknowledged(), told("9990010000000007"), NOON);
      case PASSED_ON -> then(acknowledged(), onward("测试支付"), NOON);
      case UNABLE -> then(acknowledged(), unable(LookupAnswer.Why.NO_SUCH_TRANSACTION), NOON);
      case RECALLED -> then(issued(), new LookupCommand.Recall("误报"), NOON);
    };
  }

  static LookupCommand.Answer told(String number) {
    return new LookupCommand.Answer(new LookupAnswer.Told(payee(number, "张测试"), "P-1"), OPERATOR);
  }

  static LookupCommand.Answer onward(String name) {
    return new LookupCommand.Answer(
        new LookupAnswer.Onward(name, "", "W-1", Personal.of(Personal.Kind.TEXT, "")), OPERATOR);
  }

  static LookupCommand.Answer unable(LookupAnswer.Why why) {
    return new LookupCommand.Answer(
        new LookupAnswer.Unable(why, Personal.of(Personal.Kind.TEXT, "")), OPERATOR);
  }

  static LookupCommand.Correct correct(LookupCommand.Answer right) {
    return new LookupCommand.Correct(right.answer(), right.operator(), "按错");
  }

  static Routing found(String institution) {
    return new Routing.Found(institution, Routing.Basis.BY_NUMBER, "BIN 999003, table 3");
  }

  static LookupCommand.Route route(String institution, Instant now) {
    return new LookupCommand.Route(
        new Destination.Bank(institution, Routing.Basis.BY_OFFICER, "by hand", now));
  }

  static Payee payee(String number, String name) {
    return new Payee(RoutedKind.CARD, "", "", account(number), name(name));
  }

  private static Personal account(String number) {
    return Personal.of(Personal.Kind.ACCOUNT, number);
  }

  private static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }

  /** The lookup after a command that must be accepted. */
  static AccountQuery then(AccountQuery query, LookupCommand command, Instant now) {
    return switch (LookupRules.decide(query, command, now)) {
      case LookupDecision.Accepted(var events) -> LookupEvolution.evolve(query, events);
      case LookupDecision.Rejected(var why) -> throw new AssertionError(why);
    };
  }
}
