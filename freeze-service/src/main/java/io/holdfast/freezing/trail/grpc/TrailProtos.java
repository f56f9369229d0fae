package io.holdfast.freezing.trail.grpc;

import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.grpc.OutflowProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.freezing.trail.MoneyTrail;
import io.holdfast.proto.freezing.v1.SharedStop;
import io.holdfast.proto.freezing.v1.TrailAccount;
import io.holdfast.proto.freezing.v1.TrailEdge;
import io.holdfast.proto.freezing.v1.TrailSums;

/** Trails as the contract shows them. */
final class TrailProtos {
  private TrailProtos() {}

  static io.holdfast.proto.freezing.v1.MoneyTrail trail(String caseId, MoneyTrail trail) {
    var out =
        io.holdfast.proto.freezing.v1.MoneyTrail.newBuilder()
            .setCaseId(caseId)
            .setSums(sums(trail.whole()));
    trail.accounts().forEach(node -> out.addAccounts(account(node)));
    trail.edges().forEach(edge -> out.addEdges(edge(edge)));
    return out.build();
  }

  private static TrailAccount account(MoneyTrail.Node node) {
    StopRequest request = node.order().request();
    TrailAccount.Builder out =
        TrailAccount.newBuilder()
            .setStopOrder(node.id())
            .setOrderNumber(request.orderNumber())
            .setLayer(request.layer().number())
            .setState(StopProtos.state(node.order().state()))
            .setBank(node.order().destination().bank())
            .setMaskedAccount(request.payee().number().masked())
            .setSums(sums(node.sums()))
            .setIssueTime(StopProtos.time(request.issueTime()))
            .setHeldOnAccountFen(node.order().heldFen());
    SharedStop shared = StopProtos.shared(node.order());
    return out.setOtherInterests(shared.getOtherInterests())
        .setOtherAmountFen(shared.getOtherAmountFen())
        .build();
  }

  private static TrailEdge edge(MoneyTrail.Edge edge) {
    return TrailEdge.newBuilder()
        .setFromStopOrder(edge.from())
        .setOutflow(edge.outflow().number())
        .setKind(OutflowProtos.kind(edge.outflow().kind()))
        .setNext(OutflowProtos.next(edge.outflow().next()))
        .setToStopOrder(edge.outflow().follower())
        .setAmountFen(edge.outflow().amountFen())
        .setOutflowTime(StopProtos.time(edge.outflow().time()))
        .build();
  }

  private static TrailSums sums(MoneyTrail.Sums sums) {
    return TrailSums.newBuilder()
        .setReceivedFen(sums.receivedFen())
        .setHeldFen(sums.heldFen())
        .setCashFen(sums.cashFen())
        .setPurchaseFen(sums.purchaseFen())
        .setMovedFen(sums.movedFen())
        .setUnexplainedFen(sums.unexplainedFen())
        .build();
  }
}
