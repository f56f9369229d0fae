package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.phone.AdoptionName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a command was refused. */
public sealed interface Rejection {
  /** The order's state does not take this command. */
  record WrongState(StopStateName state, List<StopStateName> allowed) implements Rejection {
    public WrongState {
      allowed = List.copyOf(allowed);
    }
  }

  /** The stop has run out. */
  record StopLapsed(Instant lapseTime) implements Rejection {}

  /** These fields differ: 不符的不得止付. */
  record Mismatch(List<MatchField> fields) implements Rejection {
    public Mismatch {
      fields = List.copyOf(fields);
    }
  }

  /** These fields are only consistent, and no reason was given. */
  record UnprovenReasonMissing(List<MatchField> fields) implements Rejection {
    public UnprovenReasonMissing {
      fields = List.copyOf(fields);
    }
  }

  /** These fields are only consistent, and the policy wants proof. */
  record UnprovenNotAllowed(List<MatchField> fields, String policy) implements Rejection {
    public UnprovenNotAllowed {
      fields = List.copyOf(fields);
    }
  }

  /** The bank cannot have acted then. */
  record TimeImpossible(Instant given, Instant earliest, Instant latest) implements Rejection {}

  /** More held than there was. */
  record HeldExceedsBalance(long heldFen, long balanceBeforeFen) implements Rejection {}

  /** Neither a technical nor a business cause was given. */
  record CauseMissing() implements Rejection {}

  /** The extension has been asked for or granted already. */
  record AlreadyExtended() implements Rejection {}

  /** The bank has not answered the extension, or nobody asked for one. */
  record ExtensionNotAnswered() implements Rejection {}

  /** This bank has said already that the account is not its own. */
  record BankAskedBefore(String bank) implements Rejection {}

  /** No more banks. */
  record BanksAskedFull(int max) implements Rejection {}

  /** Nobody asked for an extension. */
  record ExtensionNotRequested() implements Rejection {}

  /** The papers do not take this command in their state. */
  record PaperWrongState(PaperStateName state, List<PaperStateName> allowed) implements Rejection {
    public PaperWrongState {
      allowed = List.copyOf(allowed);
    }
  }

  /** Papers that must be there are not. */
  record PaperIncomplete(List<PaperKind> missing) implements Rejection {
    public PaperIncomplete {
      missing = List.copyOf(missing);
    }
  }

  /** Papers cannot have been handed over then. */
  record HandOverTimeImpossible(Instant given, Instant earliest, Instant latest)
      implements Rejection {}

  /** The papers were refused, and nothing new has been uploaded since. */
  record PaperUnmended(String defect) implements Rejection {}

  /** No more files. */
  record PaperFilesFull(int max) implements Rejection {}

  /** The bank may release for want of papers only when they are overdue. */
  record PaperNotOverdue(PaperStateName state) implements Rejection {}

  /** The policy gives the bank no right to release for want of papers. */
  record OverdueReleaseNotAllowed(String policy) implements Rejection {}

  /** Money that went to an account, but not to which. */
  record OutflowPayeeMissing(int position) implements Rejection {}

  /** Money cannot have left then. */
  record OutflowTimeImpossible(int position, Instant given, Instant earliest, Instant latest)
      implements Rejection {}

  /** A booking cannot have been then. */
  record StatementTimeImpossible(int position, Instant given, Instant earliest, Instant latest)
      implements Rejection {}

  /** The statement's line is not one that this money can have left by. */
  record OutflowLineWrong(int position, int line) implements Rejection {}

  /** More left than had come. */
  record OutflowsExceedReceived(long outflowsFen, long receivedFen) implements Rejection {}

  /** No more outflows. */
  record OutflowsFull(int max) implements Rejection {}

  /** No outflow of this number. */
  record OutflowUnknown(int outflow) implements Rejection {}

  /** The outflow was not held back. */
  record OutflowNotHeldBack(int outflow) implements Rejection {}

  /** What followed on the answer cannot be undone. */
  record AnswerNotCorrectable(Why why) implements Rejection {
    /** What stands in the way. */
    public enum Why {
      /** A second stop was asked for or made on it. */
      EXTENSION,
      /** The request was corrected and sent again. */
      CORRECTED,
      /** It has been corrected too often. */
      TOO_OFTEN,
      /** The bank has confirmed that nothing is held any more. */
      LIFTED
    }
  }

  /** The request has been corrected already. */
  record CorrectedAlready(String stopOrder) implements Rejection {}

  /** The request has been corrected as often as it may be. */
  record CorrectionsExhausted(int max) implements Rejection {}

  /** No more calls. */
  record OralNoticesFull(int max) implements Rejection {}

  /** Nobody called. */
  record OralNoticeMissing() implements Rejection {}

  /** The police asked for the order themselves. */
  record AdoptionNotOwed() implements Rejection {}

  /** The order is one of this case's. */
  record AdoptedAlready(String caseId) implements Rejection {}

  /** The station has not said yet whether it stands behind the order. */
  record AdoptionMissing() implements Rejection {}

  /**
   * The bank may release for want of a station only when there is none.
   *
   * @param adoption null: the police asked for the order themselves
   */
  record NotUnadopted(@Nullable AdoptionName adoption) implements Rejection {}

  /** Nobody wants the stop released. */
  record ReleaseNotDemanded() implements Rejection {}

  /** Nothing is to be confirmed. */
  record LiftNotOwed(StopStateName state) implements Rejection {}
}
