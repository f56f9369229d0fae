package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.OrderNames;
import io.holdfast.kit.id.Ids;

/** Ids of a case's stop orders and traces, known before these exist. */
final class OrderIds {
  private OrderIds() {}

  static OrderNames of(String caseId) {
    return ordinal -> Ids.derived("stop-order", caseId, Integer.toString(ordinal));
  }

  static String trace(String caseId, int ordinal) {
    return Ids.derived("trace", caseId, Integer.toString(ordinal));
  }
}
