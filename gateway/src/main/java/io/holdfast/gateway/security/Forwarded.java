package io.holdfast.gateway.security;

import java.net.InetSocketAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What an ingress in front says of the caller; only believed where the settings say that one is.
 *
 * @param trusted whether `X-Forwarded-For` and `X-Forwarded-Proto` are believed
 */
public record Forwarded(boolean trusted) {

  /** The caller's address; of several the one the nearest ingress saw. */
  public String address(ServerHttpRequest request) {
    String chain = trusted ? request.getHeaders().getFirst("X-Forwarded-For") : null;
    if (chain != null && !chain.isBlank()) {
      String nearest = chain.substring(chain.lastIndexOf(',') + 1).strip();
      return nearest.length() > 45 ? "unknown" : nearest;
    }
    InetSocketAddress remote = request.getRemoteAddress();
    return remote == null || remote.getAddress() == null
        ? "unknown"
        : remote.getAddress().getHostAddress();
  }

  /** Whether the caller came by TLS. */
  public boolean https(ServerHttpRequest request) {
    return request.getSslInfo() != null
        || (trusted && "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto")));
  }
}
