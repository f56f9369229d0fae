package io.holdfast.liaison.desk.grpc;

import io.grpc.Context;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import io.holdfast.proto.liaison.v1.TasksGrpc;
import io.holdfast.proto.liaison.v1.TasksGrpc.TasksBlockingStub;
import io.holdfast.proto.liaison.v1.WatchTasksRequest;
import io.holdfast.proto.liaison.v1.WatchTasksResponse;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Users and senders of a replica, over the wire. */
final class DeskClients {
  private DeskClients() {}

  static TasksBlockingStub bank(Replica at) {
    return stub(at, Orders.BANK, Role.BANK_LIAISON);
  }

  static TasksBlockingStub stub(Replica at, String institution, Role role) {
    return TasksGrpc.newBlockingStub(
        at.server().as(TestTokens.person("li", institution, Orders.REGION, role)));
  }

  /** The next {@code count} changes behind {@code token}; then the caller hangs up. */
  static List<WatchTasksResponse> watch(TasksBlockingStub stub, String token, int count) {
    try (Context.CancellableContext context = Context.current().withCancellation()) {
      Iterator<WatchTasksResponse> stream =
          callIn(
              context,
              () -> stub.watchTasks(WatchTasksRequest.newBuilder().setResumeToken(token).build()));
      var seen = new ArrayList<WatchTasksResponse>();
      while (seen.size() < count && stream.hasNext()) {
        WatchTasksResponse next = stream.next();
        if (next.hasTask()) {
          seen.add(next);
        }
      }
      return seen;
    }
  }

  static <T> T callIn(Context context, Callable<T> call) {
    try {
      return context.call(call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static void deliver(Replica to, Event... events) {
    deliver(to, List.of(events));
  }

  static void deliver(Replica to, List<Event> events) {
    EventInboxGrpc.newBlockingStub(
            to.server().as(TestTokens.machine("svc-freeze", "", "", Role.SERVICE)))
        .withDeadlineAfter(Duration.ofSeconds(60))
        .deliverEvents(DeliverEventsRequest.newBuilder().addAllEvents(events).build());
  }
}
