package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Who lost the money. Every member may be empty: nothing about the victim holds an urgent stop
 * back.
 *
 * @param age years at the time of the report, from a resident ID; null where it cannot be told
 */
public record Victim(
    VictimKind kind,
    Personal name,
    IdType idType,
    Personal idNumber,
    Personal phone,
    Personal address,
    String occupation,
    @Nullable Integer age) {
  /** What is told here, and from {@code earlier} what is not. */
  Victim completing(Victim earlier) {
    boolean told = !idNumber.isEmpty();
    return new Victim(
        kind == VictimKind.NOT_GIVEN ? earlier.kind : kind,
        name.isEmpty() ? earlier.name : name,
        idType == IdType.NOT_GIVEN ? earlier.idType : idType,
        told ? idNumber : earlier.idNumber,
        phone.isEmpty() ? earlier.phone : phone,
        address.isEmpty() ? earlier.address : address,
        occupation.isEmpty() ? earlier.occupation : occupation,
        told ? age : earlier.age);
  }
}
