package io.holdfast.liaison.trace;

/** A hop's clocks. */
public enum ClockName {
  /** The carrier takes the request in hand. */
  ACKNOWLEDGE("trace-acknowledge"),
  /** It preserves what it has. */
  PRESERVE("trace-preserve"),
  /** It answers: the paper's own limit, else the policy's (程序规定 62). */
  ANSWER("trace-hop"),
  /** After that: the grace before the supervisors have it. */
  ESCALATE("trace-escalate");

  private final String word;

  ClockName(String word) {
    this.word = word;
  }

  /** As policies and callers name it. */
  public String word() {
    return word;
  }
}
