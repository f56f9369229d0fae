package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.routing.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stop-payment order (紧急止付): what was asked, where it went, how it stands, and the facts beside
 * its state.
 *
 * @param seal the signature on it as it went out; none while there is no bank
 * @param sendTime when it lay on the bank's desk
 * @param answer the bank's last answer
 * @param fired what its clocks have told, one entry a clock
 */
public record StopOrder(
    StopRequest request,
    Destination destination,
    @Nullable Seal seal,
    StopState state,
    Count count,
    Extension extension,
    Paper paper,
    @Nullable Instant sendTime,
    @Nullable Instant acknowledgeTime,
    @Nullable BankAnswer answer,
    List<FiredClock> fired) {
  public StopOrder {
    fired = List.copyOf(fired);
  }

  /** An order just made, with what there is to tell. */
  public record Made(StopOrder order, List<StopEvent> events) {
    public Made {
      events = List.copyOf(events);
    }
  }

  /**
   * Makes an order. It goes out at once, whatever is known of the account's count; only when the
   * account is known to be full is it withdrawn before it goes anywhere.
   */
  public static Made make(
      StopRequest request, Routing routing, Count count, @Nullable Seal seal, Instant now) {
    var order =
        new StopOrder(
            request,
            Destination.of(routing, now),
            seal,
            new StopState.Issued(now),
            count,
            new Extension.NotRequested(),
            new Paper(new PaperState.NotOwed(), List.of()),
            null,
            null,
            null,
            List.of());
    StopEvent first =
        switch (count) {
          case Count.Exceeded(int max) -> new StopEvent.StopWithdrawn(now, max);
          case Count.Taken _, Count.Pending _ ->
              switch (routing) {
                case Routing.Found _ -> new StopEvent.StopIssued();
                case Routing.Unrouted _ -> new StopEvent.StopUnrouted();
              };
        };
    return new Made(Evolution.evolve(order, first), List.of(first));
  }

  /** The order as of {@code now}: what time has ended has ended, sweeper or no sweeper. */
  public StopOrder at(Instant now) {
    return with(state.at(now)).with(paper.at(now));
  }

  /** The order once the bank's desk has it; the same one where that changes nothing. */
  public StopOrder delivered(Instant now) {
    return state instanceof StopState.Issued && destination instanceof Destination.Bank
        ? with(new StopState.Sent(now)).sentAt(now)
        : this;
  }

  /**
   * The account's places this order needs: a stop that was or may yet be made, an extension asked
   * or granted.
   */
  public boolean needsPlace(Place.Use use) {
    return switch (use) {
      case STOP ->
          switch (state) {
            case StopState.Issued _,
                StopState.Sent _,
                StopState.Acknowledged _,
                StopState.Stopped _,
                StopState.Released _,
                StopState.Lapsed _,
                StopState.Converted _ ->
                true;
            case StopState.Mismatched _,
                StopState.Failed _,
                StopState.NotOurs _,
                StopState.Recalled _ ->
                false;
          };
      case EXTENSION ->
          switch (extension) {
            case Extension.Requested _ -> state.name() == StopStateName.STOPPED || lapsed();
            case Extension.Granted _ -> true;
            case Extension.NotRequested _, Extension.Refused _ -> false;
          };
    };
  }

  private boolean lapsed() {
    return state.name() == StopStateName.LAPSED;
  }

  /** Whether the bank has still to act. */
  boolean awaitsAnswer() {
    return switch (state) {
      case StopState.Issued _, StopState.Sent _, StopState.Acknowledged _ -> true;
      case StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          false;
    };
  }

  /** The limits it is judged by for life. */
  public Limits limits() {
    return request.limits();
  }

  StopOrder with(StopRequest next) {
    return new StopOrder(
        next,
        destination,
        seal,
        state,
        count,
        extension,
        paper,
        sendTime,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder with(StopState next) {
    return new StopOrder(
        request,
        destination,
        seal,
        next,
        count,
        extension,
        paper,
        sendTime,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder with(Count next) {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        next,
        extension,
        paper,
        sendTime,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder with(Extension next) {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        count,
        next,
        paper,
        sendTime,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder with(Paper next) {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        count,
        extension,
        next,
        sendTime,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder with(BankAnswer next) {
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
        next,
        fired);
  }

  StopOrder sentAt(Instant time) {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        count,
        extension,
        paper,
        time,
        acknowledgeTime,
        answer,
        fired);
  }

  StopOrder acknowledgedAt(Instant time) {
    return new StopOrder(
        request, destination, seal, state, count, extension, paper, sendTime, time, answer, fired);
  }

  /** On its way to another bank, which learns nothing of the first one's answer. */
  StopOrder redirected(Destination.Bank to, Seal newSeal) {
    return new StopOrder(
        request, to, newSeal, state, count, extension, paper, null, null, null, fired);
  }

  StopOrder with(FiredClock told) {
    var others = new ArrayList<FiredClock>();
    for (FiredClock one : fired) {
      if (one.clock() != told.clock()) {
        others.add(one);
      }
    }
    others.add(told);
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
        others);
  }
}
