package io.holdfast.freezing.errand;

import io.holdfast.freezing.lookup.desk.FollowDesk;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.proto.freezing.v1.AccountQueryErrand;
import java.util.List;

/** Does what a lookup's change has left to be done elsewhere. */
public final class LookupErrands implements EventHandler<AccountQueryErrand> {
  private final FollowDesk follow;

  public LookupErrands(FollowDesk follow) {
    this.follow = follow;
  }

  @Override
  public Class<AccountQueryErrand> type() {
    return AccountQueryErrand.class;
  }

  @Override
  public void handle(List<Received<AccountQueryErrand>> batch) {
    for (Received<AccountQueryErrand> received : batch) {
      String query = received.event().getSubject();
      AccountQueryErrand errand = received.data();
      Mutation by = Mutation.unnumbered(received.event());
      switch (errand.getErrandCase()) {
        case FOLLOW_ANSWER -> follow.follow(query, errand.getFollowAnswer().getAnswer(), by);
        case WITHDRAW_ANSWER -> follow.withdraw(query, errand.getWithdrawAnswer().getAnswer(), by);
        case ERRAND_NOT_SET ->
            throw new IllegalArgumentException("an errand without what is to be done");
      }
    }
  }
}
