package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * One text that one person typed.
 *
 * @param text exactly as typed; empty where he cleared the field
 * @param time when it was saved, UTC
 */
public record TypedText(Personal text, Author author, Instant time) {}
