package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.RecordOrder;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Transfer;
import java.util.ArrayList;
import java.util.List;

/** What a case makes of what it hears of its orders. */
final class OrderNews {
  private OrderNews() {}

  static CaseFile recorded(CaseFile file, RecordOrder told) {
    var orders = new ArrayList<OrderLink>();
    boolean news = false;
    for (OrderLink order : known(file, told)) {
      boolean concerned = order.stopOrder().equals(told.stopOrder()) && told.seq() > order.seq();
      orders.add(
          concerned ? order.heard(told.state(), told.asked().amountFen(), told.seq()) : order);
      news |= concerned;
    }
    return news
        ? file.with(merged(file.report(), told), orders, List.of())
            .noting(
                List.of(
                    new TimelineEntry(
                        told.time(),
                        told.change(),
                        told.stopOrder(),
                        told.institution(),
                        told.amountFen())))
        : file;
  }

  /** With the order's transfers at the one that has them now. */
  private static Report merged(Report report, RecordOrder told) {
    if (told.mergedInto().isEmpty()) {
      return report;
    }
    List<Transfer> transfers =
        report.transfers().stream()
            .map(
                transfer ->
                    transfer.stopOrder().equals(told.stopOrder())
                        ? transfer.linked(told.mergedInto())
                        : transfer)
            .toList();
    return report.with(transfers, report.totalLossFen());
  }

  /** With the order, where it follows the case's money or corrects another of its orders. */
  private static List<OrderLink> known(CaseFile file, RecordOrder told) {
    boolean there =
        file.orders().stream().anyMatch(order -> order.stopOrder().equals(told.stopOrder()));
    if (there || file.orders().size() >= CaseFile.ORDERS_MAX + CaseFile.FOLLOWERS_MAX) {
      return file.orders();
    }
    var more = new ArrayList<>(file.orders());
    more.add(
        new OrderLink(
            told.stopOrder(),
            told.asked().orderNumber(),
            told.asked().label(),
            told.asked().amountFen(),
            false,
            told.asked().layer(),
            OrderState.ASKED,
            0,
            false));
    return more;
  }
}
