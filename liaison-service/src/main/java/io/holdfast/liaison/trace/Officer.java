package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;

/** 经办人, as a carrier may check him. */
public record Officer(Personal name, String number, Personal phone) {}
