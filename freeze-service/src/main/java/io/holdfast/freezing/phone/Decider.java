package io.holdfast.freezing.phone;

import io.holdfast.kit.value.Personal;

/**
 * The officer who speaks for the station, as his login shows him.
 *
 * @param number 警号
 */
public record Decider(Personal name, String number) {}
