package io.holdfast.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.gateway.contract.Grants;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.Bindings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a request stands in its path and its query. */
final class Parameters {
  private final Schemas schemas;
  private final Comments comments;

  Parameters(Schemas schemas, Comments comments) {
    this.schemas = schemas;
    this.comments = comments;
  }

  /** Adds all parameters of a binding. */
  void add(Binding binding, PathShapes.Shape shape, ArrayNode parameters) {
    List<FieldDescriptor> inPath = PathShapes.fields(binding);
    for (int i = 0; i < inPath.size(); i++) {
      parameter(parameters, "path", shape.names().get(i), inPath.get(i)).put("required", true);
    }
    if (binding.kind() == Binding.Kind.STREAM
        && binding.method().getInputType().findFieldByName("resume_token") != null) {
      header(
          parameters,
          "Last-Event-ID",
          "The id of the last event seen: the stream goes on after it.");
    }
    if (binding.kind() == Binding.Kind.UPLOAD
        && binding.method().getInputType().findFieldByName("file_name") != null) {
      header(
          parameters,
          "Content-Disposition",
          "The file's name: attachment; filename*=UTF-8''name.pdf (RFC 6266). Absent: named by its"
              + " number.");
    }
    if (binding.queryBinds()) {
      Set<FieldDescriptor> elsewhere = new HashSet<>(inPath);
      if (binding.body() instanceof Binding.FieldBody(FieldDescriptor body)) {
        elsewhere.add(body);
      }
      query(binding, binding.method().getInputType(), "", elsewhere, new HashSet<>(), parameters);
    }
  }

  private void query(
      Binding binding,
      Descriptor type,
      String prefix,
      Set<FieldDescriptor> elsewhere,
      Set<Descriptor> above,
      ArrayNode parameters) {
    if (!above.add(type)) {
      return;
    }
    for (FieldDescriptor field : type.getFields()) {
      boolean bytes =
          binding.kind() == Binding.Kind.UPLOAD && field.getName().equals(Bindings.CHUNK);
      if (elsewhere.contains(field) || bytes || field.isMapField() || Grants.personal(field)) {
        continue;
      }
      boolean message =
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
              && !field.getMessageType().getFile().getPackage().equals("google.protobuf");
      if (!message) {
        ObjectNode parameter = parameter(parameters, "query", prefix + field.getJsonName(), field);
        if (FieldLimits.required(field)) {
          parameter.put("required", true);
        }
      } else if (!field.isRepeated()) {
        query(
            binding,
            field.getMessageType(),
            prefix + field.getJsonName() + ".",
            elsewhere,
            above,
            parameters);
      }
    }
    above.remove(type);
  }

  private static void header(ArrayNode into, String name, String description) {
    ObjectNode header = into.addObject();
    header.put("name", name).put("in", "header").put("description", description);
    header.putObject("schema").put("type", "string");
  }

  private ObjectNode parameter(ArrayNode into, String in, String name, FieldDescriptor field) {
    ObjectNode parameter = into.addObject();
    parameter.put("name", name).put("in", in);
    String comment = comments.of(field);
    if (!comment.isEmpty()) {
      parameter.put("description", comment);
    }
    parameter.set("schema", schemas.of(field));
    return parameter;
  }
}
