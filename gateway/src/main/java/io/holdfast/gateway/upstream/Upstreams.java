package io.holdfast.gateway.upstream;

import io.holdfast.gateway.observe.Meters;
import java.util.LinkedHashMap;
import java.util.Map;

/** All services behind the gateway, by the start of their packages. */
public final class Upstreams implements AutoCloseable {
  private final Map<String, Upstream> byName = new LinkedHashMap<>();

  /** One upstream for each target. */
  public Upstreams(Map<String, String> targets, EventLoops loops, Meters meters) {
    targets.forEach((name, target) -> byName.put(name, new Upstream(name, target, loops, meters)));
  }

  /** The upstream a binding names. */
  public Upstream get(String name) {
    Upstream upstream = byName.get(name);
    if (upstream == null) {
      throw new IllegalArgumentException("no target for " + name);
    }
    return upstream;
  }

  @Override
  public void close() {
    byName.values().forEach(Upstream::close);
  }
}
