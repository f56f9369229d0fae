package io.holdfast.gateway.page;

import org.springframework.http.MediaType;

/**
 * A page or file answered as it stands.
 *
 * @param policy its Content-Security-Policy
 * @param lasting whether its name changes with its content, so that it may be kept for long
 */
record Page(byte[] body, MediaType type, String policy, boolean lasting) {}
