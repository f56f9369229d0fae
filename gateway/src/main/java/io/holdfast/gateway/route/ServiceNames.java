package io.holdfast.gateway.route;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which upstream answers a proto service, by the start of its package.
 *
 * @param prefixes e.g. `holdfast.casefile`
 */
public record ServiceNames(List<String> prefixes) {

  /** Names of these upstreams. */
  public ServiceNames(Collection<String> prefixes) {
    this(List.copyOf(prefixes));
  }

  /** The upstream of a full service name such as `holdfast.casefile.v1.Cases`; null: none. */
  public @Nullable String of(String fullServiceName) {
    for (String prefix : prefixes) {
      if (fullServiceName.startsWith(prefix + ".")) {
        return prefix;
      }
    }
    return null;
  }
}
