package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;

/**
 * Who types.
 *
 * @param subject {@code sub}
 * @param name for the others to see
 * @param institution his institution's id
 */
public record Author(String subject, Personal name, String institution) {}
