package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Joining;

/** What an order's state means to those who share its account. */
public final class Sharing {
  private Sharing() {}

  /** Whether further interests may join the order. */
  public static boolean leads(StopOrder order) {
    return !order.joined()
        && (order.state().awaitsAnswer()
            || order.state() instanceof StopState.Stopped
            || goesOn(order));
  }

  /** Whether its bank has sent it away, and it goes on to another with all who share it. */
  private static boolean goesOn(StopOrder order) {
    return order.state() instanceof StopState.NotOurs
        && !order.spoken().awaitsCase()
        && order.asked().size() < AskedBank.MAX;
  }

  /**
   * Whose stop the order may join: anybody's while its bank has not taken it in hand; made by the
   * bank on a call, only one that the bank has made before. Where stops are counted per case, one
   * whose case nobody has named joins none.
   */
  public static Joining joining(StopOrder order) {
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _ -> Joining.EXPECTED;
      case StopState.Stopped _ ->
          !order.born() || (order.limits().countPerCase() && order.spoken().awaitsCase())
              ? Joining.NONE
              : Joining.RUNNING;
      case StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          Joining.NONE;
    };
  }

  /** Whether a transfer told later belongs to the order: it stands against its account, or may. */
  public static boolean takesTransfers(StopOrder order) {
    return order.state().awaitsAnswer()
        || order.state() instanceof StopState.Stopped
        || order.state() instanceof StopState.Converted
        || order.state() instanceof StopState.NotOurs;
  }

  /** Whether the order carries this transfer of its case. */
  public static boolean carries(StopOrder order, TransferOut transfer) {
    return order.laterTransfers().stream().anyMatch(each -> each.number() == transfer.number())
        || (order.founded()
            && order.request().transfers().stream().anyMatch(each -> tells(order, each, transfer)));
  }

  /** Whether what the order was made for is that transfer. */
  private static boolean tells(StopOrder order, TransferOut made, TransferOut transfer) {
    if (order.born()) {
      // Told before there was a case: under other numbers, and as exactly as was remembered.
      return made.samePayment(transfer, order.limits().near());
    }
    // The transfer of a next layer has a number of its own.
    return order.request().layer().parent().isEmpty() && made.number() == transfer.number();
  }

  /** Whether the order has ended without a stop that another interest could rest on. */
  static boolean cameToNothing(StopOrder order) {
    return switch (order.state()) {
      case StopState.Mismatched _, StopState.Failed _, StopState.Recalled _ -> true;
      case StopState.NotOurs _ -> !goesOn(order);
      case StopState.Released(_, var cause, _) -> cause == StopState.EndCause.COUNT_EXCEEDED;
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          false;
    };
  }

  /** Whether its own station, or the count, has ended a further interest. */
  public static boolean leftByItself(StopOrder order) {
    return switch (order.state()) {
      case StopState.Recalled(_, var cause, _) -> cause != StopState.EndCause.MERGED;
      case StopState.Released(_, var cause, _) -> cause != StopState.EndCause.SHARED_STOP_RELEASED;
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          false;
    };
  }

  /** Whether interests see the same of an order before and after. */
  static boolean shownAlike(StopOrder before, StopOrder after) {
    return before.state().equals(after.state())
        && before.destination().bank().equals(after.destination().bank())
        && before.extension().equals(after.extension())
        && before.shares().equals(after.shares())
        && before.request().caseId().equals(after.request().caseId())
        && before.heldFen() == after.heldFen()
        && before.paidFen() == after.paidFen();
  }

  /**
   * What the order shows one of its interests: how the stop stands, and nothing of anybody's case.
   *
   * @param lead the order's id
   * @param version the order's, rising with every write
   */
  public static StopCommand.FollowLead shown(
      String lead, StopOrder order, long version, Interest interest) {
    Shares shares = order.shares();
    long own = shares.ownLetGo() ? 0 : order.paidFen();
    boolean silent = interest.word() == Interest.Word.HOLDS;
    return new StopCommand.FollowLead(
        order.destination(),
        shown(order.state()),
        shown(order.extension()),
        new Shares.Following(
            lead,
            version,
            shares.interests().size() - (shares.ownLetGo() ? 1 : 0),
            own + shares.interestsFen() - interest.amountFen(),
            order.heldFen(),
            silent && order.state() instanceof StopState.Stopped
                ? order.releaseTime().orElse(null)
                : null,
            interest.word()));
  }

  private static StopState shown(StopState state) {
    return switch (state) {
      case StopState.Released(var time, _, _) ->
          new StopState.Released(time, StopState.EndCause.SHARED_STOP_RELEASED, "");
      case StopState.Converted(var time, _) -> new StopState.Converted(time, "");
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Lapsed _ ->
          state;
    };
  }

  private static Extension shown(Extension extension) {
    return switch (extension) {
      case Extension.Requested(var time, _, int place) -> new Extension.Requested(time, "", place);
      case Extension.NotRequested _, Extension.Granted _, Extension.Refused _ -> extension;
    };
  }
}
