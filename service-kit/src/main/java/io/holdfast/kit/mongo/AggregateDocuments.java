package io.holdfast.kit.mongo;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Aggregates as documents, and decisions as updates of them. */
final class AggregateDocuments<S extends Record> {
  private static final int SCHEMA = 1;
  private static final int OUTBOX_MAX = 256;
  // A receiver that is gone for long stops new requests; answers and clocks still find room.
  private static final int OUTBOX_KEPT_FREE = 64;
  private static final int REQUESTS_KEPT = 32;
  // The writer delivers at once; what still waits after this is the slot worker's.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final String service;
  private final Layout<S> layout;
  private final RecordCodec codec;
  private final Envelope envelope;

  AggregateDocuments(String service, Layout<S> layout, RecordCodec codec, Envelope envelope) {
    this.service = service;
    this.layout = layout;
    this.codec = codec;
    this.envelope = envelope;
  }

  Stored<S> decode(Document document) {
    String id = document.getString(Envelope.ID);
    return new Stored<>(
        id,
        document.getLong(Envelope.V),
        document.getLong(Envelope.REV),
        document.getString(Envelope.POLICY),
        Envelope.access(document.get(Envelope.ACCESS, Document.class)),
        document.getDate(Envelope.CREATED).toInstant(),
        codec.decode(layout.type(), document.get(Envelope.BODY, Document.class), id));
  }

  Document creation(Creation<S> creation, Mutation by, Instant now) {
    String id = creation.id();
    S state = creation.state();
    List<Document> outbox = envelope.outbox(id, 1, creation.facts(), by, now);
    var document =
        new Document(Envelope.ID, id)
            .append(Envelope.SLOT, Slots.of(id))
            .append(Envelope.SCHEMA, SCHEMA)
            .append(Envelope.V, 1L)
            .append(Envelope.REV, 1L)
            .append(Envelope.POLICY, creation.policy())
            .append(Envelope.ACCESS, Envelope.access(creation.access()))
            .append(Envelope.CREATED, Date.from(now))
            .append(Envelope.SEQ, (long) outbox.size())
            .append(Envelope.OUTBOX, outbox)
            .append(Envelope.AUDIT, audit(id, 1, by, creation.access(), now))
            .append(Envelope.REQUESTS, List.of(request(by)))
            .append(Envelope.BODY, codec.encode(state, id));
    Mutation.Seen seen = by.seen();
    if (seen != null) {
      document.append(Envelope.SEEN, new Document(seenKey(seen), seen.seq()));
    }
    document.putAll(Envelope.values(layout.fields().apply(state)));
    boolean unsettled = unsettled(creation.facts(), state);
    if (unsettled) {
      document.append(Envelope.UNSETTLED, true);
    }
    wakeAt(state, unsettled, now).ifPresent(at -> document.append(Envelope.WAKE_AT, Date.from(at)));
    return document;
  }

  Bson update(Document before, Stored<S> seen, S next, Change<S> change, Mutation by, Instant now) {
    String id = seen.id();
    long seq = before.getLong(Envelope.SEQ);
    List<Document> outbox = envelope.outbox(id, seq + 1, change.facts(), by, now);
    refuseFull(before, outbox, by);
    Access access = change.access() == null ? seen.access() : change.access();
    var set =
        new Document(Envelope.V, seen.v() + 1)
            .append(Envelope.REV, rev(seen, by))
            .append(Envelope.SEQ, seq + outbox.size())
            .append(Envelope.BODY, codec.encode(next, id));
    if (change.access() != null) {
      set.append(Envelope.ACCESS, Envelope.access(access));
    }
    Mutation.Seen event = by.seen();
    if (event != null) {
      set.append(Envelope.SEEN + '.' + seenKey(event), event.seq());
    }
    Document fields = Envelope.values(layout.fields().apply(next));
    set.putAll(fields);
    Document gone = gone(before, fields);
    boolean unsettled =
        unsettled(change.facts(), next) || before.getBoolean(Envelope.UNSETTLED, false);
    if (unsettled) {
      set.append(Envelope.UNSETTLED, true);
    }
    Optional<Instant> wakeAt = wakeAt(next, unsettled, now);
    if (wakeAt.isPresent()) {
      set.append(Envelope.WAKE_AT, Date.from(wakeAt.get()));
    } else {
      gone.append(Envelope.WAKE_AT, "");
    }
    var update = new Document("$set", set);
    if (!gone.isEmpty()) {
      update.append("$unset", gone);
    }
    var push = new Document();
    if (!outbox.isEmpty()) {
      push.append(Envelope.OUTBOX, new Document("$each", outbox));
    }
    List<Document> audit = audit(id, seen.v() + 1, by, access, now);
    if (!audit.isEmpty()) {
      push.append(Envelope.AUDIT, new Document("$each", audit));
    }
    if (by.requestId() != null) {
      push.append(
          Envelope.REQUESTS,
          new Document("$each", List.of(request(by))).append("$slice", -REQUESTS_KEPT));
    }
    return push.isEmpty() ? update : update.append("$push", push);
  }

  /** The update that clears what was delivered, filed and audited. */
  Bson settled(Document before, S state, Set<String> lookups, Instant now) {
    S after = layout.delivered().apply(state, now);
    var set =
        new Document(Envelope.V, before.getLong(Envelope.V) + 1)
            .append(Envelope.OUTBOX, List.of())
            .append(Envelope.AUDIT, List.of());
    if (!lookups.isEmpty()) {
      set.append(Envelope.FILED, digest(lookups));
    }
    if (!after.equals(state)) {
      set.append(Envelope.BODY, codec.encode(after, before.getString(Envelope.ID)));
      set.putAll(Envelope.values(layout.fields().apply(after)));
    }
    var unset = new Document(Envelope.UNSETTLED, "").append(Envelope.TRIES, "");
    Optional<Instant> wakeAt = wakeAt(after, false, now);
    if (wakeAt.isPresent()) {
      set.append(Envelope.WAKE_AT, Date.from(wakeAt.get()));
    } else {
      unset.append(Envelope.WAKE_AT, "");
    }
    return new Document("$set", set).append("$unset", unset);
  }

  /** Whether the aggregate is filed under all of these keys already. */
  static boolean filed(Document document, Set<String> lookups) {
    return lookups.isEmpty() || digest(lookups).equals(document.get(Envelope.FILED));
  }

  private static String digest(Set<String> lookups) {
    return Ids.derived(lookups.stream().sorted().toArray(String[]::new));
  }

  /**
   * The update after a delivery that some receivers have not taken: remembers who has, and when to
   * try again.
   */
  Bson postponed(Document before, S state, Map<String, Long> sent, Instant again, Instant now) {
    Instant wakeAt =
        layout.nextClock().apply(state).filter(again::isAfter).filter(now::isBefore).orElse(again);
    var set =
        new Document(Envelope.V, before.getLong(Envelope.V) + 1)
            .append(Envelope.TRIES, before.getInteger(Envelope.TRIES, 0) + 1)
            .append(Envelope.WAKE_AT, Date.from(wakeAt));
    sent.forEach((receiver, seq) -> set.append(Envelope.SENT + '.' + receiver, seq));
    return new Document("$set", set);
  }

  Stored<S> after(Stored<S> seen, S next, Change<S> change, Mutation by) {
    return new Stored<>(
        seen.id(),
        seen.v() + 1,
        rev(seen, by),
        seen.policy(),
        change.access() == null ? seen.access() : change.access(),
        seen.createTime(),
        next);
  }

  /**
   * Whether the event or request has taken effect before; other content under its request id is
   * refused.
   */
  boolean applied(Document document, Mutation by) {
    Mutation.Seen seen = by.seen();
    if (seen != null) {
      Document known = document.get(Envelope.SEEN, new Document());
      Object last = known.get(seenKey(seen));
      return last instanceof Long number && number >= seen.seq();
    }
    if (by.requestId() == null) {
      return false;
    }
    for (Document request : document.getList(Envelope.REQUESTS, Document.class)) {
      if (by.requestId().equals(request.getString("id"))) {
        if (!by.requestHash().equals(request.getString("hash"))) {
          throw Problem.of(KitReason.REQUEST_ID_REUSED);
        }
        return true;
      }
    }
    return false;
  }

  /** Whether the aggregate was made by a request of this content. */
  boolean madeBy(Document document, Mutation by) {
    return document.getList(Envelope.REQUESTS, Document.class).stream()
        .anyMatch(request -> by.requestHash().equals(request.getString("hash")));
  }

  /** Whether a write leaves something to deliver, file or audit. */
  boolean unsettled(List<Fact> facts, S state) {
    return layout.audited() || !facts.isEmpty() || !layout.lookups().apply(state).isEmpty();
  }

  private static long rev(Stored<?> seen, Mutation by) {
    return by.origin() == Mutation.Origin.EVENT ? seen.rev() : seen.rev() + 1;
  }

  private static String seenKey(Mutation.Seen seen) {
    return seen.sender().replace('.', '-');
  }

  private static Document request(Mutation by) {
    var request = new Document("hash", by.requestHash());
    String id = by.requestId();
    return id == null ? request : request.append("id", id);
  }

  private List<Document> audit(String id, long v, Mutation by, Access access, Instant now) {
    return layout.audited()
        ? List.of(AuditDocuments.done(service, layout.collection(), id, v, by, access, now))
        : List.of();
  }

  private void refuseFull(Document before, List<Document> added, Mutation by) {
    int waiting = before.getList(Envelope.OUTBOX, Document.class).size();
    int limit = by.origin() == Mutation.Origin.REQUEST ? OUTBOX_MAX - OUTBOX_KEPT_FREE : OUTBOX_MAX;
    if (waiting + added.size() > limit) {
      throw Problem.of(KitReason.LIMIT_REACHED, "what", "outbox", "limit", Integer.toString(limit))
          .retryAfter(Duration.ofMinutes(1));
    }
  }

  private Optional<Instant> wakeAt(S state, boolean unsettled, Instant now) {
    Optional<Instant> clock = layout.nextClock().apply(state);
    if (!unsettled) {
      return clock;
    }
    Instant settle = now.plus(GRACE);
    return Optional.of(clock.filter(settle::isAfter).orElse(settle));
  }

  /** Path fields that the aggregate no longer has: a sparse index must forget it. */
  private Document gone(Document before, Document fields) {
    var gone = new Document();
    for (AccessPath path : layout.paths()) {
      for (AccessPath.Key key : path.keys()) {
        String field = key.field();
        boolean own =
            !field.contains(".") && !Envelope.CREATED.equals(field) && !Envelope.ID.equals(field);
        if (own && before.containsKey(field) && !fields.containsKey(field)) {
          gone.append(field, "");
        }
      }
    }
    return gone;
  }
}
