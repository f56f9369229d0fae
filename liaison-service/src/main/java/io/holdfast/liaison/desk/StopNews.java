package io.holdfast.liaison.desk;

/** What happened to a stop order, as far as it decides more than the card after it. */
public sealed interface StopNews {
  /** A clock will end soon. */
  record Warned(String clock) implements StopNews {}

  /** A clock has ended unmet. */
  record Missed(String clock) implements StopNews {}

  /** The bank has stopped the account a second time: the end is far again. */
  record Extended() implements StopNews {}

  /**
   * It has arrived on a bank's desk.
   *
   * @param forsaken whether neither man nor machine was there
   */
  record Arrived(boolean forsaken) implements StopNews {}

  /** A bank officer has it in hand. */
  record Acknowledged() implements StopNews {}

  /** The bank could not carry it out. */
  record Failed() implements StopNews {}

  /** It was withdrawn: the account's stops are used up. */
  record Withdrawn() implements StopNews {}

  /** The bank refused the second stop. */
  record ExtensionRefused() implements StopNews {}

  /** The bank has taken its answer back and given another. */
  record Corrected() implements StopNews {}

  /** Anything else; the card says it all. */
  record Other() implements StopNews {}
}
