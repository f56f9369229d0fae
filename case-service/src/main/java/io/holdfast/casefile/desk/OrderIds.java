package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.OrderNames;
import io.holdfast.kit.id.Ids;

/** Ids of a case's stop orders, lookups and traces, known before these exist. */
final class OrderIds {
  private OrderIds() {}

  static OrderNames of(String caseId) {
    return new OrderNames() {
      @Override
      public String order(int ordinal) {
        return Ids.derived("stop-order", caseId, Integer.toString(ordinal));
      }

      @Override
      public String lookup(int ordinal) {
        return Ids.derived("account-query", caseId, Integer.toString(ordinal));
      }
    };
  }

  static String trace(String caseId, int ordinal) {
    return Ids.derived("trace", caseId, Integer.toString(ordinal));
  }
}
