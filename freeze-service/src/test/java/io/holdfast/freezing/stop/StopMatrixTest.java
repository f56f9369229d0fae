package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.EQUAL;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.recordStop;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.routing.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every state with every command against a table kept by hand, and the diagram drawn from the rules
 * against the committed one. {@code -} is refused, {@code =} accepted without a change of state.
 */
class StopMatrixTest {
  private static final Path DIAGRAM = Path.of("docs", "stop-states.md");
  private static final String REGENERATE =
      "docs/stop-states.md is not what the rules say; write it anew with"
          + " mvn -o -pl freeze-service test -Dtest=StopMatrixTest -Dholdfast.regenerate=true";

  private static final String TABLE =
      """
      command      ISSUED       SENT         ACKNOWLEDGED STOPPED      MISMATCHED   FAILED       NOT_OURS     RECALLED     ANNULLED     RELEASED     LAPSED       CONVERTED
      Acknowledge  ACKNOWLEDGED ACKNOWLEDGED =            -            -            -            -            -            -            -            -            -
      RecordStop   -            -            STOPPED      -            -            -            -            -            -            -            -            -
      RecordMismatch -            -            MISMATCHED   -            -            -            -            -            -            -            -            -
      RecordFailure -            -            FAILED       -            -            -            -            -            -            -            -            -
      RecordNotOurs NOT_OURS     NOT_OURS     NOT_OURS     -            -            -            -            -            -            -            -            -
      CorrectAnswer -            -            -            MISMATCHED   =            MISMATCHED   MISMATCHED   -            -            -            -            -
      RecordOutflows -            -            -            =            -            -            -            -            -            =            =            =
      SettleOutflow =            =            =            =            =            =            =            =            =            =            =            =
      OpenNextLayer -            -            -            -            -            -            -            -            -            -            -            -
      JoinInflow   =            =            =            =            =            =            =            =            =            =            =            =
      LeaveInflow  =            =            =            =            =            =            =            =            =            =            =            =
      WithdrawMistaken RECALLED     RECALLED     RECALLED     RELEASED     =            =            =            =            =            =            =            =
      MarkCorrected -            -            -            -            =            -            -            -            -            -            -            -
      ConfirmLift  -            -            -            -            -            -            -            =            -            =            =            -
      Recall       RECALLED     RECALLED     RECALLED     -            -            -            -            -            -            -            -            -
      Release      -            -            -            RELEASED     -            -            -            -            -            -            -            -
      ReleaseOverdue -            -            -            -            -            -            -            -            -            -            -            -
      RequestExtension -            -            -            =            -            -            -            -            -            -            -            -
      RecordExtension -            -            -            -            -            -            -            -            -            -            -            -
      RefuseExtension -            -            -            -            -            -            -            -            -            -            -            -
      CorrectToExtension -            -            -            -            -            -            -            -            -            -            -            -
      CorrectToRefusal -            -            -            -            -            -            -            -            -            -            -            -
      Route        -            -            -            -            -            -            ISSUED       -            -            -            -            -
      Convert      -            -            -            CONVERTED    -            -            -            -            -            -            -            =
      TakeCount    =            =            =            =            =            =            =            =            =            =            =            =
      ExceedCount  =            =            =            =            =            =            =            =            =            =            =            =
      PostponeCount =            =            =            =            =            =            =            =            =            =            =            =
      ConfirmSecondOfficer =            =            =            =            =            =            =            =            =            =            =            =
      FireClocks   =            =            =            =            =            =            =            =            =            =            =            =
      RecordNotice =            =            =            =            =            =            =            =            =            =            =            =
      RecordCallback -            -            -            -            -            -            -            -            -            -            -            -
      Adopt        -            -            -            -            -            -            -            -            -            -            -            -
      Disown       -            -            -            -            -            -            -            -            -            -            -            -
      ReleaseUnadopted -            -            -            -            -            -            -            -            -            -            -            -
      AttachPaper  =            =            =            =            -            -            -            -            -            =            =            =
      DeliverPaper -            -            -            -            -            -            -            -            -            -            -            -
      BookHandOver -            -            -            -            -            -            -            -            -            -            -            -
      CountersignPaper -            -            -            -            -            -            -            -            -            -            -            -
      RefusePaper  -            -            -            -            -            -            -            -            -            -            -            -
      JoinInterest =            =            =            =            =            =            =            =            =            =            =            =
      LeaveInterest =            =            =            =            =            =            =            =            =            =            =            =
      KeepInterest -            -            -            -            -            -            -            -            -            -            -            -
      JoinLead     =            =            =            =            =            =            =            =            =            =            =            =
      GoAlone      =            =            =            =            =            =            =            =            ISSUED       =            =            =
      FollowLead   =            =            =            =            =            =            =            =            =            =            =            =
      AddTransfers =            =            =            =            =            =            =            =            =            =            =            =
      """;

  /** Orders that need more than their state to take a command. */
  private static final String BESIDES =
      """
      pending ISSUED, ExceedCount, ANNULLED
      pending ISSUED, JoinLead, =
      pending STOPPED, ExceedCount, RELEASED
      unrouted ISSUED, Acknowledge, -
      unrouted ISSUED, Route, =
      extension requested STOPPED, RecordExtension, =
      extension requested STOPPED, RefuseExtension, =
      extension requested LAPSED, RecordExtension, STOPPED
      extension requested LAPSED, RefuseExtension, =
      extension granted STOPPED, CorrectToRefusal, =
      extension granted STOPPED, CorrectToExtension, =
      extension refused LAPSED, CorrectToExtension, STOPPED
      extension requested STOPPED, CorrectToRefusal, -
      astray ISSUED, Acknowledge, ACKNOWLEDGED
      papers overdue STOPPED, ReleaseOverdue, RELEASED
      papers overdue LAPSED, ReleaseOverdue, -
      files there STOPPED, DeliverPaper, =
      files there LAPSED, DeliverPaper, =
      photo there STOPPED, BookHandOver, =
      photo there LAPSED, BookHandOver, =
      papers delivered STOPPED, BookHandOver, -
      papers delivered STOPPED, CountersignPaper, =
      papers delivered STOPPED, RefusePaper, =
      extension requested STOPPED, CorrectAnswer, -
      held back STOPPED, OpenNextLayer, =
      joined STOPPED, WithdrawMistaken, =
      corrected MISMATCHED, MarkCorrected, -
      corrected MISMATCHED, CorrectAnswer, -
      phoned STOPPED, Adopt, =
      phoned STOPPED, RecordCallback, =
      phoned STOPPED, RequestExtension, -
      disowned STOPPED, ReleaseUnadopted, RELEASED
      shared STOPPED, Release, =
      shared STOPPED, WithdrawMistaken, =
      shared STOPPED, KeepInterest, -
      let go STOPPED, KeepInterest, =
      let go STOPPED, LeaveInterest, RELEASED
      let go STOPPED, JoinInterest, =
      kept STOPPED, Release, =
      kept STOPPED, LeaveInterest, RELEASED
      shared NOT_OURS, Route, ISSUED
      shared NOT_OURS, JoinInterest, =
      shared pending ISSUED, JoinLead, =
      joined ISSUED, Recall, RECALLED
      joined ISSUED, Acknowledge, -
      joined shared STOPPED, RecordOutflows, -
      joined ISSUED, GoAlone, =
      joined shared STOPPED, FollowLead, RELEASED
      joined shared STOPPED, GoAlone, ISSUED
      joined shared STOPPED, Release, RELEASED
      joined shared STOPPED, ConfirmLift, -
      """;

  @Test
  void everyStateMeetsEveryCommandAsTheTableSays() {
    String[] lines = TABLE.split("\n");
    List<String> states = List.of(lines[0].trim().split("\\s+"));
    var told = new TreeSet<String>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String[] cells = line.trim().split("\\s+");
      told.add(cells[0]);
      for (int i = 1; i < cells.length; i++) {
        StopOrder order = known(states(), states.get(i));
        assertThat(outcome(order, known(commands(), cells[0])))
            .as(states.get(i) + " with " + cells[0])
            .isEqualTo(cells[i]);
      }
    }
    assertThat(told).as("the table knows every command").isEqualTo(commandNames());
    assertThat(new TreeSet<>(states.subList(1, states.size())))
        .as("the table knows every state")
        .isEqualTo(new TreeSet<>(states().keySet()));
    assertThat(states().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StopStateName.values()).map(Enum::name).toList());
  }

  @Test
  void whatStandsBesideTheStateDecidesToo() {
    for (String line : BESIDES.split("\n")) {
      String[] cells = line.trim().split(", ");
      assertThat(outcome(known(besides(), cells[0]), known(commands(), cells[1])))
          .as(line)
          .isEqualTo(cells[2]);
    }
  }

  @Test
  void theCommittedDiagramIsTheOneTheRulesDraw() throws IOException {
    String drawn = diagram();
    if (Boolean.getBoolean("holdfast.regenerate")) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, drawn);
    }
    assertThat(Files.exists(DIAGRAM)).as(REGENERATE).isTrue();
    assertThat(Files.readString(DIAGRAM)).as(REGENERATE).isEqualTo(drawn);
  }

  private static String diagram() {
    Map<String, List<String>> edges = new TreeMap<>();
    var orders = new LinkedHashMap<>(states());
    orders.putAll(besides());
    orders.forEach(
        (name, order) ->
            commands()
                .forEach(
                    (command, value) -> {
                      String to = outcome(order, value);
                      String from = order.state().name().name();
                      if (!to.equals("-") && !to.equals("=") && !to.equals(from)) {
                        edges
                            .computeIfAbsent(from + " --> " + to, _ -> new ArrayList<>())
                            .add(command);
                      }
                    }));
    var text =
        new StringBuilder("# States of a stop order\n\nDrawn from the rules by `StopMatrixTest`;")
            .append(" do not edit.\n\n```mermaid\nstateDiagram-v2\n  [*] --> ISSUED: make\n")
            .append("  [*] --> ANNULLED: make, the account is full or has an order of the case\n")
            .append("  [*] --> STOPPED: made by the bank on a call\n")
            .append("  ISSUED --> SENT: on the bank's desk\n")
            .append("  STOPPED --> LAPSED: time\n");
    edges.forEach(
        (edge, names) ->
            text.append("  ")
                .append(edge)
                .append(": ")
                .append(String.join(", ", new TreeSet<>(names)))
                .append('\n'));
    return text.append("```\n").toString();
  }

  private static <T> T known(Map<String, T> things, String name) {
    return Objects.requireNonNull(things.get(name), name);
  }

  private static String outcome(StopOrder order, StopCommand command) {
    return switch (StopRules.decide(order, command, NOON)) {
      case Decision.Rejected _ -> "-";
      case Decision.Accepted(var events) -> {
        StopStateName after = Evolution.evolve(order, events).state().name();
        yield after == order.state().name() ? "=" : after.name();
      }
    };
  }

  private static TreeSet<String> commandNames() {
    var names = new TreeSet<String>();
    for (Class<?> command : StopCommand.class.getPermittedSubclasses()) {
      if (command == StopCommand.OfPaper.class
          || command == StopCommand.OfPhone.class
          || command == StopCommand.OfShares.class
          || command == StopCommand.Answer.class) {
        for (Class<?> paper : command.getPermittedSubclasses()) {
          names.add(paper.getSimpleName());
        }
      } else {
        names.add(command.getSimpleName());
      }
    }
    assertThat(new TreeSet<>(commands().keySet())).isEqualTo(names);
    return names;
  }

  private static Map<String, StopOrder> states() {
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

  private static Map<String, StopOrder> besides() {
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
            new StopCommand.JoinInflow(new Inflow("elsewhere", 1, 100, NOON)),
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

  private static Map<String, StopCommand> commands() {
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
            new StopCommand.JoinInflow(new Inflow("other", 1, 100, NOON)),
            new StopCommand.LeaveInflow("other", 1),
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
