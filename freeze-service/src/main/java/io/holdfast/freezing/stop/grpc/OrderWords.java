package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Extension;
import io.holdfast.freezing.stop.Ordinal;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.StopOrdinal;

/** How an order counts at its account and why it ended, in the contract's words. */
final class OrderWords {
  private OrderWords() {}

  /**
   * Which stop of the account is or was in force; before one is, which the order's place makes it.
   */
  static StopOrdinal ordinal(StopOrder order) {
    Ordinal ordinal =
        order.extension() instanceof Extension.Granted granted
            ? Ordinal.of(granted.place())
            : order.count().ordinal();
    return switch (ordinal) {
      case UNCOUNTED -> StopOrdinal.STOP_ORDINAL_UNSPECIFIED;
      case FIRST -> StopOrdinal.FIRST;
      case SECOND -> StopOrdinal.SECOND;
    };
  }

  static CountState count(Count count) {
    return switch (count) {
      case Count.Pending _ -> CountState.COUNT_PENDING;
      case Count.Taken _ -> CountState.COUNT_TAKEN;
      case Count.Exceeded _ -> CountState.COUNT_EXCEEDED;
      case Count.Joined _ -> CountState.COUNT_JOINED;
    };
  }

  static String endReason(StopState state) {
    return switch (state) {
      case StopState.Recalled(_, var cause, var reason) -> reason(cause, reason);
      case StopState.Released(_, var cause, var reason) -> reason(cause, reason);
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          "";
    };
  }

  private static String reason(StopState.EndCause cause, String reason) {
    return switch (cause) {
      case POLICE, PAPER_OVERDUE, NOT_ADOPTED -> reason;
      case ANSWER_CORRECTED -> "ANSWER_CORRECTED 上一层银行已更正答复，本单不再需要";
      case MERGED -> "ORDER_MERGED 本案在该账户上已有止付单，本单的转账已并入该单";
      case SHARED_STOP_RELEASED -> "SHARED_STOP_RELEASED 该账户的共同止付已由各利害单位同意或经政策告知期满解除";
      case COUNT_EXCEEDED -> "STOP_COUNT_EXCEEDED 该账户的止付次数已使用或已被在途止付单占用，本单撤销（银发〔2016〕86号：次数以两次为限）";
    };
  }
}
