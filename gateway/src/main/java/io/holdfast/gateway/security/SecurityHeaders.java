package io.holdfast.gateway.security;

import org.springframework.http.HttpHeaders;

/** The headers every answer carries. */
public final class SecurityHeaders {
  private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /**
   * Sets them. A page that runs scripts sets its own Content-Security-Policy afterwards.
   *
   * @param https whether the caller came by TLS, at the ingress or here
   */
  public static void set(HttpHeaders headers, boolean https) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", NOTHING_RUNS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
