package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;

/** Who tells it, where that is not the victim; all empty otherwise. */
public record Reporter(Personal name, Personal phone, String relation) {}
