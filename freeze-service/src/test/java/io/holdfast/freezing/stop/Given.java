package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.match.Verdict;
import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders in every state, told as prose. All data made up (测试). */
public final class Given {
  public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  public static final Duration STOP = Duration.ofHours(48);
  public static final Duration PAPER = Duration.ofHours(24);
  public static final Duration COUNTERSIGN = Duration.ofHours(12);
  public static final Duration ACKNOWLEDGE = Duration.ofMinutes(5);
  public static final Duration LIFT = Duration.ofHours(2);
  public static final Duration SECOND_OFFICER = Duration.ofMinutes(30);
  public static final Duration RELEASE_NOTICE = Duration.ofHours(2);
  public static final int INTERESTS = 5;
  public static final Duration REMEDY = Duration.ofHours(8);
  public static final Operator OPERATOR =
      new Operator(name("测试柜员"), Personal.of(Personal.Kind.PHONE, "0990-1234567"));
  public static final Match EQUAL =
      new Match(Verdict.EQUAL, Verdict.EQUAL, Verdict.EQUAL, Verdict.EQUAL);
  public static final Match CONSISTENT =
      new Match(Verdict.CONSISTENT, Verdict.EQUAL, Verdict.EQUAL, Verdict.EQUAL);
  public static final Match DIFFERENT =
      new Match(Verdict.EQUAL, Verdict.EQUAL, Verdict.DIFFERENT, Verdict.EQUAL);
  public static final Seal SEAL =
      new Seal(Personal.of(Personal.Kind.TEXT, "{}"), "c2lnbmF0dXJl", "key-1");
  public static final String BANK = "bank-a";

  private Given() {}

  public static Limits limits() {
    return limits(true, true);
  }

  public static Limits limits(boolean unprovenAllowed, boolean overdueRelease) {
    return new Limits(
        "cn-test",
        new ClockLimit(
            STOP,
            new Notice(List.of(Duration.ofHours(12), Duration.ofHours(2)), "银发〔2016〕86号 二(一)2")),
        new ClockLimit(PAPER, new Notice(List.of(Duration.ofHours(4)), "测试 24 小时")),
        new Notice(List.of(Duration.ofHours(1)), ""),
        new ClockLimit(ACKNOWLEDGE, new Notice(List.of(Duration.ofMinutes(2)), "")),
        new ClockLimit(LIFT, new Notice(List.of(Duration.ofMinutes(30)), "反诈法 20")),
        new ClockLimit(SECOND_OFFICER, new Notice(List.of(Duration.ofMinutes(10)), "")),
        REMEDY,
        Duration.ofMinutes(10),
        Duration.ofMinutes(120),
        2,
        false,
        unprovenAllowed,
        overdueRelease,
        3,
        20,
        3,
        2,
        new ClockLimit(RELEASE_NOTICE, new Notice(List.of(Duration.ofMinutes(30)), "反诈法 20")),
        INTERESTS);
  }

  public static StopRequest request(Limits limits) {
    return new StopRequest(
        "ZF-2026-000001",
        "case0000000000000000000001",
        "station-1",
        List.of("bureau-1"),
        "999001",
        new Officer(name("测试民警甲"), "099001", Personal.of(Personal.Kind.PHONE, "0990-7654321")),
        new Officer(name("测试民警乙"), "099002", Personal.of(Personal.Kind.PHONE, "")),
        new Payee(
            RoutedKind.CARD,
            "测试银行",
            "",
            Personal.of(Personal.Kind.ACCOUNT, "9990010000000007"),
            name("张测试")),
        List.of(
            new TransferOut(
                1,
                5_000_000,
                NOON.minusSeconds(1_800),
                TransferOut.Channel.COUNTER,
                "S-1",
                "测试第二银行",
                Personal.of(Personal.Kind.ACCOUNT, "9990020000000015"),
                name("李测试"))),
        NOON.minusSeconds(60),
        NOON,
        limits,
        Layer.FIRST,
        StopRequest.Corrects.NOTHING,
        new SecondOfficer.Confirmed(
            NOON.plus(SECOND_OFFICER),
            new Officer(name("测试民警乙"), "099002", Personal.of(Personal.Kind.PHONE, "")),
            NOON),
        null,
        Purpose.SUSPECT);
  }

  /** Another case's interest, which joined at {@code time}. */
  public static Interest interest(String order, Instant time) {
    return new Interest(order, "station-of-" + order, later(7), time, Interest.Word.HOLDS);
  }

  /** A transfer told later. */
  public static List<TransferOut> later(int number) {
    return List.of(
        new TransferOut(
            number,
            1_000_000,
            NOON.minusSeconds(900),
            TransferOut.Channel.ATM,
            "S-7",
            "测试第二银行",
            Personal.of(Personal.Kind.ACCOUNT, ""),
            name("")));
  }

  /** Stopped, with another case's interest in it. */
  public static StopOrder shared() {
    return then(stopped(), new StopCommand.JoinInterest(interest("other", NOON)), NOON);
  }

  /** Not its bank's account, with another case's interest in it. */
  public static StopOrder sharedNotOurs() {
    StopOrder asked =
        then(acknowledged(), new StopCommand.JoinInterest(interest("other", NOON)), NOON);
    return then(asked, recordNotOurs(""), NOON);
  }

  /** The same on its way to another bank, whose account has not been asked yet. */
  public static StopOrder sharedSentOn() {
    return then(sharedNotOurs(), routed("bank-b", NOON), NOON);
  }

  /** Sends an order on. */
  public static StopCommand.Route routed(String bank, Instant time) {
    return new StopCommand.Route(
        new Destination.Bank(bank, Routing.Basis.BY_HINT, "named by the one before", time), SEAL);
  }

  /** The same, and its own station has let go. */
  public static StopOrder releaseDemanded() {
    return then(shared(), new StopCommand.Release("与案件无关"), NOON);
  }

  /** A further interest in the stop of the order {@code lead}, which has been stopped. */
  public static StopOrder joined() {
    StopOrder order = made(found(), new Count.Joined("lead", false)).order();
    return then(order, shown(stopped().state(), 1), NOON);
  }

  /** What the order {@code lead} shows of itself. */
  public static StopCommand.FollowLead shown(StopState state, long version) {
    return shown(BANK, state, version);
  }

  /** The same, as sent to {@code bank}. */
  public static StopCommand.FollowLead shown(String bank, StopState state, long version) {
    return new StopCommand.FollowLead(
        new Destination.Bank(bank, Routing.Basis.BY_HINT, "named by the other", NOON),
        state,
        new Extension.NotRequested(),
        new Shares.Following("lead", version, 1, 5_000_000, 3_000_000, null, Interest.Word.HOLDS));
  }

  /** The case had an order on the account already. */
  public static StopOrder merged() {
    return made(found(), new Count.Joined("lead", true)).order();
  }

  public static Routing found() {
    return new Routing.Found(BANK, Routing.Basis.BY_NUMBER, "BIN 999001, table 3");
  }

  public static MadeOrder made(Routing routing, Count count) {
    return MadeOrder.make(
        request(limits()), routing, count, routing instanceof Routing.Found ? SEAL : null, NOON);
  }

  public static StopOrder issued() {
    return made(found(), new Count.Taken(1)).order();
  }

  public static StopOrder issued(Limits limits) {
    return MadeOrder.make(request(limits), found(), new Count.Taken(1), SEAL, NOON).order();
  }

  public static StopOrder pending() {
    return made(found(), new Count.Pending(NOON)).order();
  }

  public static StopOrder unrouted() {
    return made(new Routing.Unrouted("no number range, table 3"), new Count.Pending(NOON)).order();
  }

  public static StopOrder sent() {
    return issued().delivered(NOON);
  }

  public static StopOrder acknowledged() {
    return then(sent(), new StopCommand.Acknowledge(), NOON);
  }

  public static StopOrder stopped() {
    return stoppedAt(NOON);
  }

  public static StopOrder stoppedAt(Instant time) {
    return then(acknowledged(), recordStop(EQUAL, null), time);
  }

  public static StopCommand.RecordStop recordStop(Match match, @Nullable Instant executeTime) {
    return recordStop(match, executeTime, List.of());
  }

  public static StopCommand.RecordStop recordStop(
      Match match, @Nullable Instant executeTime, List<Outflow> outflows) {
    return new StopCommand.RecordStop(
        match, executeTime, 4_000_000, 3_000_000, "", outflows, null, List.of(), OPERATOR);
  }

  /** Money told to have gone to an account, a minute before noon. */
  public static Outflow moved(String account, long fen) {
    return outflow(Outflow.Kind.TO_ACCOUNT, payee(account), fen);
  }

  public static Outflow cash(long fen) {
    return outflow(Outflow.Kind.CASH, null, fen);
  }

  private static Outflow outflow(Outflow.Kind kind, @Nullable Payee payee, long fen) {
    return new Outflow(
        0, kind, payee, fen, NOON.minusSeconds(60), "", "测试机具", 0, new Outflow.Next.EndsHere());
  }

  public static Payee payee(String account) {
    return new Payee(
        RoutedKind.CARD, "", "", Personal.of(Personal.Kind.ACCOUNT, account), name("赵测试"));
  }

  /** Stopped with 3,000,000 fen held; 1,000,000 moved on, 500,000 were cashed. */
  public static StopOrder movedOn() {
    return then(
        acknowledged(),
        recordStop(EQUAL, null, List.of(moved("9990020000000049", 1_000_000), cash(500_000))),
        NOON);
  }

  public static StopOrder extensionRequested() {
    return then(stopped(), new StopCommand.RequestExtension("仍需核查", 1, 2), NOON);
  }

  public static StopOrder mismatched() {
    return then(acknowledged(), new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR), NOON);
  }

  public static StopOrder failed() {
    return then(acknowledged(), new StopCommand.RecordFailure("系统维护", "", OPERATOR), NOON);
  }

  public static StopOrder notOurs() {
    return then(acknowledged(), recordNotOurs(""), NOON);
  }

  public static StopCommand.RecordNotOurs recordNotOurs(String hint) {
    return new StopCommand.RecordNotOurs(hint, false, OPERATOR);
  }

  public static StopCommand toExtension(@Nullable Instant executeTime) {
    return new StopCommand.CorrectToExtension(
        new StopCommand.RecordExtension(executeTime, OPERATOR), 2, "按错");
  }

  public static StopCommand toRefusal() {
    return new StopCommand.CorrectToRefusal(
        new StopCommand.RefuseExtension("", "账户已销户", OPERATOR), "按错");
  }

  public static StopOrder recalled() {
    return then(sent(), new StopCommand.Recall("误报"), NOON);
  }

  public static StopOrder released() {
    return then(stopped(), new StopCommand.Release("与案件无关"), NOON);
  }

  public static StopOrder lapsed() {
    return stoppedAt(NOON.minus(STOP)).at(NOON);
  }

  /**
   * Its papers came due after its end, which only a short policy brings about; the rules must not
   * care.
   */
  public static StopOrder lapsedWithPapersOwed() {
    StopOrder order = stopped();
    return order.with(new StopState.Lapsed(Ordinal.FIRST, NOON.minus(STOP), NOON));
  }

  public static StopOrder converted() {
    return then(stopped(), new StopCommand.Convert("freeze-1"), NOON);
  }

  public static StopOrder withFiles(StopOrder order) {
    StopOrder one = then(order, attach(PaperKind.STOP_NOTICE, NOON), NOON);
    return then(one, attach(PaperKind.POLICE_ID_COPY, NOON), NOON);
  }

  public static StopCommand.AttachPaper attach(PaperKind kind, Instant time) {
    return new StopCommand.AttachPaper(
        new PaperFile(
            0,
            kind,
            "file-1",
            Personal.of(Personal.Kind.TEXT, "止付通知书.pdf"),
            "application/pdf",
            1_000,
            "00",
            time));
  }

  public static StopCommand.DeliverPaper deliver(Instant now) {
    return new StopCommand.DeliverPaper("P-1", now.plus(COUNTERSIGN), List.of());
  }

  public static StopOrder delivered() {
    return then(withFiles(stopped()), deliver(NOON), NOON);
  }

  /** The order after a command that must be accepted. */
  public static StopOrder then(StopOrder order, StopCommand command, Instant now) {
    return switch (StopRules.decide(order, command, now)) {
      case Decision.Accepted(var events) -> Evolution.evolve(order, events);
      case Decision.Rejected(var why) -> throw new AssertionError(why);
    };
  }

  private static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }
}
