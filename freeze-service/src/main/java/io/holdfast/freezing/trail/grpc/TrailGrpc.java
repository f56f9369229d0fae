package io.holdfast.freezing.trail.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.desk.StopFinder;
import io.holdfast.freezing.trail.MoneyTrail;
import io.holdfast.freezing.trail.Trail;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc.MoneyTrailsImplBase;
import java.util.LinkedHashMap;
import java.util.Map;

/** The methods of {@code MoneyTrails}: read from the orders, stored nowhere. */
public final class TrailGrpc extends MoneyTrailsImplBase {
  private static final int PAGE = 100;

  private final StopDesk desk;
  private final StopFinder finder;

  public TrailGrpc(StopDesk desk, StopFinder finder) {
    this.desk = desk;
    this.finder = finder;
  }

  @Override
  public void getMoneyTrail(
      GetMoneyTrailRequest request,
      StreamObserver<io.holdfast.proto.freezing.v1.MoneyTrail> answer) {
    Call call = Call.current();
    Map<String, StopOrder> orders = new LinkedHashMap<>();
    String token = "";
    do {
      Page<Stored<StopOrder>> page = finder.ofCase(call, request.getCaseId(), PAGE, token);
      page.items().forEach(each -> orders.put(each.id(), each.state().at(desk.now())));
      token = page.nextPageToken();
    } while (!token.isEmpty() && orders.size() < Trail.STEPS_MAX);
    if (orders.isEmpty()) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    answer.onNext(TrailProtos.trail(request.getCaseId(), MoneyTrail.of(orders)));
    answer.onCompleted();
  }
}
