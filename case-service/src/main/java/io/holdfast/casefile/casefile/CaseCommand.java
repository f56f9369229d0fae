package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a case. */
public sealed interface CaseCommand {
  /**
   * Adds transfers told later.
   *
   * @param transfers tidied and free of faults
   * @param remarks what they lack
   * @param urgent whether their payee accounts are to be stopped
   * @param institution who adds them
   */
  record AddTransfers(
      List<Transfer> transfers, List<Finding> remarks, boolean urgent, String institution)
      implements CaseCommand {
    public AddTransfers {
      transfers = List.copyOf(transfers);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Completes the report.
   *
   * @param told as it was told; its transfers and contacts carry the numbers of those they
   *     complete, or 0
   * @param rows the draft's rows they come from; null where they come from none
   * @param remarks what could not be read
   * @param urgent whether payee accounts without an order are to be stopped
   * @param phones reads the numbers told
   * @param entryDue until when the first account should have been entered
   * @param by who completes it, {@code sub}
   */
  record CompleteReport(
      Report told,
      DraftOrigin.@Nullable Told rows,
      List<Finding> remarks,
      boolean urgent,
      PhoneNumbers phones,
      Instant entryDue,
      String by,
      String institution)
      implements CaseCommand {}

  /**
   * Asks for a decision on filing.
   *
   * @param applicant who asks, {@code sub}
   * @param applicantCard as his login shows him
   */
  record Review(String applicant, OfficerCard applicantCard, String institution)
      implements CaseCommand {}

  /**
   * Files the case.
   *
   * @param approver who decides, {@code sub}
   */
  record Accept(String approver, String institution, String reason) implements CaseCommand {}

  /**
   * Refuses to file the case.
   *
   * @param approver who decides, {@code sub}
   */
  record Decline(String approver, String institution, String reason) implements CaseCommand {}

  /** The reporter has been given the notice of a refusal. */
  record RecordNotice(FilingNotice notice, String institution) implements CaseCommand {}

  /** The second officer confirms for himself; that it is he has been seen to. */
  record ConfirmSecondOfficer(String by, OfficerCard officer, String institution)
      implements CaseCommand {}

  /**
   * Stops the victim's own accounts for his protection.
   *
   * @param accounts beside those he paid from
   */
  record ProtectVictim(
      List<Account> accounts, Instant consentTime, String consentForm, String institution)
      implements CaseCommand {
    public ProtectVictim {
      accounts = List.copyOf(accounts);
    }
  }

  /** Lifts them again, on his word. */
  record ReleaseProtection(String wordForm, String institution) implements CaseCommand {}

  /** Adds a file whose bytes are already kept; its number is given here. */
  record AddEvidence(EvidenceFile file, String institution) implements CaseCommand {}

  /**
   * Notes what another service tells of one of the case's orders.
   *
   * @param seq number of the word about this order, which rises: one heard before changes nothing
   * @param change UPPER_SNAKE, e.g. {@code STOP_RECORDED}
   * @param state the order's state after it
   * @param institution who acted; empty for a clock
   * @param asked what the order asks, for one that the case did not ask for itself
   * @param mergedInto the case's order on the same account that has its transfers now; empty: none
   */
  record RecordOrder(
      String stopOrder,
      long seq,
      String change,
      OrderState state,
      String institution,
      long amountFen,
      Instant time,
      Asked asked,
      String mergedInto)
      implements CaseCommand {}

  /**
   * What an order asks.
   *
   * @param label masked number of the account
   * @param amountFen fen
   */
  record Asked(String orderNumber, String label, long amountFen, int layer) {}

  /**
   * Notes what freeze-service tells of one of the case's urgent lookups.
   *
   * @param heard the lookup as told; its payee and order are those of this word alone
   * @param change UPPER_SNAKE, e.g. {@code LOOKUP_PAYEE_RECORDED}
   * @param institution who acted; empty for a clock
   */
  record RecordLookup(LookupLink heard, String change, String institution, Instant time)
      implements CaseCommand {
    /** The link after it: an answer stands until another is given or it is taken back. */
    LookupLink after(LookupLink before) {
      boolean told = heard.state() == LookupState.TOLD;
      boolean anew = heard.payee() != null;
      return new LookupLink(
          before.accountQuery(),
          before.transfer(),
          heard.state(),
          heard.institution(),
          before.step(),
          anew ? heard.payee() : told ? before.payee() : null,
          !heard.stopOrder().isEmpty()
              ? heard.stopOrder()
              : told && !anew ? before.stopOrder() : "",
          heard.seq());
    }
  }

  /**
   * Asks for a call to be followed back (信令倒查).
   *
   * @param trace the id the trace will have
   * @param contact the call's position in the case
   * @param called the number that was called; empty: what the case knows
   * @param startTime null: the contact's
   * @param durationSeconds 0: the contact's
   */
  record RequestTrace(
      String trace,
      int contact,
      Personal called,
      @Nullable Instant startTime,
      int durationSeconds,
      Duration startTolerance,
      String paperNumber,
      @Nullable Instant limitEndTime,
      @Nullable Duration limitLength,
      String carrier,
      String requester,
      String institution)
      implements CaseCommand {}

  /**
   * Notes what liaison-service tells of one of the case's traces.
   *
   * @param seq number of the word about this trace, which rises: one heard before changes nothing
   * @param change UPPER_SNAKE, e.g. {@code TRACE_HOP_ANSWERED}
   * @param hop 0 for the whole trace
   * @param clues what it brings to light
   * @param withdrawnOf the hops whose earlier clues no longer hold
   * @param institution who acted; empty for a clock
   */
  record RecordTrace(
      String trace,
      long seq,
      String change,
      int hop,
      TraceState state,
      List<Clue> clues,
      List<Integer> withdrawnOf,
      String institution,
      Instant time)
      implements CaseCommand {
    public RecordTrace {
      clues = List.copyOf(clues);
      withdrawnOf = List.copyOf(withdrawnOf);
    }
  }
}
