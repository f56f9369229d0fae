package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import io.holdfast.freezing.account.Joining;
import io.holdfast.freezing.stop.StopEvent.LeadFollowed.News;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Several victims, one account: further interests join the running stop, and nobody releases it
 * over another's head. It is released when every station has let go, or when the policy's notice to
 * each that said nothing is over; a station that keeps it lets it run to its end.
 */
final class ShareRules {
  private ShareRules() {}

  static Decision judge(StopOrder order, StopCommand.OfShares command, Instant now) {
    return switch (command) {
      case StopCommand.JoinInterest(var interest) -> join(order, interest);
      case StopCommand.LeaveInterest(var of) ->
          order.shares().interest(of).isPresent()
              ? accept(new StopEvent.InterestLeft(of))
              : accept();
      case StopCommand.KeepInterest(var of) -> keep(order, of);
      case StopCommand.JoinLead(var lead, boolean own) -> joinLead(order, lead, own, now);
      case StopCommand.GoAlone alone -> goAlone(order, alone, now);
      case StopCommand.FollowLead shown -> follow(order, shown);
      case StopCommand.AddTransfers(var transfers) -> add(order, transfers);
    };
  }

  /** What a bank does, it does to the order it was sent. */
  static boolean ofBank(StopCommand command) {
    return command instanceof StopCommand.Acknowledge
        || command instanceof StopCommand.Answer
        || command instanceof StopCommand.CorrectAnswer
        || command instanceof StopCommand.RecordOutflows
        || command instanceof StopCommand.ConfirmLift
        || command instanceof StopCommand.ReleaseOverdue
        || command instanceof StopCommand.RecordExtension
        || command instanceof StopCommand.RefuseExtension
        || command instanceof StopCommand.CorrectToExtension
        || command instanceof StopCommand.CorrectToRefusal;
  }

  /** Refused without a word where the order leads no more: the interest then goes alone. */
  private static Decision join(StopOrder order, Interest interest) {
    if (!Sharing.leads(order)) {
      return accept();
    }
    Interest known = order.shares().interest(interest.order()).orElse(null);
    if (known != null) {
      return known.transfers().equals(interest.transfers())
          ? accept()
          : accept(new StopEvent.InterestAdded(known.paying(interest.transfers()), false));
    }
    return order.shares().interests().size() < order.limits().interestsMax()
        ? accept(new StopEvent.InterestAdded(interest, true))
        : accept();
  }

  private static Decision keep(StopOrder order, String of) {
    return switch (order.state()) {
      case StopState.Stopped _ -> {
        boolean demanded =
            of.isEmpty()
                ? order.shares().ownLetGo()
                : order.shares().demand() != null && order.shares().interest(of).isPresent();
        if (!demanded) {
          yield reject(new Rejection.ReleaseNotDemanded());
        }
        boolean kept =
            order
                .shares()
                .interest(of)
                .filter(each -> each.word() == Interest.Word.KEEPS)
                .isPresent();
        yield kept ? accept() : accept(new StopEvent.InterestKept(of));
      }
      case StopState.Lapsed(_, _, var lapse) -> reject(new Rejection.StopLapsed(lapse));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.STOPPED);
    };
  }

  /**
   * An order its bank has in hand stays with it; its account is asked again. A further interest
   * whose case turns out to be the leading order's is one no more.
   */
  private static Decision joinLead(StopOrder order, String lead, boolean own, Instant now) {
    boolean asks = order.count() instanceof Count.Pending && Sharing.joining(order) != Joining.NONE;
    return asks || (own && follows(order, lead)) ? accept(joined(lead, own, now)) : accept();
  }

  private static StopEvent joined(String lead, boolean own, Instant now) {
    return own ? new StopEvent.OrderMerged(lead, now) : new StopEvent.InterestJoined(lead, now);
  }

  private static Decision goAlone(StopOrder order, StopCommand.GoAlone alone, Instant now) {
    boolean rests = order.count() instanceof Count.Joined(var lead, _) && lead.equals(alone.lead());
    if (!rests || Sharing.leftByItself(order)) {
      return accept();
    }
    return switch (alone.count()) {
      case Count.Joined(var lead, boolean own) -> accept(joined(lead, own, now));
      case Count.Exceeded(int max) -> accept(new StopEvent.StopWithdrawn(now, max));
      case Count.Taken _, Count.Pending _ when order.answer() instanceof BankAnswer.Held held ->
          accept(new StopEvent.StoodAlone(alone.count(), held.heldFen()));
      case Count.Taken _, Count.Pending _ ->
          switch (alone.destination()) {
            case Destination.Bank(var bank, var basis, var reason, _) ->
                accept(
                    new StopEvent.WentAlone(
                        new Destination.Bank(bank, basis, reason, now),
                        alone.seal(),
                        alone.count()));
            case Destination.Unrouted _ ->
                throw new IllegalStateException("an order joins at its bank's account only");
          };
    };
  }

  private static Decision follow(StopOrder order, StopCommand.FollowLead command) {
    Shares.Following before = order.shares().following();
    if (!follows(order, command.shown().lead())
        || (before != null && before.version() >= command.shown().version())) {
      return accept();
    }
    return accept(new StopEvent.LeadFollowed(command, news(order, command)));
  }

  /** Whether it is a further interest in that order's stop, and its station has not left it. */
  private static boolean follows(StopOrder order, String lead) {
    return order.count() instanceof Count.Joined(var followed, boolean own)
        && !own
        && followed.equals(lead)
        && !Sharing.leftByItself(order);
  }

  private static News news(StopOrder order, StopCommand.FollowLead shown) {
    boolean moved = !order.destination().bank().equals(shown.destination().bank());
    News news = newsOfStop(order, shown);
    return moved && news == News.NOTHING ? News.ROUTED : news;
  }

  private static News newsOfStop(StopOrder order, StopCommand.FollowLead shown) {
    StopStateName after = shown.state().name();
    if (order.state().name() != after) {
      return switch (shown.state()) {
        case StopState.NotOurs _ -> News.NOT_OURS;
        case StopState.Acknowledged _ -> News.ACKNOWLEDGED;
        case StopState.Stopped _ ->
            shown.extension() instanceof Extension.Granted ? News.EXTENSION_GRANTED : News.STOPPED;
        case StopState.Released _ -> News.RELEASED;
        case StopState.Lapsed _ -> News.LAPSED;
        case StopState.Converted _ -> News.CONVERTED;
        case StopState.Issued _,
            StopState.Sent _,
            StopState.Mismatched _,
            StopState.Failed _,
            StopState.Recalled _ ->
            News.NOTHING;
      };
    }
    if (!order.extension().getClass().equals(shown.extension().getClass())) {
      return switch (shown.extension()) {
        case Extension.Requested _ -> News.EXTENSION_REQUESTED;
        case Extension.Granted _ -> News.EXTENSION_GRANTED;
        case Extension.Refused _ -> News.EXTENSION_REFUSED;
        case Extension.NotRequested _ -> News.NOTHING;
      };
    }
    Shares.Following before = order.shares().following();
    Instant dueBefore = before == null ? null : before.releaseDue();
    Instant due = shown.shown().releaseDue();
    if (Objects.equals(dueBefore, due)) {
      return News.NOTHING;
    }
    return due == null ? News.KEPT : News.RELEASE_DEMANDED;
  }

  /** Told again, a transfer is the same one; an order that has ended takes none. */
  private static Decision add(StopOrder order, List<TransferOut> told) {
    if (!Sharing.takesTransfers(order)) {
      return accept();
    }
    var fresh = new ArrayList<TransferOut>();
    for (TransferOut transfer : told) {
      if (!Sharing.carries(order, transfer)) {
        fresh.add(transfer);
      }
    }
    return fresh.isEmpty() ? accept() : accept(new StopEvent.TransfersAdded(fresh));
  }

  /** The end of a running stop: a wish only, while others have an interest in it. */
  static StopEvent release(StopOrder order, EndCause cause, String reason, Instant now) {
    Shares shares = order.shares();
    if (shares.interests().isEmpty()) {
      return new StopEvent.StopReleased(now, cause, reason);
    }
    Instant since = shares.demand() == null ? now : shares.demand().time();
    return new StopEvent.ReleaseDemanded(new Shares.Demand(since, cause, reason));
  }

  /** With what the events bring about for those who share the stop. */
  static List<StopEvent> completed(StopOrder before, List<StopEvent> events, Instant now) {
    StopOrder after = Evolution.evolve(before, events);
    var all = new ArrayList<>(events);
    Shares.Demand demand = after.shares().demand();
    if (demand != null
        && after.state() instanceof StopState.Stopped
        && after.releaseTime().filter(time -> !time.isAfter(now)).isPresent()) {
      var end = new StopEvent.StopReleased(now, demand.cause(), demand.reason());
      all.add(end);
      after = Evolution.evolve(after, end);
    }
    if (after.joined()) {
      if (!before.shares().interests().isEmpty()) {
        // At the bank it was sent on to another order leads: they ask there for themselves.
        all.add(dissolved(before.shares()));
      }
      if (!before.request().caseId().equals(after.request().caseId())) {
        all.add(new StopEvent.SharesChanged());
      }
      return all;
    }
    if (after.shares().interests().isEmpty()) {
      return all;
    }
    if (Sharing.cameToNothing(after)) {
      all.add(dissolved(after.shares()));
    } else if (!Sharing.shownAlike(before, after)) {
      all.add(new StopEvent.SharesChanged());
    }
    return all;
  }

  private static StopEvent dissolved(Shares shares) {
    return new StopEvent.InterestsDissolved(
        shares.interests().stream().map(Interest::order).toList());
  }
}
