package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * The server behind a landed call.
 *
 * @param host the hosting firm
 */
public record Server(
    Personal address, String host, Personal tenant, Personal note, Instant findTime) {}
