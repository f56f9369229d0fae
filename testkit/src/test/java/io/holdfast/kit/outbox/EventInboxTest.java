package io.holdfast.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventInboxTest {
  private static final class Taking implements EventHandler<CaseEvent> {
    private final List<String> taken = new ArrayList<>();

    @Override
    public Class<CaseEvent> type() {
      return CaseEvent.class;
    }

    @Override
    public void handle(List<Received<CaseEvent>> batch) {
      batch.forEach(received -> taken.add(received.event().getId()));
    }
  }

  private static EventInboxGrpc inbox(Taking handler) {
    return new EventInboxGrpc(List.of(handler));
  }

  private static Event event(String id, com.google.protobuf.Message data) {
    return Event.newBuilder()
        .setId(id)
        .setType(data.getDescriptorForType().getFullName())
        .setData(Any.pack(data))
        .build();
  }

  @Test
  void severalHandlersOfOneTypeAllGetTheBatch() throws InterruptedException {
    var one = new Taking();
    var other = new Taking();
    try (var server =
        new TestServer(ManualClock.atNoon(), new EventInboxGrpc(List.of(one, other)))) {
      var answer =
          io.holdfast.proto.event.v1.EventInboxGrpc.newBlockingStub(
                  server.as(TestTokens.machine("svc-case", "", "", Role.SERVICE)))
              .deliverEvents(
                  DeliverEventsRequest.newBuilder()
                      .addEvents(event("a", CaseEvent.getDefaultInstance()))
                      .build());
      assertThat(answer.isInitialized()).isTrue();
      assertThat(one.taken).containsExactly("a");
      assertThat(other.taken).containsExactly("a");
    }
  }

  @Test
  void eventsReachTheirHandlerInOrderAndUnknownOnesAreRefused() throws InterruptedException {
    var handler = new Taking();
    try (var server = new TestServer(ManualClock.atNoon(), inbox(handler))) {
      var inbox =
          io.holdfast.proto.event.v1.EventInboxGrpc.newBlockingStub(
              server.as(TestTokens.machine("svc-case", "", "", Role.SERVICE)));
      assertThat(
              inbox
                  .deliverEvents(
                      DeliverEventsRequest.newBuilder()
                          .addEvents(event("a", CaseEvent.getDefaultInstance()))
                          .addEvents(event("b", CaseEvent.getDefaultInstance()))
                          .build())
                  .isInitialized())
          .isTrue();
      assertThat(handler.taken).containsExactly("a", "b");
      assertThat(
              Refusals.reason(
                  () ->
                      inbox.deliverEvents(
                          DeliverEventsRequest.newBuilder()
                              .addEvents(event("c", StopOrderEvent.getDefaultInstance()))
                              .build())))
          .isEqualTo("EVENT_UNKNOWN");
    }
  }
}
