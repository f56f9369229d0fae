package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Stored;
import java.time.Instant;

/** Who is shown whom an order concerns. */
public final class Shown {
  private Shown() {}

  /**
   * The order for this caller: a bank sees whom it concerns from its acknowledgement on; whoever
   * asked for it, always.
   */
  public static io.holdfast.proto.freezing.v1.StopOrder order(
      Call call, Stored<StopOrder> stored, Instant now) {
    boolean asked = !stored.access().parties().contains(call.caller().institution());
    Stored<StopOrder> known = StopDesk.asKnownTo(call, stored);
    boolean inFull = asked || known.state().acknowledgeTime() != null;
    return StopProtos.order(known, inFull, now);
  }
}
