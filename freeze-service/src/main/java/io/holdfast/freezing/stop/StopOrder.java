package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.phone.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stop-payment order (紧急止付): what was asked, where it went, how it stands, and the facts beside
 * its state.
 *
 * @param seal the signature on it as it went out; none while there is no bank
 * @param sendTime when it lay on the bank's desk
 * @param answer the bank's last answer
 * @param fired what its clocks have told, one entry a clock
 * @param outflows what left the account, those taken back with them
 * @param inflows money of the case that came from its other accounts
 * @param lifted the bank's word that nothing is held any more
 * @param earlierAnswers answers taken back, oldest first
 * @param asked banks that were asked before, whose account it is not
 * @param earlierExtensions answers to an extension taken back, oldest first
 * @param correction what the police put right after a mismatch; null: nothing
 * @param spoken the calls about it, and whether its station stands behind it
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
    List<FiredClock> fired,
    List<Outflow> outflows,
    List<Inflow> inflows,
    Lift.@Nullable Confirmation lifted,
    List<EarlierAnswer> earlierAnswers,
    List<AskedBank> asked,
    List<EarlierExtension> earlierExtensions,
    @Nullable Correction correction,
    Spoken spoken) {
  public StopOrder {
    fired = List.copyOf(fired);
    outflows = List.copyOf(outflows);
    inflows = List.copyOf(inflows);
    earlierAnswers = List.copyOf(earlierAnswers);
    asked = List.copyOf(asked);
    earlierExtensions = List.copyOf(earlierExtensions);
  }

  /**
   * A mismatched request put right.
   *
   * @param stopOrder the order that goes out in its place
   * @param request what that one asks
   */
  public record Correction(String stopOrder, StopRequest request) {}

  /** The order as of {@code now}: what time has ended has ended, sweeper or no sweeper. */
  public StopOrder at(Instant now) {
    return with(state.at(now)).with(paper.at(now)).with(spoken.at(now));
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

  /** The order that corrects this one; empty: none. */
  public String correctedBy() {
    return correction == null ? "" : correction.stopOrder();
  }

  /** Fen of the case that have come to the account. */
  public long receivedFen() {
    return request.amountFen() + inflows.stream().mapToLong(Inflow::amountFen).sum();
  }

  /** The outflow of this number. */
  Optional<Outflow> outflow(int number) {
    return outflows.stream().filter(each -> each.number() == number).findFirst();
  }

  StopOrder with(StopRequest next) {
    return edited(copy -> copy.request = next);
  }

  StopOrder with(StopState next) {
    return edited(copy -> copy.state = next);
  }

  StopOrder with(Count next) {
    return edited(copy -> copy.count = next);
  }

  StopOrder with(Extension next) {
    return edited(copy -> copy.extension = next);
  }

  StopOrder with(Paper next) {
    return edited(copy -> copy.paper = next);
  }

  StopOrder with(Spoken next) {
    return edited(copy -> copy.spoken = next);
  }

  /** As one of the case that adopts it, signed. */
  StopOrder adopted(StopRequest next, Seal newSeal) {
    return edited(
        copy -> {
          copy.request = next;
          copy.seal = newSeal;
        });
  }

  StopOrder with(@Nullable BankAnswer next) {
    return edited(copy -> copy.answer = next);
  }

  StopOrder sentAt(@Nullable Instant time) {
    return edited(copy -> copy.sendTime = time);
  }

  StopOrder acknowledgedAt(@Nullable Instant time) {
    return edited(copy -> copy.acknowledgeTime = time);
  }

  StopOrder withOutflows(List<Outflow> next) {
    return edited(copy -> copy.outflows = next);
  }

  StopOrder withInflows(List<Inflow> next) {
    return edited(copy -> copy.inflows = next);
  }

  StopOrder lifted(Lift.Confirmation confirmation) {
    return edited(copy -> copy.lifted = confirmation);
  }

  StopOrder with(Correction put) {
    return edited(copy -> copy.correction = put);
  }

  /** Keeps an answer that was taken back. */
  StopOrder after(EarlierAnswer earlier) {
    return edited(
        copy -> {
          copy.earlierAnswers = new ArrayList<>(earlierAnswers);
          copy.earlierAnswers.add(earlier);
        });
  }

  /** Whether this bank was asked and said that the account is not its own. */
  public boolean refusedBy(String bank) {
    return asked.stream().anyMatch(each -> each.bank().institution().equals(bank));
  }

  /**
   * The order as a bank knows it that was asked before: with its own answer, and nothing of what
   * followed.
   */
  public StopOrder asKnownTo(String bank) {
    return asked.stream()
        .filter(each -> each.bank().institution().equals(bank))
        .findFirst()
        .map(each -> each.view(request))
        .orElse(this);
  }

  StopOrder after(EarlierExtension earlier) {
    return edited(
        copy -> {
          copy.earlierExtensions = new ArrayList<>(earlierExtensions);
          copy.earlierExtensions.add(earlier);
        });
  }

  /** On its way to another bank, which learns nothing of the first one's answer. */
  StopOrder redirected(Destination.Bank to, Seal newSeal) {
    return edited(
        copy -> {
          if (destination instanceof Destination.Bank from
              && answer instanceof BankAnswer.NotOurs word) {
            copy.asked = new ArrayList<>(asked);
            copy.asked.add(new AskedBank(from, sendTime, acknowledgeTime, word));
          }
          copy.destination = to;
          copy.seal = newSeal;
          copy.sendTime = null;
          copy.acknowledgeTime = null;
          copy.answer = null;
        });
  }

  StopOrder with(FiredClock told) {
    var others = new ArrayList<FiredClock>();
    for (FiredClock one : fired) {
      if (one.clock() != told.clock()) {
        others.add(one);
      }
    }
    others.add(told);
    return edited(copy -> copy.fired = others);
  }

  private StopOrder edited(Consumer<OrderEdit> edit) {
    var copy = new OrderEdit(this);
    edit.accept(copy);
    return copy.order();
  }
}
