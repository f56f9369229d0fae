package io.holdfast.liaison.desk;

/** What happened to a stop order, as far as it decides more than the card after it. */
public sealed interface StopNews {
  /** A clock will end soon. */
  record Warned(String clock) implements StopNews {}

  /** A clock has ended unmet. */
  record Missed(String clock) implements StopNews {}

  /** The bank has stopped the account a second time: the end is far again. */
  record Extended() implements StopNews {}

  /** Anything else; the card says it all. */
  record Other() implements StopNews {}
}
