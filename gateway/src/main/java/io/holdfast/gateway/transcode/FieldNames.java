package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A message's fields by either name JSON may use: `amountFen` and `amount_fen`. */
final class FieldNames {
  /** Bounded by the number of types in the contract. */
  private final Map<Descriptor, Map<String, FieldDescriptor>> byType = new ConcurrentHashMap<>();

  @Nullable FieldDescriptor find(Descriptor type, String name) {
    Map<String, FieldDescriptor> fields = byType.get(type);
    if (fields == null) {
      fields = byType.computeIfAbsent(type, FieldNames::of);
    }
    return fields.get(name);
  }

  private static Map<String, FieldDescriptor> of(Descriptor type) {
    Map<String, FieldDescriptor> fields = new HashMap<>();
    for (FieldDescriptor field : type.getFields()) {
      fields.put(field.getJsonName(), field);
    }
    for (FieldDescriptor field : type.getFields()) {
      fields.put(field.getName(), field);
    }
    return fields;
  }
}
