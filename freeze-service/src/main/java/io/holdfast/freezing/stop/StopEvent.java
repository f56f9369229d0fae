package io.holdfast.freezing.stop;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
public sealed interface StopEvent {
  record StopIssued() implements StopEvent {}

  /** Made, but nobody knows whose account it is. */
  record StopUnrouted() implements StopEvent {}

  record StopRouted(Destination.Bank destination, Seal seal) implements StopEvent {}

  record StopAcknowledged(Instant time) implements StopEvent {}

  record StopRecorded(BankAnswer.Held answer, Instant until) implements StopEvent {}

  record MismatchRecorded(BankAnswer.Mismatch answer) implements StopEvent {}

  record FailureRecorded(BankAnswer.Failure answer) implements StopEvent {}

  record NotOursRecorded(BankAnswer.NotOurs answer) implements StopEvent {}

  /** The answer was taken back; the events after it are what the right one brings. */
  record AnswerCorrected(EarlierAnswer earlier, Instant time) implements StopEvent {}

  /** Outflows, numbered. */
  record OutflowsRecorded(List<Outflow> outflows) implements StopEvent {
    public OutflowsRecorded {
      outflows = List.copyOf(outflows);
    }
  }

  /** What rested on these outflows does so no more. */
  record OutflowsWithdrawn(List<Integer> outflows, Instant time) implements StopEvent {
    public OutflowsWithdrawn {
      outflows = List.copyOf(outflows);
    }
  }

  record OutflowSettled(int outflow, Outflow.Next next) implements StopEvent {}

  record NextLayerOrdered(int outflow, String reason) implements StopEvent {}

  /** It takes the place of what an earlier answer has told. */
  record InflowJoined(Inflow inflow) implements StopEvent {}

  /** What the order was made for has not come to its account after all. */
  record PaymentWithdrawn(Instant time) implements StopEvent {}

  record InflowLeft(Inflow.Source source) implements StopEvent {}

  record StopCorrected(StopOrder.Correction correction) implements StopEvent {}

  record LiftConfirmed(Lift.Confirmation confirmation) implements StopEvent {}

  record StopRecalled(Instant time, EndCause cause, String reason) implements StopEvent {}

  record StopReleased(Instant time, EndCause cause, String reason) implements StopEvent {}

  record StopLapsed(Instant lapseTime) implements StopEvent {}

  /** The account had been stopped as often as it may be. */
  record StopWithdrawn(Instant time, int max) implements StopEvent {}

  record StopConverted(Instant time, String freezeOrder) implements StopEvent {}

  record ExtensionRequested(Extension.Requested request) implements StopEvent {}

  record ExtensionRecorded(Extension.Granted grant, Instant startTime, Instant until)
      implements StopEvent {}

  record ExtensionRefused(Extension.Refused refusal) implements StopEvent {}

  /**
   * The answer to the extension was taken back; the event after it is what the right one brings.
   *
   * @param first the first stop, as it was
   */
  record ExtensionCorrected(EarlierExtension earlier, StopState.Stopped first)
      implements StopEvent {}

  record CountTaken(int place) implements StopEvent {}

  /** The account was full, but the order had ended before that was known. */
  record CountExceeded(int max) implements StopEvent {}

  record CountPostponed(Instant retryTime) implements StopEvent {}

  record PaperAttached(PaperFile file) implements StopEvent {}

  /**
   * @param shared files of another order that the same paper serves
   */
  record PaperDelivered(PaperState.Delivered delivery, List<PaperFile> shared)
      implements StopEvent {
    public PaperDelivered {
      shared = List.copyOf(shared);
    }
  }

  record PaperCountersigned(PaperState.Countersigned signature) implements StopEvent {}

  record PaperRefused(PaperState.Refused refusal) implements StopEvent {}

  record SecondOfficerConfirmed(SecondOfficer.Confirmed word) implements StopEvent {}

  /** What was spoken about it. */
  sealed interface OfPhone extends StopEvent {}

  /** Born at the bank, on a call or for a victim at its counter. */
  record StopPhoned() implements OfPhone {}

  record OralNoticeRecorded(OralNotice notice) implements OfPhone {}

  record CallbackRecorded(CallerProof.ByCallback proof) implements OfPhone {}

  /**
   * The station stands behind it.
   *
   * @param request as one of the case it is bound to
   */
  record StopAdopted(Adoption.Adopted adoption, StopRequest request, Seal seal)
      implements OfPhone {}

  record StopDisowned(Adoption.Disowned adoption) implements OfPhone {}

  /** What happened to the sharing of a stop with other cases. */
  sealed interface OfShares extends StopEvent {}

  /** The order has joined the stop of {@code lead} as a further interest. */
  record InterestJoined(String lead, Instant time) implements OfShares {}

  /** The order {@code lead} of the same case has the account already; it gets the transfers. */
  record OrderMerged(String lead, Instant time) implements OfShares {}

  /** The order goes to its bank by itself. */
  record WentAlone(Destination.Bank destination, @Nullable Seal seal, Count count)
      implements OfShares {}

  /**
   * The stop that the bank made on a call stands by itself, as the bank told of it.
   *
   * @param heldFen fen held
   */
  record StoodAlone(Count count, long heldFen) implements OfShares {}

  /** The leading order has shown something new. */
  record LeadFollowed(StopCommand.FollowLead shown, News news) implements OfShares {
    /** What is worth telling of it. */
    public enum News {
      NOTHING,
      NOT_OURS,
      ROUTED,
      ACKNOWLEDGED,
      STOPPED,
      RELEASED,
      LAPSED,
      CONVERTED,
      EXTENSION_REQUESTED,
      EXTENSION_GRANTED,
      EXTENSION_REFUSED,
      RELEASE_DEMANDED,
      KEPT
    }
  }

  /** A further interest stands in the stop. */
  record InterestAdded(Interest interest, boolean news) implements OfShares {}

  record InterestLeft(String order) implements OfShares {}

  /** A station keeps the stop; the order's own where {@code order} is empty. */
  record InterestKept(String order) implements OfShares {}

  record ReleaseDemanded(Shares.Demand demand) implements OfShares {}

  /** The order came to nothing: its interests go alone. */
  record InterestsDissolved(List<String> orders) implements OfShares {
    public InterestsDissolved {
      orders = List.copyOf(orders);
    }
  }

  /** What the interests see has changed. */
  record SharesChanged() implements OfShares {}

  record TransfersAdded(List<TransferOut> transfers) implements OfShares {
    public TransfersAdded {
      transfers = List.copyOf(transfers);
    }
  }

  /**
   * A clock will end soon.
   *
   * @param warnings how many of its warning times have passed
   */
  record ClockWarned(ClockName clock, Instant dueTime, int warnings) implements StopEvent {}

  /** A clock has ended unmet. */
  record ClockMissed(ClockName clock, Instant dueTime) implements StopEvent {}
}
