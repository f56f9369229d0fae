package io.holdfast.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * OpenAPI's paths for the contract's templates. OpenAPI knows one parameter per segment and takes
 * two paths that differ in parameter names only for the same, so the first name given stays.
 */
final class PathShapes {
  private final Map<String, Shape> byShape = new HashMap<>();

  /**
   * A path.
   *
   * @param path e.g. `/v1/cases/{id}:review`
   * @param names its parameters, in order
   */
  record Shape(String path, List<String> names) {}

  /** The path of a binding. */
  Shape of(Binding binding) {
    PathTemplate template = binding.template();
    StringBuilder shape = new StringBuilder();
    StringBuilder path = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < template.segments().size(); i++) {
      switch (template.segments().get(i)) {
        case PathTemplate.Literal(String text) -> {
          shape.append('/').append(text);
          path.append('/').append(text);
        }
        case PathTemplate.Any(), PathTemplate.Rest() -> {
          String name = name(binding, template, i);
          names.add(name);
          shape.append("/{}");
          path.append("/{").append(name).append('}');
        }
      }
    }
    String verb = template.verb().isEmpty() ? "" : ":" + template.verb();
    return byShape.computeIfAbsent(shape + verb, _ -> new Shape(path + verb, List.copyOf(names)));
  }

  /** The field behind each parameter, in order. */
  static List<FieldDescriptor> fields(Binding binding) {
    PathTemplate template = binding.template();
    List<FieldDescriptor> fields = new ArrayList<>();
    for (int i = 0; i < template.segments().size(); i++) {
      if (!(template.segments().get(i) instanceof PathTemplate.Literal)) {
        fields.add(field(binding, variable(template, i).fieldPath()));
      }
    }
    return fields;
  }

  private static String name(Binding binding, PathTemplate template, int segment) {
    PathTemplate.Variable variable = variable(template, segment);
    String name = field(binding, variable.fieldPath()).getJsonName();
    int wildcards = 0;
    int place = 0;
    for (int i = variable.from(); i < variable.to(); i++) {
      if (!(template.segments().get(i) instanceof PathTemplate.Literal)) {
        wildcards++;
        place = i < segment ? place + 1 : place;
      }
    }
    return wildcards == 1 ? name : name + (place + 1);
  }

  private static PathTemplate.Variable variable(PathTemplate template, int segment) {
    return template.variables().stream()
        .filter(each -> each.from() <= segment && segment < each.to())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    template.source() + ": a wildcard outside a variable has no name"));
  }

  private static FieldDescriptor field(Binding binding, String fieldPath) {
    Descriptor owner = binding.method().getInputType();
    FieldDescriptor field = null;
    for (String name : fieldPath.split("\\.", -1)) {
      field = Objects.requireNonNull(owner.findFieldByName(name));
      owner =
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : owner;
    }
    return Objects.requireNonNull(field);
  }
}
