package io.holdfast.gateway.openapi;

import build.buf.validate.FieldRules;
import build.buf.validate.Int32Rules;
import build.buf.validate.Int64Rules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.StringRules;
import build.buf.validate.UInt32Rules;
import build.buf.validate.ValidateProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import tools.jackson.databind.node.ObjectNode;

/** The contract's `buf.validate` rules in JSON Schema's words, as far as it has words for them. */
final class FieldLimits {
  private FieldLimits() {}

  /** Whether a request without this field is refused. */
  static boolean required(FieldDescriptor field) {
    return field.getOptions().getExtension(ValidateProto.field).getRequired()
        || field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).stream()
            .anyMatch(behavior -> behavior == FieldBehavior.REQUIRED);
  }

  /** Adds what the rules say of the field's value, or of the list it is. */
  static void add(FieldDescriptor field, ObjectNode schema) {
    FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
    switch (rules.getTypeCase()) {
      case STRING -> string(rules.getString(), schema);
      case INT32 -> int32(rules.getInt32(), schema);
      case UINT32 -> uint32(rules.getUint32(), schema);
      case INT64 -> int64(rules.getInt64(), schema);
      case REPEATED -> repeated(rules.getRepeated(), schema);
      case BYTES -> {
        if (rules.getBytes().hasMaxLen()) {
          schema.put("x-max-bytes", rules.getBytes().getMaxLen());
        }
      }
      case MAP -> {
        if (rules.getMap().hasMaxPairs()) {
          schema.put("maxProperties", rules.getMap().getMaxPairs());
        }
      }
      case FLOAT,
          DOUBLE,
          UINT64,
          SINT32,
          SINT64,
          FIXED32,
          FIXED64,
          SFIXED32,
          SFIXED64,
          BOOL,
          ENUM,
          ANY,
          DURATION,
          FIELD_MASK,
          TIMESTAMP,
          TYPE_NOT_SET -> {}
    }
  }

  private static void string(StringRules rules, ObjectNode schema) {
    if (rules.hasLen()) {
      schema.put("minLength", rules.getLen()).put("maxLength", rules.getLen());
    }
    if (rules.hasMinLen()) {
      schema.put("minLength", rules.getMinLen());
    }
    if (rules.hasMaxLen()) {
      schema.put("maxLength", rules.getMaxLen());
    }
    if (rules.hasPattern()) {
      schema.put("pattern", rules.getPattern());
    }
    if (rules.hasUuid() && rules.getUuid()) {
      schema.put("format", "uuid");
    }
    if (rules.getInCount() > 0) {
      rules.getInList().forEach(schema.putArray("enum")::add);
    }
  }

  private static void int32(Int32Rules rules, ObjectNode schema) {
    switch (rules.getGreaterThanCase()) {
      case GT -> schema.put("exclusiveMinimum", rules.getGt());
      case GTE -> schema.put("minimum", rules.getGte());
      case GREATERTHAN_NOT_SET -> {}
    }
    switch (rules.getLessThanCase()) {
      case LT -> schema.put("exclusiveMaximum", rules.getLt());
      case LTE -> schema.put("maximum", rules.getLte());
      case LESSTHAN_NOT_SET -> {}
    }
  }

  private static void uint32(UInt32Rules rules, ObjectNode schema) {
    if (rules.hasGte()) {
      schema.put("minimum", rules.getGte());
    }
    if (rules.hasLte()) {
      schema.put("maximum", rules.getLte());
    }
  }

  /** An int64 is a string in JSON, for which JSON Schema has no bounds: they are extensions. */
  private static void int64(Int64Rules rules, ObjectNode schema) {
    switch (rules.getGreaterThanCase()) {
      case GT -> schema.put("x-exclusive-minimum", Long.toString(rules.getGt()));
      case GTE -> schema.put("x-minimum", Long.toString(rules.getGte()));
      case GREATERTHAN_NOT_SET -> {}
    }
    switch (rules.getLessThanCase()) {
      case LT -> schema.put("x-exclusive-maximum", Long.toString(rules.getLt()));
      case LTE -> schema.put("x-maximum", Long.toString(rules.getLte()));
      case LESSTHAN_NOT_SET -> {}
    }
  }

  private static void repeated(RepeatedRules rules, ObjectNode schema) {
    if (rules.hasMinItems()) {
      schema.put("minItems", rules.getMinItems());
    }
    if (rules.hasMaxItems()) {
      schema.put("maxItems", rules.getMaxItems());
    }
    if (rules.getUnique()) {
      schema.put("uniqueItems", true);
    }
  }
}
