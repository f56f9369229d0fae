package io.holdfast.freezing.routing;

import io.holdfast.kit.value.Personal;

/**
 * An account somebody must be found for.
 *
 * @param institutionName the bank as the victim told it; may be empty
 * @param chosen the institution the officer chose himself; empty where he left it to the table
 */
public record Wanted(
    RoutedKind kind, String institutionName, String chosen, Personal accountNumber) {}
