package io.holdfast.gateway.openapi;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.gateway.contract.Grants;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One schema for each message and enum that an operation leads to, in the proto3 JSON mapping. */
final class Schemas {
  private static final String COMMON = "holdfast.";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Comments comments;
  private final TreeMap<String, ObjectNode> made = new TreeMap<>();

  Schemas(Comments comments) {
    this.comments = comments;
  }

  /** All schemas asked for so far, and those they lead to. */
  ObjectNode all() {
    ObjectNode schemas = NODES.objectNode();
    made.forEach(schemas::set);
    return schemas;
  }

  /** A reference to a message's schema, which is made where it is not yet. */
  ObjectNode reference(Descriptor message) {
    return reference(message, "", Set.of());
  }

  /** A message without the fields that stand elsewhere in the request. */
  ObjectNode reference(Descriptor message, String suffix, Set<FieldDescriptor> without) {
    ObjectNode wellKnown = wellKnown(message);
    if (wellKnown != null) {
      return wellKnown;
    }
    String name = name(message.getFullName()) + suffix;
    if (!made.containsKey(name)) {
      ObjectNode schema = NODES.objectNode();
      // Noted before it is filled: a message may hold itself.
      made.put(name, schema);
      fill(schema, message, without);
    }
    return to(name);
  }

  /** The schema of a field's value. */
  ObjectNode of(FieldDescriptor field) {
    ObjectNode schema;
    if (field.isMapField()) {
      schema = typed("object");
      schema.set("additionalProperties", single(field.getMessageType().findFieldByNumber(2)));
    } else if (field.isRepeated()) {
      schema = typed("array");
      schema.set("items", single(field));
    } else {
      schema = single(field);
    }
    FieldLimits.add(field, schema);
    return schema;
  }

  private void fill(ObjectNode schema, Descriptor message, Set<FieldDescriptor> without) {
    schema.put("type", "object");
    describe(schema, comments.of(message));
    ObjectNode properties = schema.putObject("properties");
    for (FieldDescriptor field : message.getFields()) {
      if (without.contains(field)) {
        continue;
      }
      ObjectNode property = of(field);
      describe(property, comments.of(field));
      var behaviors = field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
      if (behaviors.contains(FieldBehavior.OUTPUT_ONLY)) {
        property.put("readOnly", true);
      }
      if (field.getOptions().getDeprecated()) {
        property.put("deprecated", true);
      }
      if (Grants.personal(field)) {
        property.put("x-personal", true);
      }
      if (!Grants.seenBy(field).isEmpty()) {
        Grants.seenBy(field).stream()
            .map(Grants::tokenName)
            .forEach(property.putArray("x-seen-by")::add);
      }
      if (field.getRealContainingOneof() != null) {
        property.put("x-oneof", field.getRealContainingOneof().getName());
      }
      properties.set(field.getJsonName(), property);
    }
    var required =
        message.getFields().stream()
            .filter(field -> !without.contains(field) && FieldLimits.required(field))
            .toList();
    if (!required.isEmpty()) {
      required.stream().map(FieldDescriptor::getJsonName).forEach(schema.putArray("required")::add);
    }
  }

  private ObjectNode single(FieldDescriptor field) {
    return switch (field.getType()) {
      case DOUBLE -> typed("number").put("format", "double");
      case FLOAT -> typed("number").put("format", "float");
      case INT32, SINT32, SFIXED32 -> typed("integer").put("format", "int32");
      case UINT32, FIXED32 -> typed("integer").put("format", "uint32").put("minimum", 0);
      case INT64, SINT64, SFIXED64 -> int64();
      case UINT64, FIXED64 -> typed("string").put("format", "uint64");
      case BOOL -> typed("boolean");
      case STRING -> typed("string");
      case BYTES -> typed("string").put("contentEncoding", "base64");
      case ENUM -> enumReference(field.getEnumType());
      case MESSAGE, GROUP -> reference(field.getMessageType());
    };
  }

  private ObjectNode enumReference(EnumDescriptor type) {
    String name = name(type.getFullName());
    if (!made.containsKey(name)) {
      ObjectNode schema = typed("string");
      made.put(name, schema);
      String values =
          type.getValues().stream()
              .filter(value -> !comments.of(value).isEmpty())
              .map(value -> "- `" + value.getName() + "`: " + comments.of(value))
              .collect(Collectors.joining("\n"));
      describe(
          schema,
          values.isEmpty() ? comments.of(type) : (comments.of(type) + "\n\n" + values).strip());
      type.getValues().stream()
          .map(EnumValueDescriptor::getName)
          .forEach(schema.putArray("enum")::add);
    }
    return to(name);
  }

  /** The forms the mapping gives google.protobuf's own messages; null: the message is none. */
  private static @org.jspecify.annotations.Nullable ObjectNode wellKnown(Descriptor message) {
    if (!message.getFile().getPackage().equals("google.protobuf")) {
      return null;
    }
    return switch (message.getName()) {
      case "Timestamp" -> typed("string").put("format", "date-time");
      case "Duration" -> typed("string").put("pattern", "^-?[0-9]+(\\.[0-9]{1,9})?s$");
      case "FieldMask" -> typed("string");
      case "Struct" -> typed("object");
      case "ListValue" -> typed("array");
      case "Value" -> NODES.objectNode();
      case "Any" -> {
        ObjectNode any = typed("object");
        any.putObject("properties").putObject("@type").put("type", "string");
        yield any;
      }
      case "Empty" -> typed("object");
      case "Int64Value", "UInt64Value" -> int64();
      case "Int32Value", "UInt32Value" -> typed("integer");
      case "DoubleValue", "FloatValue" -> typed("number");
      case "BoolValue" -> typed("boolean");
      case "StringValue" -> typed("string");
      case "BytesValue" -> typed("string").put("contentEncoding", "base64");
      default -> null;
    };
  }

  private static ObjectNode int64() {
    return typed("string").put("format", "int64").put("pattern", "^-?[0-9]{1,19}$");
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode to(String name) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static void describe(ObjectNode schema, String comment) {
    if (!comment.isEmpty()) {
      schema.put("description", comment);
    }
  }

  /** `holdfast.casefile.v1.Case` is `casefile.v1.Case`: two services may use one plain name. */
  private static String name(String fullName) {
    return fullName.startsWith(COMMON) ? fullName.substring(COMMON.length()) : fullName;
  }
}
