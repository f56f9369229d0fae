package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;
import java.util.List;

/** What may be asked of a draft. */
public sealed interface DraftCommand {
  /** Saves what was typed. */
  record Save(List<Edit> edits, Author author) implements DraftCommand {
    public Save {
      edits = List.copyOf(edits);
    }
  }

  /** Chooses the text of a field where several stand. */
  record Settle(Edit choice, Author author) implements DraftCommand {}

  /** Asks a station to go on with it; the unit itself: nobody is asked any more. */
  record Offer(String station) implements DraftCommand {}

  /** Takes it over. */
  record Adopt(Unit station) implements DraftCommand {}

  /** Notes that a stop has opened its case. */
  record OpenCase(String caseId) implements DraftCommand {}

  /**
   * Finishes it.
   *
   * @param edits how many changes its case holds; with more of them by now nothing is finished
   */
  record File(String caseId, long edits) implements DraftCommand {}

  /**
   * Gives it up.
   *
   * @param caseId the case a stop has opened; empty where there is none
   * @param by {@code sub}
   */
  record Discard(String caseId, String by, Personal reason) implements DraftCommand {}
}
