package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/** Where a draft stands. Each state carries exactly the facts true in it. */
public sealed interface DraftState {
  /** Being written. */
  record Open() implements DraftState {}

  /** Its case exists because a stop was urgent; the rest is still being written. */
  record CaseOpened(String caseId, Instant openTime) implements DraftState {}

  /** Finished: all of it is in its case. */
  record Filed(String caseId, Instant fileTime) implements DraftState {}

  /**
   * Given up.
   *
   * @param caseId the case a stop had opened; empty where there is none
   * @param by who gave it up, {@code sub}
   */
  record Discarded(String caseId, String by, Instant discardTime, Personal reason)
      implements DraftState {}

  /** Not touched for too long; what was typed is gone. */
  record Swept(Instant sweepTime) implements DraftState {}

  /** The name of a state, without its facts. */
  enum Name {
    OPEN,
    CASE_OPENED,
    FILED,
    DISCARDED,
    SWEPT;

    /** Whether it is still being written. */
    public boolean live() {
      return switch (this) {
        case OPEN, CASE_OPENED -> true;
        case FILED, DISCARDED, SWEPT -> false;
      };
    }
  }

  /** Which of the states it is. */
  default Name name() {
    return switch (this) {
      case Open _ -> Name.OPEN;
      case CaseOpened _ -> Name.CASE_OPENED;
      case Filed _ -> Name.FILED;
      case Discarded _ -> Name.DISCARDED;
      case Swept _ -> Name.SWEPT;
    };
  }

  /** The case it has led to; empty where there is none. */
  default String caseId() {
    return switch (this) {
      case Open _, Swept _ -> "";
      case CaseOpened(var caseId, _) -> caseId;
      case Filed(var caseId, _) -> caseId;
      case Discarded(var caseId, _, _, _) -> caseId;
    };
  }
}
