package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;

/**
 * What somebody typed into one field.
 *
 * @param path which field
 * @param text as typed; empty: cleared
 * @param seenVersion the field's version he saw; 0 for a field without text
 */
public record Edit(String path, Personal text, long seenVersion) {}
