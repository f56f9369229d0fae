package io.holdfast.casefile.draft;

import java.util.Set;

/** What becomes of a command. */
public sealed interface DraftDecision {
  /** The draft after it; the same one where nothing is to be done. */
  record Changed(Draft next) implements DraftDecision {}

  /** It is refused; nothing changes. */
  record Rejected(Refused why) implements DraftDecision {}

  /** Why a command is refused. */
  sealed interface Refused {
    /**
     * The draft's state does not allow it.
     *
     * @param allowed the states that would
     */
    record WrongState(DraftState.Name state, Set<DraftState.Name> allowed) implements Refused {}

    /** It was not offered to that institution. */
    record NotOffered() implements Refused {}

    /** Somebody has changed the field since the texts were read that he chose from. */
    record FieldMoved(String path, long version) implements Refused {}

    /** The draft holds as much as it may. */
    record Full(Part part, int limit) implements Refused {}
  }

  /** What a draft holds a limited number of. */
  enum Part {
    FIELDS,
    TEXTS
  }
}
