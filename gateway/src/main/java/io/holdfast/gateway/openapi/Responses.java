package io.holdfast.gateway.openapi;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers: its message, stream or file, and every refusal by status. */
final class Responses {
  private static final String PROBLEM = "#/components/responses/Problem";

  private final Schemas schemas;

  Responses(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The place of a JSON body in a request or response. */
  static ObjectNode json(ObjectNode owner) {
    return owner.putObject("content").putObject("application/json");
  }

  /** Adds all responses of an operation. */
  void add(ObjectNode operation, Binding binding, List<ErrorLines.Reason> reasons) {
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = responses.putObject("200");
    FieldDescriptor only = binding.responseBody();
    ObjectNode message =
        binding.kind() == Binding.Kind.DOWNLOAD
            ? JsonNodeFactory.instance.objectNode()
            : only == null ? schemas.reference(binding.method().getOutputType()) : schemas.of(only);
    switch (binding.kind()) {
      case UNARY, UPLOAD -> {
        good.put("description", "Done.");
        json(good).set("schema", message);
      }
      case STREAM -> {
        good.put(
            "description",
            "Server-Sent Events: `message` with one message as data and its resume token as id,"
                + " a comment every 15 seconds, `error` with a problem, `end` with the reason of"
                + " a planned end. Resume with the last id in `Last-Event-ID`.");
        ObjectNode schema =
            good.putObject("content").putObject("text/event-stream").putObject("schema");
        schema.put("type", "string").put("contentMediaType", "application/json");
        schema.set("contentSchema", message);
      }
      case DOWNLOAD -> {
        good.put("description", "The file, as an attachment.");
        good.putObject("content").putObject("*/*").putObject("schema");
      }
    }
    Map<Integer, Set<String>> byStatus = new TreeMap<>();
    for (ErrorLines.Reason reason : reasons) {
      byStatus.computeIfAbsent(reason.status(), _ -> new LinkedHashSet<>()).add(reason.name());
    }
    own(binding)
        .forEach(
            reason ->
                byStatus
                    .computeIfAbsent(reason.status(), _ -> new LinkedHashSet<>())
                    .add(reason.name()));
    byStatus.computeIfAbsent(403, _ -> new LinkedHashSet<>()).add("ACCESS_DENIED");
    byStatus.forEach(
        (status, names) -> {
          ObjectNode response = responses.putObject(Integer.toString(status));
          response.put("description", String.join(", ", names));
          response
              .putObject("content")
              .putObject("application/problem+json")
              .putObject("schema")
              .put("$ref", "#/components/schemas/Problem");
        });
    responses.putObject("default").put("$ref", PROBLEM);
    var list = operation.putArray("x-errors");
    for (ErrorLines.Reason reason : reasons) {
      list.addObject()
          .put("reason", reason.name())
          .put("code", reason.code().name())
          .put("status", reason.status());
    }
  }

  /** What the gateway itself may answer here. */
  private static List<Refusal.Reason> own(Binding binding) {
    Set<Refusal.Reason> reasons =
        new LinkedHashSet<>(
            List.of(
                Refusal.Reason.REQUEST_INVALID,
                Refusal.Reason.TOKEN_MISSING,
                Refusal.Reason.TOKEN_INVALID,
                Refusal.Reason.TOKEN_EXPIRED,
                Refusal.Reason.RATE_LIMITED,
                Refusal.Reason.SERVICE_UNAVAILABLE,
                Refusal.Reason.SERVICE_TIMEOUT));
    if (!(binding.body() instanceof Binding.NoBody)) {
      reasons.add(Refusal.Reason.BODY_TOO_LARGE);
      if (binding.kind() != Binding.Kind.UPLOAD) {
        reasons.add(Refusal.Reason.MEDIA_TYPE_UNSUPPORTED);
      }
    }
    if (binding.kind() == Binding.Kind.STREAM) {
      reasons.add(Refusal.Reason.STREAMS_LIMITED);
    }
    return List.copyOf(reasons);
  }

  /** The schema of a problem. */
  static ObjectNode problem() {
    ObjectNode problem = JsonNodeFactory.instance.objectNode().put("type", "object");
    problem.put("description", "A refusal or failure (RFC 9457).");
    ObjectNode properties = problem.putObject("properties");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("type", "`/problems/` and the reason in kebab case.");
    texts.put("title", "The reason in words.");
    texts.put("detail", "One sentence for a person.");
    texts.put("instance", "The path asked for. Absent for ACCESS_DENIED.");
    texts.put("reason", "UPPER_SNAKE; programs decide by it.");
    texts.put("traceId", "Names the request in logs and traces. Absent for ACCESS_DENIED.");
    texts.forEach(
        (name, text) -> properties.putObject(name).put("type", "string").put("description", text));
    properties.putObject("status").put("type", "integer").put("description", "HTTP status.");
    ObjectNode metadata = properties.putObject("metadata").put("type", "object");
    metadata.put("description", "The values in the detail.");
    metadata.putObject("additionalProperties").put("type", "string");
    ObjectNode violations = properties.putObject("violations").put("type", "array");
    ObjectNode violation = violations.putObject("items").put("type", "object");
    ObjectNode fields = violation.putObject("properties");
    for (String name : List.of("field", "rule", "detail")) {
      fields.putObject(name).put("type", "string");
      violation.withArray("required").add(name);
    }
    for (String name : List.of("type", "title", "status", "reason")) {
      problem.withArray("required").add(name);
    }
    return problem;
  }
}
