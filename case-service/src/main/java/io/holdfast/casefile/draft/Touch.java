package io.holdfast.casefile.draft;

import java.time.Instant;

/** When somebody last saved. */
public record Touch(Author author, Instant time) {}
