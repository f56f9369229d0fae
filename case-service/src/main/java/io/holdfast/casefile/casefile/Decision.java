package io.holdfast.casefile.casefile;

/** What becomes of a command. */
public sealed interface Decision {
  /** It is carried out. */
  record Accepted(CaseEvent event) implements Decision {}

  /** It is refused; nothing changes. */
  record Rejected(Rejection rejection) implements Decision {}
}
