package io.holdfast.freezing.stop;

import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.kit.value.Personal;

/**
 * The account to stop, as told.
 *
 * @param institutionName the bank as the victim told it; may be empty
 * @param chosenInstitution the institution the officer chose himself; may be empty
 */
public record Payee(
    RoutedKind kind,
    String institutionName,
    String chosenInstitution,
    Personal number,
    Personal name) {}
