package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;

/** Something that leads to who is behind a call. */
public record Subject(Kind kind, Personal value, Personal note) {
  /** What it is. */
  public enum Kind {
    NUMBER,
    IP,
    BANK_ACCOUNT,
    PAYMENT_ACCOUNT,
    LOGIN,
    NAME,
    HOST
  }
}
