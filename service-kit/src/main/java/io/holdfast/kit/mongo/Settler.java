package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.holdfast.kit.outbox.Outlets;
import io.holdfast.kit.outbox.Settlement;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers, files and audits what one collection's aggregates have waiting. */
final class Settler<S extends Record> implements Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(1);
  private static final int ALARM_AFTER = 10;

  private final MongoStore store;
  private final Layout<S> layout;
  private final AggregateDocuments<S> documents;
  private final Envelope envelope;
  private final Outlets outlets;
  private final LegalClock clock;
  private final Lookups lookups;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  Settler(
      MongoStore store,
      Layout<S> layout,
      AggregateDocuments<S> documents,
      Envelope envelope,
      Outlets outlets,
      LegalClock clock) {
    this.store = store;
    this.layout = layout;
    this.documents = documents;
    this.envelope = envelope;
    this.outlets = outlets;
    this.clock = clock;
    this.lookups = new Lookups(store);
  }

  @Override
  public String name() {
    return layout.collection();
  }

  @Override
  public List<Due> due(List<Integer> slots, Instant now, int limit) {
    var filter = and(in(Envelope.SLOT, slots), lte(Envelope.WAKE_AT, Date.from(now)));
    return Await.all(store.collection(name()).find(filter).limit(limit)).stream()
        .map(document -> due(document, now))
        .toList();
  }

  private Due due(Document document, Instant now) {
    Stored<S> stored = documents.decode(document);
    boolean clockDue =
        layout.nextClock().apply(stored.state()).filter(at -> !at.isAfter(now)).isPresent();
    return new Due(stored.id(), document.getBoolean(Envelope.UNSETTLED, false), clockDue);
  }

  /** What waits: as it was found, and what it says, decoded once. */
  private record Waiting<S>(Document document, S state, Set<String> lookups) {
    String id() {
      return document.getString(Envelope.ID);
    }

    List<Document> outbox() {
      return document.getList(Envelope.OUTBOX, Document.class);
    }
  }

  @Override
  public Set<String> settle(Collection<String> ids) {
    List<Integer> slots = ids.stream().map(Slots::of).distinct().toList();
    List<Waiting<S>> waiting =
        Await.all(
                store
                    .collection(name())
                    .find(and(in(Envelope.ID, ids), in(Envelope.SLOT, slots)))
                    .limit(ids.size()))
            .stream()
            .filter(document -> document.getBoolean(Envelope.UNSETTLED, false))
            .map(this::waiting)
            .toList();
    if (waiting.isEmpty()) {
      return Set.of();
    }
    CompletableFuture<Void> filed = CompletableFuture.runAsync(() -> file(waiting), threads);
    Set<Receiver> refused = deliver(waiting);
    filed.join();
    return clear(waiting, refused);
  }

  private Waiting<S> waiting(Document document) {
    S state = documents.decode(document).state();
    return new Waiting<>(document, state, layout.lookups().apply(state));
  }

  private void file(List<Waiting<S>> waiting) {
    AuditDocuments.append(store, waiting.stream().map(Waiting::document).toList());
    Map<String, Collection<String>> keys = new LinkedHashMap<>();
    for (Waiting<S> each : waiting) {
      if (!AggregateDocuments.filed(each.document(), each.lookups())) {
        for (String key : each.lookups()) {
          keys.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(each.id());
        }
      }
    }
    lookups.add(keys);
  }

  /** Delivers to every receiver on its own; returns those that did not take everything. */
  private Set<Receiver> deliver(List<Waiting<S>> waiting) {
    Map<Receiver, List<Event>> events = new EnumMap<>(Receiver.class);
    for (Waiting<S> each : waiting) {
      Document sent = each.document().get(Envelope.SENT, new Document());
      for (Document entry : each.outbox()) {
        for (String to : entry.getList("to", String.class)) {
          if (entry.getLong(Envelope.SEQ) > longOr0(sent.get(to))) {
            events
                .computeIfAbsent(Receiver.valueOf(to), _ -> new ArrayList<>())
                .add(envelope.event(each.id(), entry));
          }
        }
      }
    }
    Map<Receiver, CompletableFuture<Boolean>> deliveries = new EnumMap<>(Receiver.class);
    events.forEach(
        (receiver, list) ->
            deliveries.put(
                receiver, CompletableFuture.supplyAsync(() -> delivered(receiver, list), threads)));
    Set<Receiver> refused = new LinkedHashSet<>();
    deliveries.forEach(
        (receiver, taken) -> {
          if (!taken.join()) {
            refused.add(receiver);
          }
        });
    return refused;
  }

  private static long longOr0(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  private boolean delivered(Receiver receiver, List<Event> events) {
    try {
      for (int i = 0; i < events.size(); i += Outlets.BATCH_MAX) {
        outlets.deliver(
            receiver, events.subList(i, Math.min(events.size(), i + Outlets.BATCH_MAX)));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "{} did not take {} events of {}: {}", receiver, events.size(), name(), e.toString());
      return false;
    }
  }

  private Set<String> clear(List<Waiting<S>> waiting, Set<Receiver> refused) {
    Instant now = clock.instant();
    List<WriteModel<Document>> updates = new ArrayList<>();
    for (Waiting<S> each : waiting) {
      String id = each.id();
      long v = each.document().getLong(Envelope.V);
      var filter = and(eq(Envelope.ID, id), eq(Envelope.SLOT, Slots.of(id)), eq(Envelope.V, v));
      updates.add(
          new UpdateOneModel<>(
              filter,
              owes(each, refused)
                  ? postponed(each, refused, now)
                  : documents.settled(each.document(), each.state(), each.lookups(), now)));
    }
    long cleared =
        Await.result(
                store.collection(name()).bulkWrite(updates, new BulkWriteOptions().ordered(false)))
            .getMatchedCount();
    if (cleared == waiting.size()) {
      return Set.of();
    }
    // Somebody wrote meanwhile: what was delivered is delivered again and changes nothing there.
    Set<String> again = new LinkedHashSet<>();
    waiting.forEach(each -> again.add(each.id()));
    return again;
  }

  private boolean owes(Waiting<S> waiting, Set<Receiver> refused) {
    return waiting.outbox().stream()
        .flatMap(entry -> entry.getList("to", String.class).stream())
        .anyMatch(to -> refused.contains(Receiver.valueOf(to)));
  }

  private Bson postponed(Waiting<S> waiting, Set<Receiver> refused, Instant now) {
    Document document = waiting.document();
    Map<String, Long> sent = new LinkedHashMap<>();
    for (Document entry : waiting.outbox()) {
      for (String to : entry.getList("to", String.class)) {
        if (!refused.contains(Receiver.valueOf(to))) {
          sent.merge(to, entry.getLong(Envelope.SEQ), Math::max);
        }
      }
    }
    int tries = document.getInteger(Envelope.TRIES, 0) + 1;
    if (tries == ALARM_AFTER) {
      LOG.error("{} {}: not delivered after {} tries", name(), document.get("_id"), tries);
    }
    Duration backoff = Duration.ofSeconds(1L << Math.min(tries, 6));
    Instant again = now.plus(backoff.compareTo(BACKOFF_MAX) < 0 ? backoff : BACKOFF_MAX);
    return documents.postponed(document, waiting.state(), sent, again, now);
  }
}
