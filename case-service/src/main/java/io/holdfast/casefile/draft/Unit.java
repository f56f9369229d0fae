package io.holdfast.casefile.draft;

import java.util.List;

/**
 * The institution a draft belongs to.
 *
 * @param ancestors the institutions above it, nearest first
 * @param region GB/T 2260
 */
public record Unit(String id, List<String> ancestors, String region) {
  public Unit {
    ancestors = List.copyOf(ancestors);
  }
}
