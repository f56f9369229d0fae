package io.holdfast.freezing.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bank that was asked, and whose account it is not; it is not asked again.
 *
 * @param bank who was asked, and what had decided
 */
public record AskedBank(
    Destination.Bank bank,
    @Nullable Instant sendTime,
    @Nullable Instant acknowledgeTime,
    BankAnswer.NotOurs answer) {
  /** How many an order may come to, by itself and by hand. */
  public static final int MAX = 10;

  /** The order as this bank knows it: with its own answer, and nothing of what followed. */
  StopOrder view(StopRequest request) {
    var state = new StopState.NotOurs(answer.answerTime());
    return MadeOrder.fresh(request, bank, null, state, new Count.Pending(bank.dispatchTime()))
        .sentAt(sendTime)
        .acknowledgedAt(acknowledgeTime)
        .with(answer);
  }
}
