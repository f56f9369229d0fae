package io.holdfast.freezing.routing;

import java.util.List;

/**
 * One line of the routing table.
 *
 * @param prefix leading digits (BIN); empty for a line by name only
 * @param length digits of the whole number; 0 for any
 * @param names institution names as people say them
 * @param institution where such accounts belong
 */
public record Line(
    String prefix, int length, RoutedKind kind, List<String> names, String institution) {
  public Line {
    names = List.copyOf(names);
  }
}
