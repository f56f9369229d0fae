package io.holdfast.gateway.openapi;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.contract.Grants;
import io.holdfast.gateway.route.Binding;
import io.holdfast.proto.access.v1.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The REST face as an OpenAPI 3.1 document, made from nothing but the descriptor set. */
public final class OpenApi {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Comments comments;
  private final Schemas schemas;
  private final Parameters parameters;
  private final Responses responses;
  private final PathShapes shapes = new PathShapes();
  private final ObjectNode document = MAPPER.createObjectNode();

  /** The document of these bindings. */
  public OpenApi(Contract contract, List<Binding> bindings) {
    this.comments = new Comments(contract);
    this.schemas = new Schemas(comments);
    this.parameters = new Parameters(schemas, comments);
    this.responses = new Responses(schemas);
    head();
    tags(bindings);
    paths(bindings);
    components();
  }

  /** The document as JSON. */
  public byte[] json() {
    return MAPPER.writeValueAsBytes(document);
  }

  private void head() {
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Holdfast (止付通)");
    info.put("version", "v1");
    info.put(
        "description",
        """
        Stops stolen money before it leaves, and proves afterwards that it was done lawfully.

        Sums are fen in int64 and travel as strings. Times are RFC 3339 in UTC. Every change takes a \
        `requestId`: a repeat with the same id gets the first answer. A thing of another institution \
        and one that does not exist give the same `ACCESS_DENIED`. Failures are RFC 9457 problems; \
        with `Accept-Language: zh` their text is Chinese.\
        """);
    info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    document.putArray("security").addObject().putArray("oidc");
  }

  private void tags(List<Binding> bindings) {
    var tags = document.putArray("tags");
    Set<ServiceDescriptor> seen = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      if (seen.add(binding.method().getService())) {
        ServiceDescriptor service = binding.method().getService();
        tags.addObject().put("name", service.getName()).put("description", comments.of(service));
      }
    }
  }

  private void paths(List<Binding> bindings) {
    ObjectNode paths = document.putObject("paths");
    Map<MethodDescriptor, Integer> faces = new HashMap<>();
    for (Binding binding : bindings) {
      PathShapes.Shape shape = shapes.of(binding);
      ObjectNode path =
          paths.get(shape.path()) instanceof ObjectNode known
              ? known
              : paths.putObject(shape.path());
      int face = faces.merge(binding.method(), 1, Integer::sum);
      operation(
          path.putObject(binding.httpMethod().toLowerCase(Locale.ROOT)), binding, shape, face);
    }
  }

  private void operation(ObjectNode operation, Binding binding, PathShapes.Shape shape, int face) {
    MethodDescriptor method = binding.method();
    String comment = comments.of(method);
    operation.putArray("tags").add(method.getService().getName());
    operation.put(
        "operationId",
        method.getService().getName() + "_" + method.getName() + (face == 1 ? "" : "_" + face));
    operation.put("summary", summary(comment, method.getName()));
    operation.put("description", comment);
    operation.put("x-grpc-method", method.getFullName());
    access(operation, method);
    var list = operation.putArray("parameters");
    parameters.add(binding, shape, list);
    if (list.isEmpty()) {
      operation.remove("parameters");
    }
    requestBody(operation, binding);
    responses.add(operation, binding, ErrorLines.in(comment));
  }

  private static String summary(String comment, String name) {
    int end = comment.indexOf(". ");
    int paragraph = comment.indexOf("\n\n");
    int cut = end < 0 ? paragraph : paragraph < 0 ? end : Math.min(end, paragraph);
    String sentence = cut < 0 ? comment : comment.substring(0, cut);
    return sentence.isBlank() ? name : sentence.strip().replaceAll("\\.$", "");
  }

  private static void access(ObjectNode operation, MethodDescriptor method) {
    Set<String> roles = new LinkedHashSet<>();
    var rules = operation.putArray("x-access");
    for (Rule rule : Grants.rules(method)) {
      ObjectNode each = rules.addObject();
      var names = each.putArray("roles");
      rule.getRolesList().stream()
          .map(Grants::tokenName)
          .forEach(
              name -> {
                names.add(name);
                roles.add(name);
              });
      each.put("scope", rule.getScope().name());
      each.put("humansOnly", rule.getHumansOnly());
    }
    roles.forEach(operation.putArray("x-roles")::add);
  }

  private void requestBody(ObjectNode operation, Binding binding) {
    if (binding.kind() == Binding.Kind.UPLOAD) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.put("description", "The file's bytes as they are, at most 20 MiB.");
      body.putObject("content").putObject("application/octet-stream").putObject("schema");
      return;
    }
    switch (binding.body()) {
      case Binding.NoBody() -> {}
      case Binding.WholeBody() -> {
        Set<FieldDescriptor> inPath = new HashSet<>(PathShapes.fields(binding));
        Responses.json(operation.putObject("requestBody").put("required", true))
            .set(
                "schema",
                schemas.reference(
                    binding.method().getInputType(), inPath.isEmpty() ? "" : "Body", inPath));
      }
      case Binding.FieldBody(FieldDescriptor field) ->
          Responses.json(operation.putObject("requestBody").put("required", true))
              .set("schema", schemas.reference(field.getMessageType()));
    }
  }

  private void components() {
    ObjectNode components = document.putObject("components");
    ObjectNode all = schemas.all();
    all.set("Problem", Responses.problem());
    components.set("schemas", all);
    ObjectNode response = components.putObject("responses").putObject("Problem");
    response.put("description", "A failure (RFC 9457).");
    response
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    components
        .putObject("securitySchemes")
        .putObject("oidc")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put("description", "An access token of the realm, with the audience holdfast-api.");
  }
}
