package io.holdfast.freezing.phone;

/** The states of an adoption by name, as the contract has them. */
public enum AdoptionName {
  ADOPTION_AWAITED,
  ADOPTED,
  DISOWNED,
  UNADOPTED
}
