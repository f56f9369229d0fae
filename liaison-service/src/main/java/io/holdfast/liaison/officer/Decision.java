package io.holdfast.liaison.officer;

/** What comes of a command. */
public sealed interface Decision {
  /** It takes effect. */
  record Accepted(OfficerEvent event) implements Decision {}

  /** It was overtaken: nothing is to be done, and nobody is wrong. */
  record Overtaken() implements Decision {}

  /** It cannot be done in this state. */
  record Refused(OfficerState state) implements Decision {}
}
