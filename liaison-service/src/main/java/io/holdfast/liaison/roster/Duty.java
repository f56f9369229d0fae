package io.holdfast.liaison.roster;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.directory.Desk;

/**
 * One officer on duty.
 *
 * @param phone where he is woken
 */
public record Duty(Desk desk, DutyRole role, Personal name, Personal phone) {}
