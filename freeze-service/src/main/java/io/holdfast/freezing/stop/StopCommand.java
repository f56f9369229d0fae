package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.Decider;
import io.holdfast.freezing.phone.OralNotice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants done with an order. */
public sealed interface StopCommand {
  /** The bank takes it in hand. */
  record Acknowledge() implements StopCommand {}

  /** What the bank answers. */
  sealed interface Answer extends StopCommand {
    /** Who answers for it. */
    Operator operator();
  }

  /**
   * The bank has stopped the account.
   *
   * @param executeTime when its system did so; absent: now
   * @param outflows what had left by then
   * @param holder where the bank tells him
   * @param statement what was booked since the transfer
   */
  record RecordStop(
      Match match,
      @Nullable Instant executeTime,
      long balanceBeforeFen,
      long heldFen,
      String reason,
      List<Outflow> outflows,
      @Nullable Holder holder,
      List<StatementLine> statement,
      Operator operator)
      implements Answer {
    public RecordStop {
      statement = List.copyOf(statement);
      outflows = List.copyOf(outflows);
    }
  }

  /** The bank found a field that does not match. */
  record RecordMismatch(MatchField field, Operator operator) implements Answer {}

  /** The bank could not. */
  record RecordFailure(String technicalCause, String businessCause, Operator operator)
      implements Answer {}

  /**
   * The account is not this bank's.
   *
   * @param hint whose it is, as the bank thinks: an institution's id or name; may be empty
   */
  record RecordNotOurs(String hint, boolean noSuchAccount, Operator operator) implements Answer {}

  /** The bank takes its answer back and gives another. */
  record CorrectAnswer(Answer answer, String reason) implements StopCommand {}

  /** The bank names money that left the account. */
  record RecordOutflows(List<Outflow> outflows) implements StopCommand {
    public RecordOutflows {
      outflows = List.copyOf(outflows);
    }
  }

  /** What was done about an outflow that waited for its next layer. */
  record SettleOutflow(int outflow, Outflow.Next next) implements StopCommand {}

  /** An officer follows an outflow beyond the policy's bounds. */
  record OpenNextLayer(int outflow, String reason) implements StopCommand {}

  /** Money of the case came to the account from another of its accounts. */
  record JoinInflow(Inflow inflow) implements StopCommand {}

  /** What told of such an inflow was taken back; what a later answer has told stays. */
  record LeaveInflow(Inflow.Source source) implements StopCommand {}

  /** The answer that led to this order was taken back. */
  record WithdrawMistaken() implements StopCommand {}

  /** A mismatched request was corrected; another order goes out in its place. */
  record MarkCorrected(StopOrder.Correction correction) implements StopCommand {}

  /**
   * The bank confirms that nothing is held any more.
   *
   * @param liftTime when its system lifted the hold; absent: now
   */
  record ConfirmLift(@Nullable Instant liftTime, Operator operator) implements StopCommand {}

  /** The police take it back before the bank acted. */
  record Recall(String reason) implements StopCommand {}

  /** The police found the money unrelated. */
  record Release(String reason) implements StopCommand {}

  /** The bank releases because its papers are overdue. */
  record ReleaseOverdue(String reason) implements StopCommand {}

  /**
   * The police ask for the second stop.
   *
   * @param stopPlace the account's place that the order's own stop holds
   * @param place the account's place taken for the extension
   */
  record RequestExtension(String reason, int stopPlace, int place) implements StopCommand {}

  /**
   * The bank has stopped a second time.
   *
   * @param executeTime when; absent: now
   */
  record RecordExtension(@Nullable Instant executeTime, Operator operator) implements StopCommand {}

  /** The bank could not extend. */
  record RefuseExtension(String technicalCause, String businessCause, Operator operator)
      implements StopCommand {}

  /**
   * The bank takes its answer to an extension back and says that it has stopped a second time.
   *
   * @param place the account's place for it
   */
  record CorrectToExtension(RecordExtension right, int place, String reason)
      implements StopCommand {}

  /** The bank takes its answer to an extension back and says that it could not. */
  record CorrectToRefusal(RefuseExtension right, String reason) implements StopCommand {}

  /**
   * The order gets its bank: by a person, or by itself after another bank's word.
   *
   * @param seal the signature on the order as it goes to that bank
   */
  record Route(Destination.Bank destination, Seal seal) implements StopCommand {}

  /** A freeze is in force on the account. */
  record Convert(String freezeOrder) implements StopCommand {}

  /** The account says which place the order holds. */
  record TakeCount(int place) implements StopCommand {}

  /** The account says that all of its places are held by others. */
  record ExceedCount(int max) implements StopCommand {}

  /** The account could not be asked; it will be at {@code retryTime}. */
  record PostponeCount(Instant retryTime) implements StopCommand {}

  /**
   * The second officer stands behind the order by his own login.
   *
   * @param officer as his login shows him
   */
  record ConfirmSecondOfficer(Officer officer, Instant time) implements StopCommand {}

  /** Nothing but what time itself has brought about. */
  record FireClocks() implements StopCommand {}

  /** What concerns the spoken word alone. */
  sealed interface OfPhone extends StopCommand {}

  /** The order was given by word of mouth. */
  record RecordNotice(OralNotice notice) implements OfPhone {}

  /** The bank rang the last caller's unit back. */
  record RecordCallback(CallerProof.ByCallback proof) implements OfPhone {}

  /**
   * The station stands behind an order born at the bank.
   *
   * @param officer who says so, as his login shows him
   * @param secondOfficer the case's
   * @param confirmTime when the second officer confirmed for himself; null: not yet
   * @param seal the signature on the order as one of that case
   */
  record Adopt(
      String caseId,
      Officer officer,
      Officer secondOfficer,
      @Nullable Instant confirmTime,
      Seal seal)
      implements OfPhone {}

  /** The station did not ask for it. */
  record Disown(Decider by, String reason) implements OfPhone {}

  /** The bank releases because nobody stands behind the order. */
  record ReleaseUnadopted(String reason) implements OfPhone {}

  /** What concerns the sharing of a stop with other cases. */
  sealed interface OfShares extends StopCommand {}

  /** A further interest joins the stop, or its sums have changed. */
  record JoinInterest(Interest interest) implements OfShares {}

  /** A further interest is over. */
  record LeaveInterest(String order) implements OfShares {}

  /**
   * A station still needs a stop whose release is wanted.
   *
   * @param order the order of its further interest; empty: it wanted the release itself
   */
  record KeepInterest(String order) implements OfShares {}

  /**
   * The account says that another order's stop runs there, or may yet.
   *
   * @param own whether that one is of the same case
   */
  record JoinLead(String lead, boolean own) implements OfShares {}

  /**
   * The leading order is of no use any more.
   *
   * @param lead that order
   * @param destination whither
   * @param seal the signature on it as it goes there; null: the bank has stopped the account
   *     already
   * @param count what the account says now
   */
  record GoAlone(String lead, Destination destination, @Nullable Seal seal, Count count)
      implements OfShares {}

  /** What the leading order shows. */
  record FollowLead(
      Destination destination, StopState state, Extension extension, Shares.Following shown)
      implements OfShares {}

  /** Transfers of the case to the account were told later. */
  record AddTransfers(List<TransferOut> transfers) implements OfShares {
    public AddTransfers {
      transfers = List.copyOf(transfers);
    }
  }

  /** What concerns the papers alone. */
  sealed interface OfPaper extends StopCommand {}

  /** A file is added; its number is given by the order. */
  record AttachPaper(PaperFile file) implements OfPaper {}

  /**
   * The files go to the security desk.
   *
   * @param paperNumber 文号
   * @param countersignDueTime when the desk must have looked at them, by the policy's working days
   * @param shared files of another order that the same paper serves, added first
   */
  record DeliverPaper(String paperNumber, Instant countersignDueTime, List<PaperFile> shared)
      implements OfPaper {
    public DeliverPaper {
      shared = List.copyOf(shared);
    }
  }

  /**
   * The bank has the papers in hand.
   *
   * @param paperNumber 文号, as the bank read it
   * @param officerNumber 警号 of who brought them
   * @param handOverTime when; the clock stops there
   * @param countersignDueTime when the desk must have looked at them
   */
  record BookHandOver(
      String paperNumber, String officerNumber, Instant handOverTime, Instant countersignDueTime)
      implements OfPaper {}

  /** The security desk countersigns. */
  record CountersignPaper() implements OfPaper {}

  /** The security desk refuses and says why. */
  record RefusePaper(String defect) implements OfPaper {}
}
