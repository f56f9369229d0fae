package io.holdfast.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Rule;
import io.holdfast.proto.access.v1.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What every method, message and enum of the contract must have. Each finding says what to write
 * instead.
 */
final class ContractStyleTest {
  private static final Pattern PATH_FIELD = Pattern.compile("\\{([a-z_0-9.]+)");
  // Asked by POST because a URL must not hold an account number; they change nothing and need no
  // request_id.
  private static final Set<String> ASKING = Set.of("Search", "Find", "Match");
  private static final Set<String> PERSONAL_NAMES =
      Set.of(
          "id_number",
          "phone",
          "address",
          "narrative",
          "account_number",
          "account_name",
          "displayed",
          "e164",
          "file_name");
  // An institution's own switchboard is public; everything else by these names is a person's.
  private static final Set<String> NOT_PERSONAL =
      Set.of(
          "holdfast.liaison.v1.Institution.phone",
          "holdfast.liaison.v1.UpdateInstitutionRequest.phone",
          "holdfast.liaison.v1.DeskContact.phone");

  private final List<String> findings = new ArrayList<>();
  private final List<FileDescriptor> files = Contract.files();

  private List<MethodDescriptor> methods() {
    return files.stream()
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream())
        .toList();
  }

  private static List<Rule> rules(MethodDescriptor method) {
    return method.getOptions().getExtension(Access.rule);
  }

  private static HttpRule http(MethodDescriptor method) {
    return method.getOptions().getExtension(AnnotationsProto.http);
  }

  private static boolean internal(MethodDescriptor method) {
    return rules(method).stream().allMatch(rule -> rule.getScope() == Scope.INTERNAL);
  }

  @Test
  void everyMethodSaysWhoMayCallIt() {
    for (MethodDescriptor method : methods()) {
      if (rules(method).isEmpty()) {
        findings.add(method.getFullName() + ": add option (holdfast.access.v1.rule)");
      }
      for (Rule rule : rules(method)) {
        if (rule.getRolesCount() == 0 || rule.getScope() == Scope.SCOPE_UNSPECIFIED) {
          findings.add(method.getFullName() + ": a rule names roles and a scope");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void internalMethodsHaveNoRestFaceAndAllOthersHaveOne() {
    for (MethodDescriptor method : methods()) {
      boolean rest = http(method).getPatternCase() != HttpRule.PatternCase.PATTERN_NOT_SET;
      if (rest == internal(method)) {
        findings.add(
            method.getFullName()
                + (rest ? ": remove google.api.http" : ": add option (google.api.http)"));
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void everyListPages() {
    for (MethodDescriptor method : methods()) {
      if (method.getName().startsWith("List") || method.getName().startsWith("Search")) {
        need(method.getInputType(), "page_size", "page_token");
        need(method.getOutputType(), "next_page_token");
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void everyMutationHasARequestId() {
    for (MethodDescriptor method : methods()) {
      boolean post = http(method).getPatternCase() == HttpRule.PatternCase.POST;
      if (post && ASKING.stream().noneMatch(method.getName()::startsWith)) {
        need(method.getInputType(), "request_id");
      }
    }
    assertThat(findings).isEmpty();
  }

  private void need(Descriptor message, String... fields) {
    for (String field : fields) {
      if (message.findFieldByName(field) == null) {
        findings.add(message.getFullName() + ": add field " + field);
      }
    }
  }

  @Test
  void everyEnumBeginsUnspecified() {
    for (FileDescriptor file : files) {
      List<EnumDescriptor> enums = new ArrayList<>(file.getEnumTypes());
      messages().forEach(message -> enums.addAll(message.getEnumTypes()));
      for (EnumDescriptor type : enums) {
        if (!type.getValues().getFirst().getName().endsWith("_UNSPECIFIED")) {
          findings.add(type.getFullName() + ": value 0 must end in _UNSPECIFIED");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  private List<Descriptor> messages() {
    var all = new ArrayList<Descriptor>();
    files.forEach(file -> file.getMessageTypes().forEach(message -> collect(message, all)));
    return all;
  }

  private static void collect(Descriptor message, List<Descriptor> all) {
    all.add(message);
    message.getNestedTypes().forEach(nested -> collect(nested, all));
  }

  @Test
  void whatNamesAPersonIsMarkedPersonal() {
    for (Descriptor message : messages()) {
      for (FieldDescriptor field : message.getFields()) {
        boolean sounds =
            PERSONAL_NAMES.contains(field.getName()) && !NOT_PERSONAL.contains(field.getFullName());
        if (sounds && !field.getOptions().getExtension(Access.personal)) {
          findings.add(field.getFullName() + ": mark it (holdfast.access.v1.personal) = true");
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void nothingPersonalStandsInAPathOrQuery() {
    for (MethodDescriptor method : methods()) {
      HttpRule rule = http(method);
      String path = rule.getGet() + rule.getPost();
      for (MatchResult field : PATH_FIELD.matcher(path).results().toList()) {
        refusePersonal(method, method.getInputType().findFieldByName(field.group(1)));
      }
      if (rule.getPatternCase() == HttpRule.PatternCase.GET) {
        method.getInputType().getFields().forEach(field -> refusePersonal(method, field));
      }
    }
    assertThat(findings).isEmpty();
  }

  private void refusePersonal(MethodDescriptor method, FieldDescriptor field) {
    if (field.getOptions().getExtension(Access.personal)) {
      findings.add(method.getFullName() + ": send " + field.getName() + " in a POST body");
    }
  }

  @Test
  void everyMethodTellsWhatCanGoWrong() {
    Contract.descriptorSet().getFileList().stream()
        .filter(file -> file.getName().startsWith("holdfast/"))
        .forEach(
            file -> {
              for (int s = 0; s < file.getServiceCount(); s++) {
                for (int m = 0; m < file.getService(s).getMethodCount(); m++) {
                  String comment = comment(file.getSourceCodeInfo().getLocationList(), s, m);
                  if (!comment.contains("Errors:")) {
                    findings.add(
                        file.getService(s).getMethod(m).getName()
                            + ": its comment needs a line 'Errors: ...'");
                  }
                }
              }
            });
    assertThat(findings).isEmpty();
  }

  private static String comment(
      List<com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location> locations,
      int service,
      int method) {
    List<Integer> path = List.of(6, service, 2, method);
    return locations.stream()
        .filter(location -> location.getPathList().equals(path))
        .map(location -> location.getLeadingComments())
        .findFirst()
        .orElse("");
  }
}
