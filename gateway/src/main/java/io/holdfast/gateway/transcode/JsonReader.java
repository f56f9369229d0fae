package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.holdfast.gateway.problem.Refusal;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a message from JSON by the proto3 rules. Own code, because the library's errors repeat the
 * text they stumble over and name no place: here a refusal names the field and what it expects, and
 * never a value. The well-known types are left to the library.
 */
final class JsonReader {
  private static final int DEPTH_MAX = 60;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "Any",
          "Duration",
          "FieldMask",
          "Timestamp",
          "Struct",
          "Value",
          "ListValue",
          "BoolValue",
          "BytesValue",
          "DoubleValue",
          "FloatValue",
          "Int32Value",
          "Int64Value",
          "StringValue",
          "UInt32Value",
          "UInt64Value");

  private final FieldNames names;
  private final JsonFormat.Parser wellKnown;

  JsonReader(FieldNames names, TypeRegistry types) {
    this.names = names;
    this.wellKnown = JsonFormat.parser().usingTypeRegistry(types);
  }

  /** Merges one JSON object into the builder. */
  void read(byte[] json, Message.Builder into) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw Scalars.misfit("", "a JSON object");
      }
      value(parser, into, "");
      if (parser.nextToken() != null) {
        throw Scalars.misfit("", "one JSON object and nothing after it");
      }
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      throw Refusal.field(
          "",
          "JSON_SYNTAX",
          place == null
              ? "the body is no JSON this gateway reads"
              : "the body is not JSON, seen at line %d column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  /** Sets a message field from text in a query or path: a well-known type written as a string. */
  Message.Builder fromText(Message.Builder into, String text, String where) {
    if (!wellKnown(into.getDescriptorForType())) {
      throw Scalars.misfit(where, "a field, not a message");
    }
    StringWriter quoted = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), quoted)) {
      generator.writeString(text);
    }
    merge(quoted.toString(), into, where);
    return into;
  }

  static boolean wellKnown(Descriptor type) {
    return type.getFile().getPackage().equals("google.protobuf")
        && WELL_KNOWN.contains(type.getName());
  }

  private void value(JsonParser parser, Message.Builder into, String where) {
    Descriptor type = into.getDescriptorForType();
    if (wellKnown(type)) {
      StringWriter copy = new StringWriter();
      try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), copy)) {
        generator.copyCurrentStructure(parser);
      }
      merge(copy.toString(), into, where);
      return;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Scalars.misfit(where, "an object");
    }
    Set<FieldDescriptor> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      FieldDescriptor field = names.find(type, name);
      if (field == null) {
        throw unknown(where, name);
      }
      String here = where.isEmpty() ? field.getJsonName() : where + "." + field.getJsonName();
      parser.nextToken();
      if (!seen.add(field)) {
        throw Refusal.field(here, "JSON_DUPLICATE", "given more than once");
      }
      field(parser, into, field, here);
    }
  }

  private void field(JsonParser parser, Message.Builder into, FieldDescriptor field, String where) {
    if (parser.currentToken() == JsonToken.VALUE_NULL && !takesNull(field)) {
      return;
    }
    if (field.getContainingOneof() != null && into.hasOneof(field.getContainingOneof())) {
      throw Refusal.field(
          where,
          "JSON_ONEOF",
          "only one of " + field.getContainingOneof().getName() + " may be set");
    }
    if (field.isMapField()) {
      map(parser, into, field, where);
    } else if (field.isRepeated()) {
      list(parser, into, field, where);
    } else {
      into.setField(field, single(parser, into, field, where));
    }
  }

  private void list(JsonParser parser, Message.Builder into, FieldDescriptor field, String where) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw Scalars.misfit(where, "a list");
    }
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      into.addRepeatedField(field, single(parser, into, field, where + "[" + index + "]"));
      index++;
    }
  }

  private void map(JsonParser parser, Message.Builder into, FieldDescriptor field, String where) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Scalars.misfit(where, "an object");
    }
    FieldDescriptor keys = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor values = field.getMessageType().findFieldByNumber(2);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Message.Builder entry = into.newBuilderForField(field);
      entry.setField(keys, Scalars.parse(keys, parser.currentName(), where));
      parser.nextToken();
      entry.setField(values, single(parser, entry, values, where));
      into.addRepeatedField(field, entry.build());
    }
  }

  private Object single(
      JsonParser parser, Message.Builder owner, FieldDescriptor field, String where) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      Message.Builder nested = owner.newBuilderForField(field);
      value(parser, nested, where);
      return nested.build();
    }
    JsonToken token = parser.currentToken();
    boolean fits =
        switch (field.getJavaType()) {
          case STRING, BYTE_STRING -> token == JsonToken.VALUE_STRING;
          case BOOLEAN -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
          case INT, LONG, FLOAT, DOUBLE, ENUM ->
              token == JsonToken.VALUE_STRING
                  || token == JsonToken.VALUE_NUMBER_INT
                  || token == JsonToken.VALUE_NUMBER_FLOAT;
          case MESSAGE -> false;
        };
    if (!fits) {
      throw Scalars.misfit(where, kindOf(field));
    }
    return Scalars.parse(field, parser.getString(), where);
  }

  private static String kindOf(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING -> "a string";
      case BYTE_STRING -> "base64 in a string";
      case BOOLEAN -> "true or false";
      case INT -> "a whole number";
      case LONG -> "a whole number in a string";
      case FLOAT, DOUBLE -> "a number";
      case ENUM -> "a value of " + field.getEnumType().getName();
      case MESSAGE -> "an object";
    };
  }

  private static boolean takesNull(FieldDescriptor field) {
    return !field.isRepeated()
        && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getFullName().equals("google.protobuf.Value");
  }

  private void merge(String json, Message.Builder into, String where) {
    try {
      wellKnown.merge(json, into);
    } catch (InvalidProtocolBufferException e) {
      throw Scalars.misfit(where, example(into.getDescriptorForType()));
    }
  }

  private static String example(Descriptor type) {
    return switch (type.getName()) {
      case "Timestamp" -> "a time like 2026-01-31T08:00:00Z";
      case "Duration" -> "a duration like 90s";
      case "FieldMask" -> "field names with commas between them";
      default -> "JSON of " + type.getFullName();
    };
  }

  private static Refusal unknown(String where, String name) {
    // A name may be anything a caller typed, so only what looks like a name is repeated.
    boolean plain = name.matches("[A-Za-z_]{1,64}");
    String field = plain ? (where.isEmpty() ? name : where + "." + name) : where;
    return Refusal.field(field, "FIELD_UNKNOWN", "the contract has no such field here");
  }
}
