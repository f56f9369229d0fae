package io.holdfast.gateway.security;

import java.time.Instant;

/**
 * Who holds a token that was checked.
 *
 * @param subject the token's `sub`
 * @param client the OAuth client it was issued to
 * @param expireTime when it ends, UTC
 */
public record Caller(String subject, String client, Instant expireTime) {}
