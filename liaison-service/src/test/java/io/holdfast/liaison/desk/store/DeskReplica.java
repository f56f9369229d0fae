package io.holdfast.liaison.desk.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.proto.StopOrderEvents;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.FeedItem;
import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a replica that events pass through. */
final class DeskReplica {
  final DeskRecords records;
  final DeskWork work;
  final long writesAtStart;
  private final FeedPages pages;

  /** One that, with {@code random}, dies half of the time right after telling. */
  DeskReplica(MongoStore in, Sealer sealer, LegalClock clock, @Nullable SplittableRandom random) {
    records = DeskRecords.open(in, sealer);
    pages = FeedPages.open(in, sealer);
    var feed =
        new FeedAppender(
            pages,
            clock,
            (_, _) -> {
              if (random != null && random.nextBoolean()) {
                throw new IllegalStateException("killed here");
              }
            });
    work = new DeskWork(records, feed);
    writesAtStart = in.writeCount();
  }

  void take(Event... events) {
    stops(work, events);
  }

  List<Task> open() {
    return records.on(DeskWorkTest.BANK, 100, "").items().stream()
        .map(entry -> entry.value())
        .toList();
  }

  List<BoardClock> clocks() {
    return records.boardOf(Orders.STATION, 100, "").items().stream()
        .map(entry -> entry.value())
        .toList();
  }

  List<String> told() {
    return items().stream().map(DeskReplica::line).toList();
  }

  /** What was told, of each order apart. */
  List<List<String>> toldOf() {
    List<FeedItem> items = items();
    return IntStream.range(0, 1_000)
        .mapToObj(
            number ->
                items.stream()
                    .filter(item -> item.task().getSubject().endsWith(Orders.id(number)))
                    .map(DeskReplica::line)
                    .toList())
        .filter(told -> !told.isEmpty())
        .toList();
  }

  private static String line(FeedItem item) {
    return item.task().getState() + " " + item.task().getUrgency();
  }

  private List<FeedItem> items() {
    try (var watch = new LiveFeeds(pages).watch(DeskWorkTest.BANK.id())) {
      var all = new ArrayList<FeedItem>();
      while (all.size() < watch.end()) {
        all.addAll(watch.next(all.size(), Duration.ofMillis(10)));
      }
      return all;
    }
  }

  static void stops(DeskWork work, Event... events) {
    new StopOrderEvents(work, _ -> Set.of(), List.of())
        .handle(Stream.of(events).map(event -> received(event, StopOrderEvent.class)).toList());
  }

  static <T extends Message> Received<T> received(Event event, Class<T> type) {
    try {
      return new Received<>(event, event.getData().unpack(type));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
