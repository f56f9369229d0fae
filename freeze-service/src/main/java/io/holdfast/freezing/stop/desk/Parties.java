package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which banks take part in an order. */
final class Parties {
  private Parties() {}

  /**
   * Another bank takes part from its routing on; those before keep their own answers. No further
   * one takes part in an order that has joined another's stop.
   */
  static @Nullable Access after(Stored<StopOrder> seen, List<StopEvent> events) {
    Access access = null;
    for (StopEvent event : events) {
      if (event instanceof StopEvent.StopRouted routed) {
        access = access(seen, routed.destination().institution());
      } else if (event instanceof StopEvent.WentAlone alone) {
        access = access(seen, alone.destination().institution());
      } else if (event instanceof StopEvent.InterestJoined
          || event instanceof StopEvent.OrderMerged) {
        // Its bank keeps the record of a stop that it made itself.
        access = seen.state().born() ? null : access(seen, asked(seen.state()));
      }
    }
    return access;
  }

  private static Access access(Stored<StopOrder> seen, String bank) {
    var parties = new ArrayList<String>();
    parties.add(bank);
    parties.addAll(asked(seen.state()));
    String before = seen.state().destination().bank();
    if (!seen.state().joined() && !before.isEmpty() && !parties.contains(before)) {
      parties.add(before);
    }
    return access(seen, parties);
  }

  private static Access access(Stored<StopOrder> seen, List<String> banks) {
    return new Access(seen.access().owner(), seen.access().region(), banks);
  }

  private static List<String> asked(StopOrder order) {
    return order.asked().stream().map(each -> each.bank().institution()).toList();
  }
}
