package io.holdfast.kit.mongo;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param nextPageToken where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, String nextPageToken) {
  public Page {
    items = List.copyOf(items);
  }
}
