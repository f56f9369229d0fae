package io.holdfast.freezing.phone;

import io.holdfast.kit.value.Personal;

/**
 * The officer who called, as the one who recorded the call knows him; empty where only the victim
 * came.
 *
 * @param number 警号
 * @param phone the number he called from or gave; never the number to call back
 */
public record CallingOfficer(Personal name, String number, Personal phone) {
  /** Whether no officer is named. */
  public boolean nobody() {
    return name.reveal().isBlank() && number.isBlank();
  }
}
