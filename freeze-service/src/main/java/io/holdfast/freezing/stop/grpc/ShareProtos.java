package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.Interest;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.Shares;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.proto.freezing.v1.FurtherInterest;
import io.holdfast.proto.freezing.v1.InterestWord;
import io.holdfast.proto.freezing.v1.SharedStop;
import io.holdfast.proto.freezing.v1.StopOrder;
import java.time.Instant;
import java.util.List;

/** How a stop is shared, as the contract shows it: to each reader what concerns him. */
final class ShareProtos {
  private ShareProtos() {}

  static void add(
      StopOrder.Builder out, io.holdfast.freezing.stop.StopOrder order, boolean inFull) {
    order
        .laterTransfers()
        .forEach(transfer -> out.addLaterTransfers(StopProtos.transfer(transfer, inFull)));
    Purpose purpose = order.request().purpose();
    out.setPurpose(StopProtos.purpose(purpose));
    if (purpose instanceof Purpose.Protective(var time, var form)) {
      out.setConsentTime(StopProtos.time(time)).setConsentForm(form);
    }
    SharedStop shared = shared(order);
    if (!shared.equals(SharedStop.getDefaultInstance())) {
      out.setShared(shared);
    }
    List<Interest> interests = order.shares().interests();
    for (int i = 0; i < interests.size(); i++) {
      out.addFurtherInterests(further(i + 1, interests.get(i)));
    }
  }

  static SharedStop shared(io.holdfast.freezing.stop.StopOrder order) {
    Shares shares = order.shares();
    Shares.Following shown = shares.following();
    if (order.joined() && !order.merged()) {
      return (shown == null ? SharedStop.newBuilder().setJoined(true) : joined(shown)).build();
    }
    return shares.interests().isEmpty() ? SharedStop.getDefaultInstance() : leading(order).build();
  }

  private static SharedStop.Builder joined(Shares.Following shown) {
    SharedStop.Builder out =
        SharedStop.newBuilder()
            .setJoined(true)
            .setOtherInterests(shown.others())
            .setOtherAmountFen(shown.othersFen())
            .setHeldOnAccountFen(shown.heldFen())
            .setWord(word(shown.word()));
    Instant due = shown.releaseDue();
    return due == null ? out : out.setReleaseDueTime(StopProtos.time(due));
  }

  private static SharedStop.Builder leading(io.holdfast.freezing.stop.StopOrder order) {
    Shares shares = order.shares();
    SharedStop.Builder out =
        SharedStop.newBuilder()
            .setOtherInterests(shares.interests().size())
            .setOtherAmountFen(shares.interestsFen())
            .setHeldOnAccountFen(order.heldFen())
            .setWord(shares.ownLetGo() ? InterestWord.LETS_GO : InterestWord.HOLDS);
    if (order.state() instanceof StopState.Stopped) {
      order.releaseTime().ifPresent(time -> out.setReleaseDueTime(StopProtos.time(time)));
    }
    return out;
  }

  private static FurtherInterest further(int number, Interest interest) {
    FurtherInterest.Builder out =
        FurtherInterest.newBuilder()
            .setNumber(number)
            .setStation(interest.station())
            .setAmountFen(interest.amountFen())
            .setJoinTime(StopProtos.time(interest.joinTime()))
            .setWord(word(interest.word()));
    interest.transfers().forEach(each -> out.addTransfers(StopProtos.transfer(each, false)));
    return out.build();
  }

  private static InterestWord word(Interest.Word word) {
    return switch (word) {
      case HOLDS -> InterestWord.HOLDS;
      case KEEPS -> InterestWord.KEEPS;
    };
  }
}
