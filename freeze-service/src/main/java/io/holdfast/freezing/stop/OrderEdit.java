package io.holdfast.freezing.stop;

import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.stop.StopOrder.Correction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order being changed, so that a change names only what it changes. */
final class OrderEdit {
  StopRequest request;
  Destination destination;
  @Nullable Seal seal;
  StopState state;
  Count count;
  Extension extension;
  Paper paper;
  @Nullable Instant sendTime;
  @Nullable Instant acknowledgeTime;
  @Nullable BankAnswer answer;
  List<FiredClock> fired;
  List<Outflow> outflows;
  List<Inflow> inflows;
  Lift.@Nullable Confirmation lifted;
  List<EarlierAnswer> earlierAnswers;
  List<AskedBank> asked;
  List<EarlierExtension> earlierExtensions;
  @Nullable Correction correction;
  Spoken spoken;
  Shares shares;
  List<TransferOut> laterTransfers;
  @Nullable Instant mistakenTime;

  OrderEdit(StopOrder order) {
    request = order.request();
    destination = order.destination();
    seal = order.seal();
    state = order.state();
    count = order.count();
    extension = order.extension();
    paper = order.paper();
    sendTime = order.sendTime();
    acknowledgeTime = order.acknowledgeTime();
    answer = order.answer();
    fired = order.fired();
    outflows = order.outflows();
    inflows = order.inflows();
    lifted = order.lifted();
    earlierAnswers = order.earlierAnswers();
    asked = order.asked();
    earlierExtensions = order.earlierExtensions();
    correction = order.correction();
    spoken = order.spoken();
    shares = order.shares();
    laterTransfers = order.laterTransfers();
    mistakenTime = order.mistakenTime();
  }

  /** Another bank learns nothing of the answer of the one before. */
  void redirect(Destination.Bank to, @Nullable Seal newSeal) {
    if (destination instanceof Destination.Bank from && answer instanceof BankAnswer.NotOurs word) {
      asked = new ArrayList<>(asked);
      asked.add(new AskedBank(from, sendTime, acknowledgeTime, word));
    }
    destination = to;
    seal = newSeal;
    sendTime = null;
    acknowledgeTime = null;
    answer = null;
  }

  StopOrder order() {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        count,
        extension,
        paper,
        sendTime,
        acknowledgeTime,
        answer,
        fired,
        outflows,
        inflows,
        lifted,
        earlierAnswers,
        asked,
        earlierExtensions,
        correction,
        spoken,
        shares,
        laterTransfers,
        mistakenTime);
  }
}
