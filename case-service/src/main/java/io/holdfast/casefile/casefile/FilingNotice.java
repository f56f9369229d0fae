package io.holdfast.casefile.casefile;

import java.time.Instant;

/**
 * 不予立案通知书, given to the reporter (程序规定 178).
 *
 * @param number the notice's
 * @param deliveryTime UTC
 * @param recordedBy {@code sub}
 */
public record FilingNotice(
    String number, Delivery delivery, Instant deliveryTime, String recordedBy) {
  /** How it reached him. */
  public enum Delivery {
    IN_PERSON,
    BY_POST,
    ELECTRONICALLY
  }
}
