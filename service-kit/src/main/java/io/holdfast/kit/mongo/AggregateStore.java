package io.holdfast.kit.mongo;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.outbox.Outlets;
import io.holdfast.kit.outbox.Relay;
import io.holdfast.kit.outbox.SlotWorkers;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import java.util.ArrayList;
import java.util.List;

/** Opens one service's kinds of aggregates and has them settled and woken. */
public final class AggregateStore {
  private final String service;
  private final MongoStore store;
  private final Sealer sealer;
  private final LegalClock clock;
  private final Outlets outlets;
  private final Relay relay;
  private final SlotWorkers workers;

  /**
   * @param service the name its events carry as source, e.g. {@code case-service}
   */
  public AggregateStore(
      String service,
      MongoStore store,
      Sealer sealer,
      LegalClock clock,
      Outlets outlets,
      Relay relay,
      SlotWorkers workers) {
    this.service = service;
    this.store = store;
    this.sealer = sealer;
    this.clock = clock;
    this.outlets = outlets;
    this.relay = relay;
    this.workers = workers;
  }

  /** Opens aggregates without clocks. */
  public <S extends Record> Aggregates<S> open(Layout<S> layout) {
    return open(layout, _ -> {});
  }

  /** Opens aggregates whose due clocks {@code waker} fires. */
  public <S extends Record> Aggregates<S> open(Layout<S> layout, Waker waker) {
    List<AccessPath> paths = new ArrayList<>(layout.paths());
    paths.add(AccessPath.of("due", Envelope.SLOT, Envelope.WAKE_AT));
    store.prepare(layout.collection(), paths);
    var envelope = new Envelope(service, sealer);
    var documents = new AggregateDocuments<>(service, layout, new RecordCodec(sealer), envelope);
    var settler = new Settler<>(store, layout, documents, envelope, outlets, clock);
    relay.serve(settler);
    workers.serve(settler, waker);
    return new Aggregates<>(
        store, layout, documents, clock, ids -> relay.offer(layout.collection(), ids));
  }
}
