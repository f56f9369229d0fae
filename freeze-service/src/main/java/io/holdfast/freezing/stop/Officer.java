package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;

/**
 * A police officer on an order (经办人, 协查人).
 *
 * @param number 警号
 */
public record Officer(Personal name, String number, Personal phone) {}
