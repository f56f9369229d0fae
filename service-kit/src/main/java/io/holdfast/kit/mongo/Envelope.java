package io.holdfast.kit.mongo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Timestamps;
import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Actor;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The part of an aggregate's document that is not the aggregate: versions, access, outbox, audit
 * entries.
 */
final class Envelope {
  static final String ID = "_id";
  static final String SLOT = "slot";
  static final String SCHEMA = "schema";
  static final String V = "v";
  static final String REV = "rev";
  static final String POLICY = "policy";
  static final String ACCESS = "access";
  static final String CREATED = "created";
  static final String BODY = "body";
  static final String WAKE_AT = "wakeAt";
  static final String UNSETTLED = "unsettled";
  static final String TRIES = "tries";
  static final String SEQ = "seq";
  static final String OUTBOX = "outbox";
  static final String SENT = "sent";
  static final String AUDIT = "audit";

  /** Digest of the lookup keys that are filed; what is filed already is not filed again. */
  static final String FILED = "filed";

  static final String SEEN = "seen";
  static final String REQUESTS = "requests";

  private static final String OFFICER = "officer";

  private final String service;
  private final Sealer sealer;

  Envelope(String service, Sealer sealer) {
    this.service = service;
    this.sealer = sealer;
  }

  static Document access(Access access) {
    return new Document("owner", access.owner())
        .append("region", access.region())
        .append("parties", access.parties());
  }

  static Access access(Document stored) {
    return new Access(
        stored.getList("owner", String.class),
        stored.getList("region", String.class),
        stored.getList("parties", String.class));
  }

  /** Outbox entries of {@code facts}, numbered from {@code first}. */
  List<Document> outbox(String id, long first, List<Fact> facts, Mutation by, Instant now) {
    var entries = new ArrayList<Document>();
    long seq = first;
    for (Fact fact : facts) {
      byte[] data = Any.pack(fact.message()).toByteArray();
      entries.add(
          new Document(SEQ, seq)
              .append("type", fact.message().getDescriptorForType().getFullName())
              .append("time", Date.from(now))
              .append("actor", actor(by.actor()))
              .append("cause", by.cause())
              .append("data", new Binary(sealer.seal(data, id + '#' + seq)))
              .append("to", fact.to().stream().map(Receiver::name).sorted().toList()));
      seq++;
    }
    return entries;
  }

  /** An outbox entry as the event its receivers get. */
  Event event(String id, Document entry) {
    long seq = entry.getLong(SEQ);
    byte[] data = sealer.open(entry.get("data", Binary.class).getData(), id + '#' + seq);
    Document actor = entry.get("actor", Document.class);
    try {
      return Event.newBuilder()
          .setId(service + '/' + id + '#' + seq)
          .setSource(service)
          .setType(entry.getString("type"))
          .setSubject(id)
          .setSeq(seq)
          .setTime(Timestamps.fromMillis(entry.getDate("time").getTime()))
          .setActor(
              io.holdfast.proto.event.v1.Actor.newBuilder()
                  .setSubject(actor.getString("subject"))
                  .setClient(actor.getString("client"))
                  .setInstitution(actor.getString("institution"))
                  .setOfficer(officer(actor))
                  .addAllRoles(actor.getList("roles", String.class)))
          .setCause(entry.getString("cause"))
          .setData(Any.parseFrom(data))
          .build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("outbox entry " + id + '#' + seq + " is damaged", e);
    }
  }

  static Document actor(Actor actor) {
    var stored =
        new Document("subject", actor.subject())
            .append("client", actor.client())
            .append("institution", actor.institution())
            .append("roles", actor.roles());
    return actor.officer().isEmpty() ? stored : stored.append(OFFICER, actor.officer());
  }

  static Actor actor(Document stored) {
    return new Actor(
        stored.getString("subject"),
        stored.getString("client"),
        stored.getString("institution"),
        officer(stored),
        stored.getList("roles", String.class));
  }

  private static String officer(Document actor) {
    return actor.get(OFFICER, "");
  }

  /** Values as the driver stores them. */
  static Object value(Object value) {
    return value instanceof Instant instant ? Date.from(instant) : value;
  }

  static Document values(Map<String, Object> fields) {
    var document = new Document();
    fields.forEach((field, value) -> document.append(field, value(value)));
    return document;
  }
}
