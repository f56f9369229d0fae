package io.holdfast.liaison.trace;

import static io.holdfast.liaison.trace.Given.POLICE;
import static io.holdfast.liaison.trace.Given.SECOND_CARRIER;
import static io.holdfast.liaison.trace.Given.VICTIM_CARRIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.value.Personal;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every state of a hop with every command about hops, and every stage of a trace with every command
 * about the whole, against tables kept by hand. {@code -} is refused, {@code =} accepted without a
 * change of state.
 */
class TraceMatrixTest {
  private static final Path DIAGRAM = Path.of("docs", "trace-states.md");

  private static final String HOPS =
      """
      command            UNROUTED SENT         ACKNOWLEDGED ANSWERED LANDED   DEAD_END NOT_OURS PAPER_INVALID DISPUTED
      RouteHop           SENT     =            SENT         -        -        -        SENT     -             -
      AcknowledgeHop     -        ACKNOWLEDGED =            -        -        -        -        -             -
      RecordPreservation -        =            =            -        -        -        -        -             =
      AnswerHop          -        ANSWERED     ANSWERED     -        -        -        -        -             ANSWERED
      CorrectHopAnswer   -        -            -            =        ANSWERED ANSWERED ANSWERED ANSWERED      -
      DisputeHop         -        -            -            DISPUTED -        -        -        -             -
      """;

  private static final String TRACES =
      """
      command        REQUESTED DECLINED TRACING LANDED         SERVER_FOUND   SUBJECTS_FOUND DEAD_END CLOSED
      Approve        TRACING   -        -       -              -              -              -        -
      Decline        DECLINED  -        -       -              -              -              -        -
      RenewPaper     -         -        =       =              =              =              =        -
      Close          -         -        CLOSED  CLOSED         CLOSED         CLOSED         CLOSED   -
      RecordServer   -         -        -       SERVER_FOUND   =              =              -        -
      RecordSubjects -         -        -       SUBJECTS_FOUND SUBJECTS_FOUND =              -        -
      FireClocks     =         =        =       =              =              =              =        =
      """;

  @Test
  void everyHopStateMeetsEveryCommandAsTheTableSays() {
    Map<String, Trace> states = new LinkedHashMap<>();
    for (HopState.Name state : HopState.Name.values()) {
      states.put(state.name(), Given.in(state));
    }
    assertThat(HopState.class.getPermittedSubclasses()).hasSameSizeAs(HopState.Name.values());
    check(HOPS, states, hopCommands(), TraceMatrixTest::hopState);
    assertThat(hopCommands().keySet()).isEqualTo(names(TraceCommand.OfHop.class));
  }

  @Test
  void everyStageMeetsEveryCommandAsTheTableSays() {
    Map<String, Trace> states = stages();
    assertThat(states).hasSameSizeAs(Stage.values());
    check(TRACES, states, traceCommands(), trace -> trace.stage().name());
    var all = names(TraceCommand.class);
    all.remove("OfHop");
    assertThat(traceCommands().keySet()).isEqualTo(all);
  }

  @Test
  void everyCodeMakesOfAHopWhatTheContractSays() {
    Map<HopCode, String> told = new TreeMap<>();
    for (HopCode code : HopCode.values()) {
      Answer answer =
          switch (code) {
            case UPSTREAM -> Given.upstream(SECOND_CARRIER, "t1");
            case ORIGIN, LANDING, FOREIGN_GATEWAY -> Given.answer(code, Given.record("t1"), null);
            case NO_RECORD, RETENTION_EXPIRED, NOT_OURS, PORTED_TO, PAPER_INVALID ->
                Given.none(code);
          };
      Trace after = Given.then(Given.approved(), Given.answering(1, VICTIM_CARRIER, answer));
      told.put(code, hopState(after) + " of " + after.hops().size());
    }
    assertThat(told)
        .containsExactly(
            Map.entry(HopCode.UPSTREAM, "ANSWERED of 2"),
            Map.entry(HopCode.ORIGIN, "LANDED of 1"),
            Map.entry(HopCode.LANDING, "LANDED of 1"),
            Map.entry(HopCode.FOREIGN_GATEWAY, "DEAD_END of 1"),
            Map.entry(HopCode.NO_RECORD, "DEAD_END of 1"),
            Map.entry(HopCode.RETENTION_EXPIRED, "DEAD_END of 1"),
            Map.entry(HopCode.NOT_OURS, "NOT_OURS of 1"),
            Map.entry(HopCode.PORTED_TO, "SENT of 1"),
            Map.entry(HopCode.PAPER_INVALID, "PAPER_INVALID of 1"));
  }

  @Test
  void theCommittedDiagramIsTheOneTheRulesDraw() throws IOException {
    String drawn = diagram();
    if (Boolean.getBoolean("holdfast.regenerate")) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, drawn);
    }
    assertThat(Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "")
        .as("write it anew with -Dtest=TraceMatrixTest -Dholdfast.regenerate=true")
        .isEqualTo(drawn);
  }

  private interface Name {
    String of(Trace trace);
  }

  private static void check(
      String table, Map<String, Trace> states, Map<String, TraceCommand> commands, Name name) {
    List<String> lines = table.lines().toList();
    List<String> columns = List.of(lines.getFirst().trim().split("\\s+"));
    assertThat(new TreeSet<>(columns.subList(1, columns.size())))
        .isEqualTo(new TreeSet<>(states.keySet()));
    var told = new TreeSet<String>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.trim().split("\\s+");
      told.add(cells[0]);
      for (int i = 1; i < cells.length; i++) {
        Trace trace = Objects.requireNonNull(states.get(columns.get(i)));
        TraceCommand command = Objects.requireNonNull(commands.get(cells[0]));
        assertThat(outcome(trace, command, name))
            .as(cells[0] + " in " + columns.get(i))
            .isEqualTo(cells[i]);
      }
    }
    assertThat(told).isEqualTo(new TreeSet<>(commands.keySet()));
  }

  private static String outcome(Trace trace, TraceCommand command, Name name) {
    return switch (TraceRules.decide(trace, command, Given.NOON)) {
      case Decision.Rejected(var rejection) -> {
        assertThat(rejection)
            .isInstanceOfAny(
                Rejection.WrongStage.class,
                Rejection.HopWrongState.class,
                Rejection.HopNotYours.class,
                Rejection.NotLanded.class);
        yield "-";
      }
      case Decision.Accepted(var events) -> {
        String after = name.of(Evolution.evolve(trace, events));
        yield after.equals(name.of(trace)) ? "=" : after;
      }
    };
  }

  private static String hopState(Trace trace) {
    return trace.hops().getFirst().state().name().name();
  }

  private static TreeSet<String> names(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, TraceCommand> hopCommands() {
    var commands = new TreeMap<String, TraceCommand>();
    for (TraceCommand command :
        List.of(
            new TraceCommand.RouteHop(1, Given.inside(VICTIM_CARRIER)),
            Given.acknowledging(1, VICTIM_CARRIER),
            new TraceCommand.RecordPreservation(
                1, new Asked.Carrier(VICTIM_CARRIER), new Preservation(Given.NOON, "测试留存1号", null)),
            Given.answering(1, VICTIM_CARRIER, Given.upstream(SECOND_CARRIER, "t1")),
            Given.correcting(1, VICTIM_CARRIER, Given.upstream(SECOND_CARRIER, "t1")),
            new TraceCommand.DisputeHop(1, POLICE, "测试：时间不符"))) {
      commands.put(command.getClass().getSimpleName(), command);
    }
    return commands;
  }

  private static Map<String, TraceCommand> traceCommands() {
    Personal text = Personal.of(Personal.Kind.TEXT, "192.0.2.1");
    var commands = new TreeMap<String, TraceCommand>();
    for (TraceCommand command :
        List.of(
            new TraceCommand.Approve("head"),
            new TraceCommand.Decline("head", "测试：手续不全"),
            new TraceCommand.RenewPaper("head", new Paper("测调证字2号", new Paper.Limit.OfPolicy())),
            new TraceCommand.Close("officer", "测试：已查明"),
            new TraceCommand.RecordServer(new Server(text, "测试机房", text, text, Given.NOON)),
            new TraceCommand.RecordSubjects(List.of(new Subject(Subject.Kind.LOGIN, text, text))),
            new TraceCommand.FireClocks())) {
      commands.put(command.getClass().getSimpleName(), command);
    }
    return commands;
  }

  private static Map<String, Trace> stages() {
    var commands = traceCommands();
    Trace landed = Given.in(HopState.Name.LANDED);
    Trace server = then(landed, commands, "RecordServer");
    Map<String, Trace> stages = new LinkedHashMap<>();
    for (Trace trace :
        List.of(
            Given.requested(),
            then(Given.requested(), commands, "Decline"),
            Given.approved(),
            landed,
            server,
            then(server, commands, "RecordSubjects"),
            Given.in(HopState.Name.DEAD_END),
            then(Given.approved(), commands, "Close"))) {
      stages.put(trace.stage().name(), trace);
    }
    return stages;
  }

  private static Trace then(Trace trace, Map<String, TraceCommand> commands, String name) {
    return Given.then(trace, Objects.requireNonNull(commands.get(name)));
  }

  private static String diagram() {
    var text =
        new StringBuilder("# States of a trace and of its hops\n\nDrawn from the rules by")
            .append(" `TraceMatrixTest`; do not edit.\n\n```mermaid\nstateDiagram-v2\n")
            .append("  [*] --> REQUESTED: RequestTrace\n")
            .append("  TRACING --> LANDED: AnswerHop\n  TRACING --> DEAD_END: AnswerHop\n");
    edges(stages(), traceCommands(), trace -> trace.stage().name()).forEach(text::append);
    text.append("```\n\n```mermaid\nstateDiagram-v2\n  [*] --> SENT: asked\n")
        .append("  [*] --> UNROUTED: nobody known\n")
        .append("  SENT --> LANDED: AnswerHop\n  SENT --> DEAD_END: AnswerHop\n")
        .append("  SENT --> NOT_OURS: AnswerHop\n  SENT --> PAPER_INVALID: AnswerHop\n")
        .append("  PAPER_INVALID --> SENT: RenewPaper\n");
    Map<String, Trace> states = new LinkedHashMap<>();
    Arrays.stream(HopState.Name.values()).forEach(name -> states.put(name.name(), Given.in(name)));
    edges(states, hopCommands(), TraceMatrixTest::hopState).forEach(text::append);
    return text.append("```\n").toString();
  }

  private static List<String> edges(
      Map<String, Trace> states, Map<String, TraceCommand> commands, Name name) {
    Map<String, List<String>> edges = new TreeMap<>();
    states.forEach(
        (from, trace) ->
            commands.forEach(
                (command, value) -> {
                  String to = outcome(trace, value, name);
                  if (!to.equals("-") && !to.equals("=")) {
                    edges.computeIfAbsent(from + " --> " + to, _ -> new ArrayList<>()).add(command);
                  }
                }));
    var lines = new ArrayList<String>();
    edges.forEach((edge, by) -> lines.add("  " + edge + ": " + String.join(", ", by) + "\n"));
    return lines;
  }
}
