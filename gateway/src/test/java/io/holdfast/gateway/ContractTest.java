package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.ExtensionRegistry;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.openapi.OpenApi;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.Bindings;
import io.holdfast.gateway.route.PathTemplate;
import io.holdfast.gateway.route.RouteTrie;
import io.holdfast.gateway.route.ServiceNames;
import io.holdfast.proto.access.v1.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read from descriptors alone: routes, refusals at start-up, the OpenAPI document. */
class ContractTest {
  private static final String TRIAL = "trial/api.dsc";
  private static final ServiceNames SERVICES =
      new ServiceNames(List.of("holdfast.casefile", "holdfast.freezing", "holdfast.liaison"));
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

  private static List<Binding> bindings(String resource) throws IOException {
    return new Bindings(SERVICES).of(Contract.fromClassPath(resource));
  }

  @Test
  void theRealContractHasRoutesWithoutConflicts() throws IOException {
    List<Binding> bindings = bindings(Contract.RESOURCE);
    RouteTrie<Binding> trie = Bindings.trie(bindings);

    assertThat(bindings).hasSizeGreaterThan(5);
    assertThat(trie.find("POST", "/v1/cases:search")).isInstanceOf(RouteTrie.Found.class);
    assertThat(bindings)
        .noneMatch(each -> each.method().getFullName().startsWith("holdfast.event."));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/a,lit",
    "GET,/v1/b,var",
    "POST,/v1/a,405",
    "GET,/v1/a:go,verb",
    "GET,/v1/b:go,var-verb",
    "GET,/v1/b:stay,var",
    "GET,/v1/x/y,pair",
    "GET,/v1/x/y/z,rest",
    "GET,/v1/,404",
    "GET,/v1,404",
    "GET,/v1/%zz,404",
    "GET,/v1/%C3%28,404",
    "GET,v1/a,404",
    "DELETE,/v1/only,var-delete"
  })
  void theTriePrefersTheMoreSpecific(String method, String path, String wanted) {
    RouteTrie<String> trie = new RouteTrie<>();
    trie.add("GET", PathTemplate.parse("/v1/a"), "lit");
    trie.add("GET", PathTemplate.parse("/v1/only"), "only");
    trie.add("GET", PathTemplate.parse("/v1/{id}"), "var");
    trie.add("DELETE", PathTemplate.parse("/v1/{id=only}"), "var-delete");
    trie.add("GET", PathTemplate.parse("/v1/a:go"), "verb");
    trie.add("GET", PathTemplate.parse("/v1/{id}:go"), "var-verb");
    trie.add("GET", PathTemplate.parse("/v1/{name=x/*}"), "pair");
    trie.add("GET", PathTemplate.parse("/v1/{name=x/**}"), "rest");

    String got =
        switch (trie.find(method, path)) {
          case RouteTrie.Found<String>(String target, _) -> target;
          case RouteTrie.WrongMethod<String> _ -> "405";
          case RouteTrie.Unknown<String> _ -> "404";
        };
    assertThat(got).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1", "/v1/{", "/v1/{a=}", "/v1/**/x", "/v1//x", "/v1/x:", "/v1/{a-b}"})
  void whatIsNoTemplateIsRefused(String template) {
    assertThatThrownBy(() -> PathTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void twoRoutesForOneAddressAreRefused() {
    RouteTrie<String> trie = new RouteTrie<>();
    trie.add("GET", PathTemplate.parse("/v1/{id}"), "one");

    assertThatThrownBy(() -> trie.add("GET", PathTemplate.parse("/v1/{name}"), "two"))
        .hasMessageContaining("one")
        .hasMessageContaining("two");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/find/{phone},*,stands in its path",
    "/v1/find,'',could stand in its query",
    "/v1/find/{nope},*,no field",
  })
  void aContractThatPutsPersonalDataInUrlsDoesNotStart(String path, String body, String why)
      throws IOException {
    HttpRule.Builder rule = HttpRule.newBuilder().setGet(path);
    Contract broken = findThingAt(rule.setBody(body).build());

    assertThatThrownBy(() -> new Bindings(SERVICES).of(broken))
        .hasMessageContaining("FindThing")
        .hasMessageContaining(why);
  }

  private static Contract findThingAt(HttpRule rule) throws IOException {
    ExtensionRegistry options = ExtensionRegistry.newInstance();
    AnnotationsProto.registerAllExtensions(options);
    Access.registerAllExtensions(options);
    try (InputStream in =
        Objects.requireNonNull(ContractTest.class.getClassLoader().getResourceAsStream(TRIAL))) {
      FileDescriptorSet.Builder set = FileDescriptorSet.parseFrom(in, options).toBuilder();
      for (FileDescriptorProto.Builder file : set.getFileBuilderList()) {
        file.getServiceBuilderList().stream()
            .flatMap(service -> service.getMethodBuilderList().stream())
            .filter(method -> method.getName().equals("FindThing"))
            .forEach(
                method ->
                    method.setOptions(
                        MethodOptions.newBuilder(method.getOptions())
                            .setExtension(AnnotationsProto.http, rule)));
      }
      return Contract.read(new ByteArrayInputStream(set.build().toByteArray()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TRIAL, Contract.RESOURCE})
  void theDocumentLints(String resource) throws IOException {
    JsonNode api = document(resource);
    assertThat(api.at("/openapi").asString()).isEqualTo("3.1.0");
    Set<String> ids = new HashSet<>();
    Set<String> shapes = new HashSet<>();
    Set<String> tags = new HashSet<>();
    api.at("/tags").forEach(tag -> tags.add(tag.at("/name").asString()));
    for (var path : api.at("/paths").properties()) {
      assertThat(path.getKey()).startsWith("/");
      assertThat(shapes.add(path.getKey().replaceAll("\\{[^}]*}", "{}")))
          .as(path.getKey())
          .isTrue();
      for (var operation : path.getValue().properties()) {
        assertThat(VERBS).contains(operation.getKey());
        lint(path.getKey(), operation.getValue(), ids, tags);
      }
    }
    references(api, api);
    assertThat(ids).isNotEmpty();
  }

  private static void lint(String path, JsonNode spec, Set<String> ids, Set<String> tags) {
    assertThat(ids.add(spec.at("/operationId").asString())).as(path).isTrue();
    assertThat(spec.at("/summary").asString()).as(path).isNotBlank().doesNotEndWith(".");
    assertThat(spec.at("/description").asString()).as(path).isNotBlank();
    assertThat(spec.at("/x-roles").size()).as(path).isPositive();
    assertThat(tags).contains(spec.at("/tags/0").asString());
    assertThat(spec.at("/responses").has("200")).as(path).isTrue();
    assertThat(spec.at("/responses").has("401")).as(path).isTrue();
    Set<String> named = new HashSet<>();
    for (JsonNode parameter : spec.path("parameters")) {
      String name = parameter.at("/name").asString();
      assertThat(named.add(parameter.at("/in").asString() + " " + name)).as(path + name).isTrue();
      assertThat(parameter.has("schema")).isTrue();
      if (parameter.at("/in").asString().equals("path")) {
        assertThat(parameter.at("/required").asBoolean()).isTrue();
        assertThat(path).contains("{" + name + "}");
      }
    }
    long inPath = path.chars().filter(c -> c == '{').count();
    assertThat(named.stream().filter(name -> name.startsWith("path ")).count()).isEqualTo(inPath);
  }

  private static void references(JsonNode api, JsonNode node) {
    if (node.isObject() && node.has("$ref")) {
      String reference = node.at("/$ref").asString();
      assertThat(reference).startsWith("#/");
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    node.forEach(child -> references(api, child));
  }

  @Test
  void theDocumentSaysWhatTheContractSays() throws IOException {
    JsonNode api = document(TRIAL);
    JsonNode create = api.at("/paths").path("/v1/stations/{parent}/things").path("post");
    assertThat(create.at("/summary").asString()).isEqualTo("Creates a thing");
    assertThat(create.at("/x-roles/0").asString()).isEqualTo("station-officer");
    assertThat(create.at("/x-errors").toString()).contains("THING_EXISTS").contains("THING_EVEN");
    assertThat(create.at("/responses/409/description").asString()).isEqualTo("THING_EXISTS");
    JsonNode thing = api.at("/components/schemas").path("casefile.trial.v1.Thing");
    assertThat(thing.at("/properties/amountFen/format").asString()).isEqualTo("int64");
    assertThat(thing.at("/properties/amountFen/type").asString()).isEqualTo("string");
    assertThat(thing.at("/properties/owner/x-personal").asBoolean()).isTrue();
    assertThat(thing.at("/properties/createTime/format").asString()).isEqualTo("date-time");
    JsonNode put = api.at("/paths").path("/v1/things/{id}").path("put");
    assertThat(put.isMissingNode()).isFalse();
    JsonNode upload = api.at("/paths").path("/v1/things/{id}/file:upload").path("post");
    assertThat(upload.at("/requestBody/content").has("application/octet-stream")).isTrue();
    assertThat(upload.at("/parameters").toString()).contains("fileName").doesNotContain("chunk");
    JsonNode watch = api.at("/paths").path("/v1/things:watch").path("get");
    assertThat(watch.at("/responses/200/content").has("text/event-stream")).isTrue();
    assertThat(watch.at("/parameters").toString()).contains("Last-Event-ID");
    assertThat(api.toString()).doesNotContain("Whisper");
  }

  private static JsonNode document(String resource) throws IOException {
    Contract contract = Contract.fromClassPath(resource);
    return JsonMapper.builder()
        .build()
        .readTree(new OpenApi(contract, new Bindings(SERVICES).of(contract)).json());
  }
}
