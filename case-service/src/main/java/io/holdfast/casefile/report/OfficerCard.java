package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;

/**
 * An officer as a bank may check him.
 *
 * @param officerNumber 警号
 */
public record OfficerCard(Personal name, String officerNumber, Personal phone) {
  /** Whether nobody is named. */
  public boolean isEmpty() {
    return name.isEmpty() && officerNumber.isEmpty();
  }
}
