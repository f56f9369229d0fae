package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.WrongState;
import io.holdfast.casefile.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every state against every command. The table is kept by hand, from 程序规定 171–179; the committed
 * diagram is drawn from what the rules do.
 */
class CaseMatrixTest {
  private static final String TABLE =
      """
                           | RECEIVED | REVIEW    | FILED | NOT_FILED
      AddTransfers         | RECEIVED | REVIEW    | FILED | -
      CompleteReport       | RECEIVED | REVIEW    | -     | -
      Review               | REVIEW   | -         | -     | -
      Accept               | -        | FILED     | -     | FILED
      Decline              | -        | NOT_FILED | -     | -
      RecordNotice         | -        | -         | -     | NOT_FILED
      ConfirmSecondOfficer | RECEIVED | REVIEW    | FILED | NOT_FILED
      AddEvidence          | RECEIVED | REVIEW    | FILED | NOT_FILED
      RecordOrder          | RECEIVED | REVIEW    | FILED | NOT_FILED
      RecordLookup         | RECEIVED | REVIEW    | FILED | NOT_FILED
      RequestTrace         | RECEIVED | REVIEW    | FILED | -
      RecordTrace          | RECEIVED | REVIEW    | FILED | NOT_FILED
      ProtectVictim        | RECEIVED | REVIEW    | FILED | -
      ReleaseProtection    | RECEIVED | REVIEW    | FILED | NOT_FILED
      """;

  private static final Path DIAGRAM = Path.of("docs", "case-states.md");

  @TestFactory
  Stream<DynamicTest> everyCommandInEveryStateDoesWhatTheTableSays() {
    return table().entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .map(
                        cell ->
                            DynamicTest.dynamicTest(
                                row.getKey() + " in " + cell.getKey(),
                                () ->
                                    assertThat(outcome(row.getKey(), cell.getKey()))
                                        .isEqualTo(cell.getValue()))));
  }

  @Test
  void theTableKnowsEveryCommandAndState() {
    assertThat(table().keySet())
        .isEqualTo(
            Arrays.stream(CaseCommand.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()));
    assertThat(table().values())
        .allSatisfy(cells -> assertThat(cells.keySet()).containsExactly(CaseState.Name.values()));
    assertThat(CaseState.class.getPermittedSubclasses()).hasSameSizeAs(CaseState.Name.values());
  }

  @Test
  void aRefusalNamesTheStatesThatWouldDo() {
    for (CaseCommand command : commands()) {
      Set<CaseState.Name> would = new LinkedHashSet<>();
      Map<CaseState.Name, String> row =
          table().getOrDefault(command.getClass().getSimpleName(), Map.of());
      row.forEach(
          (state, to) -> {
            if (!to.equals("-")) {
              would.add(state);
            }
          });
      assertThat(CaseRules.allowed(command)).isEqualTo(would);
    }
  }

  @Test
  void theCommittedDiagramShowsWhatTheRulesDo() throws IOException {
    assertThat(Files.readString(DIAGRAM)).isEqualTo(document());
  }

  private static String outcome(String command, CaseState.Name state) {
    CaseFile file = Cases.in(state);
    return switch (CaseRules.decide(file, command(command), Cases.NAMES, NOON)) {
      case Accepted(var event) -> CaseRules.evolve(file, event).state().name().name();
      case Rejected(WrongState(var was, _)) -> {
        assertThat(was).isEqualTo(state);
        yield "-";
      }
      case Rejected(var other) -> throw new AssertionError("rejected otherwise: " + other);
    };
  }

  private static CaseCommand command(String name) {
    return commands().stream()
        .filter(command -> command.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<CaseCommand> commands() {
    return List.of(
        Cases.add(true, Reports.transfer(Reports.OTHER_CARD, 5)),
        Cases.complete(Reports.report(), false),
        Cases.review(),
        Cases.accept(),
        Cases.decline(),
        Cases.notice(),
        Cases.confirm("officer-2"),
        Cases.evidence(),
        Cases.heard("order1", 1, OrderState.STOPPED),
        Cases.heardLookup("lookup1", 1, 1, LookupState.TOLD, Reports.CARD, "order9"),
        Cases.trace("trace2", 1),
        Cases.heardTrace("trace1", 2, TraceState.LANDED),
        Cases.protect(),
        new CaseCommand.ReleaseProtection("当面签字", "station"));
  }

  private static Map<String, Map<CaseState.Name, String>> table() {
    List<String> lines = TABLE.lines().toList();
    List<CaseState.Name> states = cells(lines.getFirst()).map(CaseState.Name::valueOf).toList();
    Map<String, Map<CaseState.Name, String>> table = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line).toList();
      Map<CaseState.Name, String> row = new LinkedHashMap<>();
      for (int i = 0; i < states.size(); i++) {
        row.put(states.get(i), cells.get(i));
      }
      table.put(line.substring(0, line.indexOf('|')).strip(), row);
    }
    return table;
  }

  private static Stream<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).skip(1).map(String::strip);
  }

  /** The diagram's file as it should be. */
  private static String document() {
    var text = new StringBuilder();
    text.append("# Case states (案件状态)\n\n");
    text.append("Drawn from the rules; `CaseMatrixTest` compares. 程序规定 171–179.\n\n");
    text.append("```mermaid\nstateDiagram-v2\n    [*] --> RECEIVED: FileReport\n");
    var staying = new LinkedHashMap<CaseState.Name, Set<String>>();
    for (CaseState.Name from : CaseState.Name.values()) {
      for (CaseCommand command : commands()) {
        String name = command.getClass().getSimpleName();
        String to = outcome(name, from);
        if (to.equals(from.name())) {
          staying.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(name);
        } else if (!to.equals("-")) {
          text.append("    ").append(from).append(" --> ").append(to).append(": ");
          text.append(name).append('\n');
        }
      }
    }
    text.append("```\n\n| state | leaves it as it is |\n|---|---|\n");
    staying.forEach(
        (state, commands) ->
            text.append("| ")
                .append(state)
                .append(" | ")
                .append(String.join(", ", commands))
                .append(" |\n"));
    return text.toString();
  }
}
