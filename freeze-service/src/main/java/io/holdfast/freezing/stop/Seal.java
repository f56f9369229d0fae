package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;

/**
 * The police side's detached signature on the order as it went to its bank.
 *
 * @param signedText canonical JSON (RFC 8785)
 * @param signature Ed25519, Base64
 * @param keyId whose public key proves it
 */
public record Seal(Personal signedText, String signature, String keyId) {}
