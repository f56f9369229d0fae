package io.holdfast.casefile.desk;

import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.value.Personal;

/** Officers as their logins show them. */
final class LoginCards {
  private LoginCards() {}

  /** As told, and as his login shows him where nothing was told. */
  static OfficerCard completed(OfficerCard told, Caller caller) {
    Personal name = caller.name();
    String number = caller.officerNumber();
    return new OfficerCard(
        told.name().isEmpty() && name != null
            ? Personal.of(Personal.Kind.NAME, name.reveal())
            : told.name(),
        told.officerNumber().isEmpty() && number != null ? number : told.officerNumber(),
        told.phone());
  }

  /** By his login alone, under a telephone number known otherwise. */
  static OfficerCard of(Caller caller, Personal phone) {
    return completed(new OfficerCard(Personal.of(Personal.Kind.NAME, ""), "", phone), caller);
  }
}
