package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.EQUAL;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.recordStop;

import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.routing.Routing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders and the commands that {@link StopMatrixTest} brings together. */
final class MatrixGiven {
  private MatrixGiven() {}

  static Map<String, StopOrder> states() {
    var orders = new LinkedHashMap<String, StopOrder>();
    for (StopOrder order :
        List.of(
            Given.issued(),
            Given.sent(),
            Given.acknowledged(),
            Given.stopped(),
            Given.mismatched(),
            Given.failed(),
            Given.notOurs(),
            Given.recalled(),
            Given.merged(),
            Given.released(),
            Given.lapsedWithPapersOwed(),
            Given.converted())) {
      orders.put(order.state().name().name(), order);
    }
    return orders;
  }

  static Map<String, StopOrder> besides() {
    var orders = new LinkedHashMap<String, StopOrder>();
    orders.put("pending ISSUED", Given.pending());
    orders.put(
        "pending STOPPED",
        Given.then(
            Given.then(Given.pending(), new StopCommand.Acknowledge(), NOON),
            recordStop(EQUAL, null),
            NOON));
    orders.put("unrouted ISSUED", Given.unrouted());
    orders.put("extension requested STOPPED", Given.extensionRequested());
    orders.put(
        "extension requested LAPSED",
        Given.then(
                Given.stoppedAt(NOON.minus(Given.STOP)),
                new StopCommand.RequestExtension("仍需核查", 1, 2),
                NOON.minusSeconds(60))
            .at(NOON));
    orders.put(
        "extension granted STOPPED",
        Given.then(
            Given.extensionRequested(), new StopCommand.RecordExtension(null, OPERATOR), NOON));
    orders.put(
        "extension refused LAPSED",
        Given.then(
                Given.then(
                    Given.stoppedAt(NOON.minus(Given.STOP)),
                    new StopCommand.RequestExtension("仍需核查", 1, 2),
                    NOON.minusSeconds(60)),
                new StopCommand.RefuseExtension("系统维护", "", OPERATOR),
                NOON.minusSeconds(30))
            .at(NOON));
    orders.put(
        "astray ISSUED",
        Given.then(
            Given.notOurs(),
            new StopCommand.Route(
                new Destination.Bank("bank-b", Routing.Basis.BY_HINT, "named by bank-a", NOON),
                Given.SEAL),
            NOON));
    orders.put("papers overdue STOPPED", Given.stoppedAt(NOON.minus(Given.PAPER)));
    orders.put("papers overdue LAPSED", Given.stoppedAt(NOON.minus(Given.STOP)).at(NOON));
    orders.put(
        "held back STOPPED",
        Given.then(
            Given.movedOn(),
            new StopCommand.SettleOutflow(1, new Outflow.Next.HeldBack(Outflow.Bound.LAYERS)),
            NOON));
    orders.put(
        "joined STOPPED",
        Given.then(
            Given.stopped(),
            new StopCommand.JoinInflow(
                new Inflow(Inflow.Source.outflow("elsewhere", 1), 100, NOON)),
            NOON));
    orders.put(
        "corrected MISMATCHED",
        Given.then(
            Given.mismatched(),
            new StopCommand.MarkCorrected(
                new StopOrder.Correction("before", Given.request(Given.limits()))),
            NOON));
    orders.put("files there STOPPED", Given.withFiles(Given.stopped()));
    orders.put("files there LAPSED", Given.withFiles(Given.lapsedWithPapersOwed()));
    var photo = Given.attach(PaperKind.HAND_OVER_PHOTO, NOON);
    orders.put("photo there STOPPED", Given.then(Given.stopped(), photo, NOON));
    orders.put("photo there LAPSED", Given.then(Given.lapsedWithPapersOwed(), photo, NOON));
    orders.put("papers delivered STOPPED", Given.delivered());
    orders.put("phoned STOPPED", SpokenGiven.phoned());
    orders.put("disowned STOPPED", SpokenGiven.disowned());
    orders.put("shared STOPPED", Given.shared());
    orders.put("shared NOT_OURS", Given.sharedNotOurs());
    orders.put("shared pending ISSUED", Given.sharedSentOn());
    orders.put("let go STOPPED", Given.releaseDemanded());
    orders.put(
        "kept STOPPED",
        Given.then(Given.releaseDemanded(), new StopCommand.KeepInterest("other"), NOON));
    orders.put("joined shared STOPPED", Given.joined());
    orders.put("joined ISSUED", Given.made(Given.found(), new Count.Joined("lead", false)).order());
    return orders;
  }

  static Map<String, StopCommand> commands() {
    var commands = new LinkedHashMap<String, StopCommand>();
    for (StopCommand command :
        List.of(
            new StopCommand.Acknowledge(),
            recordStop(EQUAL, null),
            new StopCommand.RecordMismatch(MatchField.NAME, OPERATOR),
            new StopCommand.RecordFailure("系统维护", "", OPERATOR),
            Given.recordNotOurs(""),
            new StopCommand.CorrectAnswer(
                new StopCommand.RecordMismatch(MatchField.AMOUNT, OPERATOR), "看错了"),
            new StopCommand.RecordOutflows(List.of(Given.cash(100))),
            new StopCommand.SettleOutflow(1, new Outflow.Next.Opened("child")),
            new StopCommand.OpenNextLayer(1, "继续追踪"),
            new StopCommand.JoinInflow(new Inflow(Inflow.Source.outflow("other", 1), 100, NOON)),
            new StopCommand.LeaveInflow(Inflow.Source.outflow("other", 1)),
            new StopCommand.WithdrawMistaken(),
            new StopCommand.MarkCorrected(
                new StopOrder.Correction("again", Given.request(Given.limits()))),
            new StopCommand.ConfirmLift(null, OPERATOR),
            new StopCommand.Recall("误报"),
            new StopCommand.Release("与案件无关"),
            new StopCommand.ReleaseOverdue("24小时未收到文书"),
            new StopCommand.RequestExtension("仍需核查", 1, 2),
            new StopCommand.RecordExtension(null, OPERATOR),
            new StopCommand.RefuseExtension("系统维护", "", OPERATOR),
            Given.toExtension(null),
            Given.toRefusal(),
            new StopCommand.Route(
                new Destination.Bank("bank-b", Routing.Basis.BY_OFFICER, "chosen by hand", NOON),
                Given.SEAL),
            new StopCommand.Convert("freeze-1"),
            new StopCommand.TakeCount(1),
            new StopCommand.ExceedCount(2),
            new StopCommand.PostponeCount(NOON.plusSeconds(5)),
            new StopCommand.ConfirmSecondOfficer(
                Given.request(Given.limits()).secondOfficer(), NOON),
            new StopCommand.FireClocks(),
            new StopCommand.RecordNotice(SpokenGiven.notice(NOON)),
            new StopCommand.RecordCallback(SpokenGiven.callback()),
            SpokenGiven.adopt("case-1"),
            SpokenGiven.disown(),
            new StopCommand.ReleaseUnadopted("无人认领"),
            new StopCommand.JoinInterest(Given.interest("another", NOON)),
            new StopCommand.LeaveInterest("other"),
            new StopCommand.KeepInterest(""),
            new StopCommand.JoinLead("lead", false),
            new StopCommand.GoAlone("lead", Given.joined().destination(), null, new Count.Taken(2)),
            Given.shown(Given.released().state(), 2),
            new StopCommand.AddTransfers(Given.later(9)),
            Given.attach(PaperKind.OTHER_PAPER, NOON),
            Given.deliver(NOON),
            new StopCommand.BookHandOver("止文1", "999101", NOON, NOON.plus(Given.COUNTERSIGN)),
            new StopCommand.CountersignPaper(),
            new StopCommand.RefusePaper("印章不清"))) {
      commands.put(command.getClass().getSimpleName(), command);
    }
    return commands;
  }
}
