package io.holdfast.kit.access;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Where in a message the fields with a certain mark are. Worked out once per message type, so that
 * types without such fields cost one look-up.
 */
public final class MarkedFields {
  /**
   * The marked places of one type.
   *
   * @param own marked fields of the type itself
   * @param through message fields below which there are marked ones
   */
  record Places(List<FieldDescriptor> own, List<FieldDescriptor> through) {
    boolean none() {
      return own.isEmpty() && through.isEmpty();
    }
  }

  private final Predicate<FieldDescriptor> mark;
  private final Map<Descriptor, Places> byType = new ConcurrentHashMap<>();

  /** Finds the fields that fulfil {@code mark}. */
  public MarkedFields(Predicate<FieldDescriptor> mark) {
    this.mark = mark;
  }

  /** Whether a message of that type can hold a marked field at any depth. */
  public boolean possible(Descriptor type) {
    return !places(type).none();
  }

  /** Whether a marked field of the message, at any depth, holds something. */
  public boolean present(Message message) {
    Places places = places(message.getDescriptorForType());
    for (FieldDescriptor field : places.own()) {
      if (filled(message, field)) {
        return true;
      }
    }
    for (FieldDescriptor field : places.through()) {
      if (field.isRepeated()) {
        for (Object element : (List<?>) message.getField(field)) {
          if (present((Message) element)) {
            return true;
          }
        }
      } else if (message.hasField(field) && present((Message) message.getField(field))) {
        return true;
      }
    }
    return false;
  }

  Places places(Descriptor type) {
    Places known = byType.get(type);
    if (known == null) {
      known = find(type);
      byType.put(type, known);
    }
    return known;
  }

  private Places find(Descriptor type) {
    List<FieldDescriptor> own = type.getFields().stream().filter(mark).toList();
    List<FieldDescriptor> through =
        type.getFields().stream()
            .filter(field -> field.getJavaType() == JavaType.MESSAGE && !mark.test(field))
            .filter(field -> reaches(field.getMessageType()))
            .toList();
    return new Places(own, through);
  }

  /** Whether a marked field lies at or below the type; types may contain themselves. */
  private boolean reaches(Descriptor type) {
    var seen = new HashSet<Descriptor>();
    var open = new ArrayDeque<Descriptor>();
    open.add(type);
    while (!open.isEmpty()) {
      Descriptor next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      for (FieldDescriptor field : next.getFields()) {
        if (mark.test(field)) {
          return true;
        }
        if (field.getJavaType() == JavaType.MESSAGE) {
          open.add(field.getMessageType());
        }
      }
    }
    return false;
  }

  private static boolean filled(Message message, FieldDescriptor field) {
    if (field.isRepeated()) {
      return message.getRepeatedFieldCount(field) > 0;
    }
    return field.hasPresence()
        ? message.hasField(field)
        : !message.getField(field).equals(field.getDefaultValue());
  }
}
