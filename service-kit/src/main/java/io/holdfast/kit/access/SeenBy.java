package io.holdfast.kit.access;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.holdfast.kit.access.MarkedFields.Places;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clears, in every answer, the fields whose {@code (holdfast.access.v1.seen_by)} names none of the
 * caller's roles.
 */
public final class SeenBy implements ServerInterceptor {
  private final MarkedFields marked =
      new MarkedFields(field -> field.getOptions().getExtensionCount(Access.seenBy) > 0);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Set<Role> roles = Call.current().caller().roles();
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          @SuppressWarnings("unchecked") // clearing keeps the type
          public void sendMessage(A answer) {
            super.sendMessage(
                answer instanceof Message message ? (A) cleared(message, roles) : answer);
          }
        },
        headers);
  }

  /**
   * The message without what these roles may not see; the very same if nothing is to be cleared.
   */
  public <M extends Message> M cleared(M message, Set<Role> roles) {
    Places places = marked.places(message.getDescriptorForType());
    if (places.none()) {
      return message;
    }
    Message.@Nullable Builder changed = null;
    for (FieldDescriptor field : places.own()) {
      if (!visible(field, roles) && holds(message, field)) {
        changed = builder(changed, message).clearField(field);
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        changed = below(message, field, roles, changed);
      }
    }
    for (FieldDescriptor field : places.through()) {
      changed = below(message, field, roles, changed);
    }
    @SuppressWarnings("unchecked") // a builder builds its own type
    M result = changed == null ? message : (M) changed.build();
    return result;
  }

  private Message.@Nullable Builder below(
      Message message, FieldDescriptor field, Set<Role> roles, Message.@Nullable Builder changed) {
    if (!holds(message, field)) {
      return changed;
    }
    if (!field.isRepeated()) {
      var child = (Message) message.getField(field);
      Message seen = cleared(child, roles);
      return seen.equals(child) ? changed : builder(changed, message).setField(field, seen);
    }
    boolean any = false;
    List<Message> seenList = new ArrayList<>();
    for (Object element : (List<?>) message.getField(field)) {
      Message seen = cleared((Message) element, roles);
      any |= !seen.equals(element);
      seenList.add(seen);
    }
    return any ? builder(changed, message).setField(field, seenList) : changed;
  }

  private static Message.Builder builder(Message.@Nullable Builder changed, Message message) {
    return changed == null ? message.toBuilder() : changed;
  }

  private static boolean visible(FieldDescriptor field, Set<Role> roles) {
    return field.getOptions().getExtension(Access.seenBy).stream().anyMatch(roles::contains);
  }

  private static boolean holds(Message message, FieldDescriptor field) {
    return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
  }
}
