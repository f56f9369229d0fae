package io.holdfast.freezing.trail;

import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.TransferOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the money of a case is, computed from its orders. Every sum is in fen, and for each account
 * as for the whole: received = held + cash + purchases + moved + unexplained.
 *
 * @param accounts by layer, then by when their orders were made
 * @param edges by the order they leave, then by number
 * @param whole of the case; moved is 0, since what moved on was received again or is unexplained.
 *     An unexplained sum below 0 means that banks' answers contradict each other
 */
public record MoneyTrail(List<Node> accounts, List<Edge> edges, Sums whole) {
  public MoneyTrail {
    accounts = List.copyOf(accounts);
    edges = List.copyOf(edges);
  }

  /** One account. */
  public record Node(String id, StopOrder order, Sums sums) {}

  /** One outflow. */
  public record Edge(String from, Outflow outflow) {}

  /** What became of the money. */
  public record Sums(
      long receivedFen,
      long heldFen,
      long cashFen,
      long purchaseFen,
      long movedFen,
      long unexplainedFen) {
    static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          receivedFen + other.receivedFen,
          heldFen + other.heldFen,
          cashFen + other.cashFen,
          purchaseFen + other.purchaseFen,
          movedFen + other.movedFen,
          unexplainedFen + other.unexplainedFen);
    }
  }

  /**
   * The trail of these orders, as of when they were read; corrected and merged ones are told by
   * what took their place, and the victim's own accounts are no part of it.
   */
  public static MoneyTrail of(Map<String, StopOrder> all) {
    Map<String, StopOrder> orders = new LinkedHashMap<>(all);
    orders
        .values()
        .removeIf(
            order ->
                !order.correctedBy().isEmpty()
                    || order.merged()
                    || order.request().purpose().protective());
    Map<String, Long> arrived = new LinkedHashMap<>();
    orders.values().stream()
        .flatMap(order -> order.outflows().stream())
        .filter(Outflow::stands)
        .forEach(outflow -> arrived.merge(outflow.follower(), outflow.amountFen(), Long::sum));
    List<Node> nodes = new ArrayList<>();
    orders.forEach(
        (id, order) ->
            nodes.add(
                new Node(id, order, sums(order, paid(order) + arrived.getOrDefault(id, 0L)))));
    nodes.sort(
        Comparator.comparingInt((Node node) -> node.order().request().layer().number())
            .thenComparing(node -> node.order().request().issueTime())
            .thenComparing(Node::id));
    List<Edge> edges = new ArrayList<>();
    for (Node node : nodes) {
      for (Outflow outflow : node.order().outflows()) {
        if (outflow.stands()) {
          edges.add(new Edge(node.id(), outflow));
        }
      }
    }
    return new MoneyTrail(nodes, edges, whole(nodes));
  }

  /** What came from the victim himself. */
  private static long paid(StopOrder order) {
    long first =
        order.request().layer().parent().isEmpty() && order.founded()
            ? order.request().amountFen()
            : 0;
    return first
        + order.laterTransfers().stream().mapToLong(TransferOut::amountFen).sum()
        + order.inflows().stream()
            .filter(each -> each.source().paid())
            .mapToLong(Inflow::amountFen)
            .sum();
  }

  /**
   * Of one account. More may be held than came from this case, for other cases too; what counts is
   * at most what is not known to have left. Where nothing of the case came after all, nothing of it
   * left either.
   */
  private static Sums sums(StopOrder order, long received) {
    if (received == 0) {
      return Sums.NOTHING;
    }
    long cash = gone(order, Outflow.Kind.CASH);
    long purchase = gone(order, Outflow.Kind.PURCHASE);
    long moved = gone(order, Outflow.Kind.TO_ACCOUNT);
    long rest = received - cash - purchase - moved;
    long held = Math.min(order.heldFen(), Math.max(0, rest));
    return new Sums(received, held, cash, purchase, moved, rest - held);
  }

  private static long gone(StopOrder order, Outflow.Kind kind) {
    return order.outflows().stream()
        .filter(outflow -> outflow.stands() && outflow.kind() == kind)
        .mapToLong(Outflow::amountFen)
        .sum();
  }

  /**
   * What the victim paid, split by where it is now: what moved on was received again, or is lost
   * from sight.
   */
  private static Sums whole(List<Node> nodes) {
    long paid = nodes.stream().mapToLong(node -> paid(node.order())).sum();
    Sums sum = nodes.stream().map(Node::sums).reduce(Sums.NOTHING, Sums::plus);
    long told = sum.heldFen() + sum.cashFen() + sum.purchaseFen();
    return new Sums(paid, sum.heldFen(), sum.cashFen(), sum.purchaseFen(), 0, paid - told);
  }
}
