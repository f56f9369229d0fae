package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;

/** The person who stands behind an answer, as stated. */
public record Operator(Personal name, Personal phone) {}
