package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.desk.StopFinder;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersResponse;
import java.time.Instant;

/** Pages of orders, each as the caller knows it. */
final class StopPages {
  private StopPages() {}

  static ListStopOrdersResponse list(
      StopFinder finder, Call call, ListStopOrdersRequest request, Instant now) {
    Page<Stored<StopOrder>> page =
        request.getCaseId().isEmpty()
            ? finder.list(call, request.getPageSize(), request.getPageToken())
            : finder.ofCase(
                call, request.getCaseId(), request.getPageSize(), request.getPageToken());
    var response = ListStopOrdersResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.items()
        .forEach(
            stored ->
                response.addStopOrders(StopProtos.summary(StopDesk.asKnownTo(call, stored), now)));
    return response.build();
  }
}
