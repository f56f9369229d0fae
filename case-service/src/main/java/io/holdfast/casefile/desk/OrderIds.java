package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.OrderNames;
import io.holdfast.kit.id.Ids;

/** Ids of a case's stop orders, known before the orders exist. */
final class OrderIds {
  private OrderIds() {}

  static OrderNames of(String caseId) {
    return ordinal -> Ids.derived("stop-order", caseId, Integer.toString(ordinal));
  }
}
