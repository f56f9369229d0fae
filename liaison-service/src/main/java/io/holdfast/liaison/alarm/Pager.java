package io.holdfast.liaison.alarm;

import io.holdfast.kit.value.Personal;

/** Wakes a person by a text message or a call. Every call of it has an end. */
public interface Pager {
  /**
   * Hands a message over.
   *
   * @param key the same for every repeat of this message, so that it is sent once
   * @param text says nothing of any case, person or account
   * @throws Refused for good
   * @throws RuntimeException it may be taken later
   */
  void wake(String key, Personal phone, String text);

  /** The gateway will never take this message. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message) {
      super(message);
    }
  }
}
