package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;

/**
 * The person at the bank who answers for an answer; of a machine's answer a statement, not a proof.
 */
public record Operator(Personal name, Personal phone) {}
