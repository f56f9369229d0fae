package io.holdfast.kit.mongo;

import com.google.protobuf.Message;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.value.Actor;
import io.holdfast.proto.event.v1.Event;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and why.
 *
 * @param origin what kind of cause it has
 * @param actor who acts
 * @param action what is done, e.g. {@code freezing.RecordStop}
 * @param cause the request's trace or the event's id
 * @param requestId the caller's own id of the request; null where he gave none
 * @param requestHash SHA-256 of the request's content without id and etag
 * @param etag the state the caller saw; null where he does not insist
 * @param seen for an event: whose, and which
 */
public record Mutation(
    Origin origin,
    Actor actor,
    String action,
    String cause,
    @Nullable String requestId,
    String requestHash,
    @Nullable String etag,
    @Nullable Seen seen) {
  /** Where a change comes from. It decides whether the etag moves and how full an outbox may be. */
  public enum Origin {
    /**
     * A person or machine asks for something new. Refused first when a receiver is gone for long.
     */
    REQUEST,
    /** A person or machine answers what was asked. */
    ANSWER,
    /** Another service tells what happened. Moves no etag. */
    EVENT,
    /** A deadline. */
    CLOCK
  }

  /** The sender ({@code <service>/<aggregate>}) and number of an event. */
  public record Seen(String sender, long seq) {}

  /**
   * A request of the current caller. Fields {@code request_id} and {@code etag} are read from the
   * message.
   */
  public static Mutation of(Call call, Message request) {
    return asked(Origin.REQUEST, call, request);
  }

  /** The same for an answer, which is taken even when new requests no longer are. */
  public static Mutation answer(Call call, Message request) {
    return asked(Origin.ANSWER, call, request);
  }

  private static Mutation asked(Origin origin, Call call, Message request) {
    return new Mutation(
        origin,
        call.caller().actor(),
        action(request),
        call.cause(),
        text(request, "request_id"),
        hash(request),
        text(request, "etag"),
        null);
  }

  /**
   * The same request where it changes a further thing: the etag is the first one's, and a second
   * try within the call is known as one even where the caller gave no id.
   */
  public Mutation elsewhere() {
    String id = requestId == null ? cause + '/' + requestHash : requestId;
    return new Mutation(origin, actor, action, cause, id, requestHash, null, null);
  }

  /** An event of another service. */
  public static Mutation of(Event event) {
    return told(event, new Seen(event.getSource() + '/' + event.getSubject(), event.getSeq()));
  }

  /**
   * An event whose effect is the same however often it is told: its number is not remembered, so
   * that several writes may rest on one event, and one write on the events of several subjects.
   */
  public static Mutation unnumbered(Event event) {
    return told(event, null);
  }

  private static Mutation told(Event event, @Nullable Seen seen) {
    var actor = event.getActor();
    return new Mutation(
        Origin.EVENT,
        new Actor(
            actor.getSubject(),
            actor.getClient(),
            actor.getInstitution(),
            actor.getOfficer(),
            List.copyOf(actor.getRolesList())),
        action(event.getType()),
        event.getId(),
        null,
        event.getId(),
        null,
        seen);
  }

  /** A deadline of {@code policy} that fires by itself. */
  public static Mutation clock(String policy, String clock) {
    return new Mutation(
        Origin.CLOCK, Actor.clock(policy), clock, "clock/" + clock, null, "", null, null);
  }

  private static String action(Message request) {
    String name = request.getDescriptorForType().getFullName();
    return action(
        name.endsWith("Request") ? name.substring(0, name.length() - "Request".length()) : name);
  }

  /** {@code holdfast.freezing.v1.RecordStop} is {@code freezing.RecordStop}. */
  private static String action(String fullName) {
    String[] parts = fullName.split("\\.", -1);
    return parts.length < 3 ? fullName : parts[parts.length - 3] + '.' + parts[parts.length - 1];
  }

  private static @Nullable String text(Message request, String field) {
    var descriptor = request.getDescriptorForType().findFieldByName(field);
    if (descriptor == null) {
      return null;
    }
    String value = (String) request.getField(descriptor);
    return value.isEmpty() ? null : value;
  }

  private static String hash(Message request) {
    Message.Builder content = request.toBuilder();
    for (String field : List.of("request_id", "etag")) {
      var descriptor = request.getDescriptorForType().findFieldByName(field);
      if (descriptor != null) {
        content.clearField(descriptor);
      }
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.build().toByteArray());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
