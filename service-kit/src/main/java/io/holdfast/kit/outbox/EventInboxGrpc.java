package io.holdfast.kit.outbox;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.DeliverEventsResponse;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.event.v1.EventInboxGrpc.EventInboxImplBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands arriving events to the handlers of their type, one after the other; if one of them throws,
 * all have the batch again.
 */
public final class EventInboxGrpc extends EventInboxImplBase {
  private final Map<String, List<EventHandler<?>>> handlers = new LinkedHashMap<>();

  public EventInboxGrpc(List<EventHandler<?>> handlers) {
    for (EventHandler<?> handler : handlers) {
      String type =
          com.google.protobuf.Internal.getDefaultInstance(handler.type())
              .getDescriptorForType()
              .getFullName();
      this.handlers.computeIfAbsent(type, _ -> new ArrayList<>()).add(handler);
    }
  }

  @Override
  public void deliverEvents(
      DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
    Map<String, List<Event>> byType = new LinkedHashMap<>();
    for (Event event : request.getEventsList()) {
      byType.computeIfAbsent(event.getType(), _ -> new ArrayList<>()).add(event);
    }
    byType.forEach(
        (type, events) -> {
          List<EventHandler<?>> interested = handlers.get(type);
          if (interested == null) {
            throw Problem.of(KitReason.EVENT_UNKNOWN, "type", type);
          }
          interested.forEach(handler -> handle(handler, events));
        });
    answer.onNext(DeliverEventsResponse.getDefaultInstance());
    answer.onCompleted();
  }

  private static <T extends Message> void handle(EventHandler<T> handler, List<Event> events) {
    var batch = new ArrayList<EventHandler.Received<T>>();
    for (Event event : events) {
      batch.add(new EventHandler.Received<>(event, unpack(event.getData(), handler.type())));
    }
    handler.handle(batch);
  }

  private static <T extends Message> T unpack(Any data, Class<T> type) {
    try {
      return data.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("event data is not " + type.getSimpleName(), e);
    }
  }
}
