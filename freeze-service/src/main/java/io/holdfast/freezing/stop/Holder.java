package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;

/**
 * The account's holder as the bank knows him.
 *
 * @param idType as in the contract, e.g. {@code RESIDENT_ID}
 */
public record Holder(Personal name, String idType, Personal idNumber, Personal phone) {}
