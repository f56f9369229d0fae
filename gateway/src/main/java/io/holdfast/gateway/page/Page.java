package io.holdfast.gateway.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A page or file answered as it stands.
 *
 * @param zipped the same bytes by gzip, for who takes them so; null where there are none
 * @param policy its Content-Security-Policy
 * @param lasting whether its name changes with its content, so that it may be kept for long
 */
record Page(byte[] body, byte @Nullable [] zipped, MediaType type, String policy, boolean lasting) {
  Page(byte[] body, MediaType type, String policy) {
    this(body, null, type, policy, false);
  }
}
