package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.grpc.Status;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.openapi.OpenApi;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Bindings;
import io.holdfast.gateway.route.ServiceNames;
import io.holdfast.kit.problem.Reason;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Rule;
import io.holdfast.proto.casefile.v1.AdviceOuterClass;
import io.holdfast.proto.casefile.v1.CasesOuterClass;
import io.holdfast.proto.casefile.v1.DraftsOuterClass;
import io.holdfast.proto.freezing.v1.AccountQueriesOuterClass;
import io.holdfast.proto.freezing.v1.CallCodesOuterClass;
import io.holdfast.proto.freezing.v1.MoneyTrailsOuterClass;
import io.holdfast.proto.freezing.v1.PhonedStopsOuterClass;
import io.holdfast.proto.freezing.v1.StopOrdersOuterClass;
import io.holdfast.proto.liaison.v1.AttendanceOuterClass;
import io.holdfast.proto.liaison.v1.DirectoryOuterClass;
import io.holdfast.proto.liaison.v1.TasksOuterClass;
import io.holdfast.proto.liaison.v1.TracesOuterClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/reference} and the console's copy of the contract are written from the code and
 * checked against it: {@code mvn -pl arch-tests test -Dholdfast.write=true} writes them anew.
 */
final class ReferenceTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");
  private static final Path CONSOLE = Path.of("..", "console", "src", "api");

  @Test
  void accessTableIsCurrent() throws IOException {
    var text = new StringBuilder("# Who may call what\n\nWritten from the contract's rules.\n");
    for (FileDescriptor file : contract()) {
      file.getServices()
          .forEach(
              service -> {
                text.append("\n## ").append(service.getFullName());
                text.append("\n\n| method | REST | roles | reach |\n|---|---|---|---|\n");
                service.getMethods().forEach(method -> text.append(row(method)));
              });
    }
    check("access.md", text.toString());
  }

  private static List<FileDescriptor> contract() {
    return List.of(
        CasesOuterClass.getDescriptor(),
        DraftsOuterClass.getDescriptor(),
        AdviceOuterClass.getDescriptor(),
        StopOrdersOuterClass.getDescriptor(),
        AccountQueriesOuterClass.getDescriptor(),
        MoneyTrailsOuterClass.getDescriptor(),
        PhonedStopsOuterClass.getDescriptor(),
        CallCodesOuterClass.getDescriptor(),
        DirectoryOuterClass.getDescriptor(),
        AttendanceOuterClass.getDescriptor(),
        TasksOuterClass.getDescriptor(),
        TracesOuterClass.getDescriptor(),
        io.holdfast.proto.casefile.v1.AuditLog.getDescriptor(),
        io.holdfast.proto.freezing.v1.AuditLog.getDescriptor(),
        io.holdfast.proto.liaison.v1.AuditLog.getDescriptor());
  }

  private static String row(MethodDescriptor method) {
    List<Rule> rules = method.getOptions().getExtension(Access.rule);
    HttpRule http = method.getOptions().getExtension(com.google.api.AnnotationsProto.http);
    String rest =
        switch (http.getPatternCase()) {
          case GET -> "GET " + http.getGet();
          case POST -> "POST " + http.getPost();
          case PATCH -> "PATCH " + http.getPatch();
          default -> "none";
        };
    return rules.stream()
        .map(
            rule ->
                "| %s | `%s` | %s | %s%s |%n"
                    .formatted(
                        method.getName(),
                        rest,
                        rule.getRolesList().stream()
                            .map(ReferenceTest::word)
                            .collect(Collectors.joining(", ")),
                        rule.getScope().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        rule.getHumansOnly() ? ", people only" : ""))
        .collect(Collectors.joining());
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void errorTableIsCurrent() throws IOException {
    var text =
        new StringBuilder(
            "# Why a call is refused\n\n`reason` in `google.rpc.ErrorInfo` and in the problem"
                + " document; never renamed, never reused.\n\n"
                + "| reason | code | 中文 | English |\n|---|---|---|---|\n");
    reasons().stream()
        .sorted(Comparator.comparing(Reason::en))
        .collect(Collectors.groupingBy(Reason::name, TreeMap::new, Collectors.toList()))
        .forEach(
            (name, all) ->
                text.append(
                    "| `%s` | %s | %s | %s |%n"
                        .formatted(
                            name,
                            all.get(0).code(),
                            texts(all, Reason::zh),
                            texts(all, Reason::en))));
    text.append("\n## The gateway's own\n\n| reason | HTTP | 中文 | English |\n|---|---|---|---|\n");
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      text.append(
          "| `%s` | %d | %s | %s |%n"
              .formatted(
                  reason.name(),
                  reason.status(),
                  Objects.requireNonNullElse(reason.text(true), ""),
                  Objects.requireNonNullElse(reason.text(false), "")));
    }
    check("errors.md", text.toString());
  }

  /** Services may give the same reason in words of their own. */
  private static String texts(List<Reason> reasons, Function<Reason, String> text) {
    return reasons.stream().map(text).distinct().collect(Collectors.joining("<br>"));
  }

  @Test
  void aReasonGivenBySeveralServicesMeansTheSame() {
    Map<String, Set<Status.Code>> codes = new TreeMap<>();
    reasons()
        .forEach(
            reason ->
                codes.computeIfAbsent(reason.name(), _ -> new TreeSet<>()).add(reason.code()));
    codes.values().removeIf(each -> each.size() == 1);
    assertThat(codes).as("one reason, one code: rename the newer one").isEmpty();
  }

  private static List<Reason> reasons() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.holdfast")
            .stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(Reason.class::cast)
            .toList();
  }

  @Test
  void stateDiagramsAreCurrent() throws IOException {
    var text = new StringBuilder("# States\n\nWritten by the services' matrix tests.\n");
    for (String diagram :
        List.of(
            "case-service/docs/case-states.md",
            "freeze-service/docs/stop-states.md",
            "liaison-service/docs/trace-states.md")) {
      text.append('\n').append(Files.readString(Path.of("..").resolve(diagram)));
    }
    check("states.md", text.toString());
  }

  /** The console is built before the gateway, so it keeps the document its types are made from. */
  @Test
  void theConsolesCopyOfTheContractIsCurrent() throws IOException {
    Contract contract = Contract.fromClassPath(Contract.RESOURCE);
    ServiceNames services =
        new ServiceNames(List.of("holdfast.casefile", "holdfast.freezing", "holdfast.liaison"));
    byte[] document = new OpenApi(contract, new Bindings(services).of(contract)).json();
    JsonMapper lines = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    check(CONSOLE, "openapi.json", lines.writeValueAsString(lines.readTree(document)) + "\n");
  }

  private static void check(String name, String expected) throws IOException {
    check(FOLDER, name, expected);
  }

  private static void check(Path folder, String name, String expected) throws IOException {
    Path file = folder.resolve(name);
    if (Boolean.getBoolean("holdfast.write")) {
      Files.createDirectories(folder);
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is out of date: run mvn -pl arch-tests test -Dholdfast.write=true", file)
        .isEqualTo(expected);
  }
}
