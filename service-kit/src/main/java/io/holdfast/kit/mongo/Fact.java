package io.holdfast.kit.mongo;

import com.google.protobuf.Message;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Receiver;
import java.util.Set;

/**
 * Something other services are told, written with the change it is about.
 *
 * @param message an event message
 * @param to the services that receive it, among those the message declares
 */
public record Fact(Message message, Set<Receiver> to) {
  public Fact {
    to = Set.copyOf(to);
  }

  /** A fact for every receiver that the message declares. */
  public static Fact of(Message message) {
    return new Fact(
        message,
        Set.copyOf(message.getDescriptorForType().getOptions().getExtension(Access.receivers)));
  }

  /** A fact for some of them. */
  public static Fact to(Message message, Receiver... receivers) {
    return new Fact(message, Set.of(receivers));
  }
}
