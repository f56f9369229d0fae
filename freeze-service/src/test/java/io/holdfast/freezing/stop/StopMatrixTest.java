package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

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
        StopOrder order = known(MatrixGiven.states(), states.get(i));
        assertThat(outcome(order, known(MatrixGiven.commands(), cells[0])))
            .as(states.get(i) + " with " + cells[0])
            .isEqualTo(cells[i]);
      }
    }
    assertThat(told).as("the table knows every command").isEqualTo(commandNames());
    assertThat(new TreeSet<>(states.subList(1, states.size())))
        .as("the table knows every state")
        .isEqualTo(new TreeSet<>(MatrixGiven.states().keySet()));
    assertThat(MatrixGiven.states().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StopStateName.values()).map(Enum::name).toList());
  }

  @Test
  void whatStandsBesideTheStateDecidesToo() {
    for (String line : BESIDES.split("\n")) {
      String[] cells = line.trim().split(", ");
      assertThat(
              outcome(
                  known(MatrixGiven.besides(), cells[0]), known(MatrixGiven.commands(), cells[1])))
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
    var orders = new LinkedHashMap<>(MatrixGiven.states());
    orders.putAll(MatrixGiven.besides());
    orders.forEach(
        (name, order) ->
            MatrixGiven.commands()
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
    assertThat(new TreeSet<>(MatrixGiven.commands().keySet())).isEqualTo(names);
    return names;
  }
}
