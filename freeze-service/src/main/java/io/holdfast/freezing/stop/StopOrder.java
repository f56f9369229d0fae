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
 * @param shares how it shares its account's stop with other cases
 * @param laterTransfers the case's transfers to the account told after the order went out, which
 *     its signature does not cover
 * @param mistakenTime when it was taken back that what the order was made for has come to its
 *     account; null: it stands
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
    Spoken spoken,
    Shares shares,
    List<TransferOut> laterTransfers,
    @Nullable Instant mistakenTime)
    implements Funds {
  public StopOrder {
    fired = List.copyOf(fired);
    outflows = List.copyOf(outflows);
    inflows = List.copyOf(inflows);
    earlierAnswers = List.copyOf(earlierAnswers);
    asked = List.copyOf(asked);
    earlierExtensions = List.copyOf(earlierExtensions);
    laterTransfers = List.copyOf(laterTransfers);
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
    return with(stateAt(now)).with(paper.at(now)).with(spoken.at(now));
  }

  private StopState stateAt(Instant now) {
    Shares.Demand demand = shares.demand();
    return demand != null
            && state instanceof StopState.Stopped(_, _, var until)
            && releaseTime().filter(time -> time.isBefore(until) && !time.isAfter(now)).isPresent()
        ? new StopState.Released(releaseTime().get(), demand.cause(), demand.reason())
        : state.at(now);
  }

  /** When a shared stop is released unless a station speaks; empty: it is not. */
  public Optional<Instant> releaseTime() {
    return shares.releaseTime(limits().releaseNotice().length());
  }

  /** The order once the bank's desk has it; the same one where that changes nothing. */
  public StopOrder delivered(Instant now) {
    return state instanceof StopState.Issued && destination instanceof Destination.Bank && !joined()
        ? with(new StopState.Sent(now)).sentAt(now)
        : this;
  }

  /**
   * The account's places this order needs: a stop that was or may yet be made, an extension asked
   * or granted.
   */
  public boolean needsPlace(Place.Use use) {
    return switch (use) {
      case STOP -> state.usesStop();
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

  /** Whether another order's stop stands for it: the bank has nothing to do with this one. */
  public boolean joined() {
    return count instanceof Count.Joined;
  }

  /** Whether the case has another order on the account, which has this one's transfers. */
  public boolean merged() {
    return count instanceof Count.Joined(_, boolean own) && own;
  }

  /** Whether it was born at the bank, on a call or for a victim at its counter. */
  public boolean born() {
    return spoken.adoption() != null;
  }

  /** Whether the bank has stopped the account for it without having been sent it. */
  public boolean madeByBank() {
    return born() && answer instanceof BankAnswer.Held;
  }

  /** The limits it is judged by for life. */
  public Limits limits() {
    return request.limits();
  }

  /** The order that corrects this one; empty: none. */
  public String correctedBy() {
    return correction == null ? "" : correction.stopOrder();
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

  StopOrder mistaken(Instant time) {
    return edited(copy -> copy.mistakenTime = time);
  }

  StopOrder withInflows(List<Inflow> next) {
    return edited(copy -> copy.inflows = next);
  }

  StopOrder lifted(Lift.Confirmation confirmation) {
    return edited(copy -> copy.lifted = confirmation);
  }

  StopOrder with(Shares next) {
    return edited(copy -> copy.shares = next);
  }

  StopOrder adding(List<TransferOut> more) {
    return edited(
        copy -> {
          copy.laterTransfers = new ArrayList<>(laterTransfers);
          copy.laterTransfers.addAll(more);
        });
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

  /** As it goes along with the order it follows, whose bank has said that it is not its account. */
  public StopOrder along(StopOrder lead) {
    return lead.refusedBy(destination.bank()) ? sentTo(lead.destination) : this;
  }

  /** On its way there with the order it follows, which is the one that carries a signature. */
  StopOrder sentTo(Destination to) {
    return to.bank().equals(destination.bank())
        ? this
        : edited(
            copy -> {
              copy.destination = to;
              copy.seal = null;
            });
  }

  /** On its way to another bank, which learns nothing of the first one's answer. */
  StopOrder redirected(Destination.Bank to, @Nullable Seal newSeal) {
    return edited(copy -> copy.redirect(to, newSeal));
  }

  StopOrder with(FiredClock told) {
    var others = new ArrayList<>(fired);
    others.removeIf(one -> one.clock() == told.clock());
    others.add(told);
    return edited(copy -> copy.fired = others);
  }

  private StopOrder edited(Consumer<OrderEdit> edit) {
    var copy = new OrderEdit(this);
    edit.accept(copy);
    return copy.order();
  }
}
