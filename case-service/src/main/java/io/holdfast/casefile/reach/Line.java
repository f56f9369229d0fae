package io.holdfast.casefile.reach;

import io.holdfast.casefile.report.AccountKind;
import java.util.List;

/**
 * One line of the routing table.
 *
 * @param prefix leading digits (BIN); empty for a line by name only
 * @param length digits of the whole number; 0 for any
 * @param kind {@link AccountKind#NOT_GIVEN} for any
 * @param names the institution as people call it
 * @param institution where such accounts belong
 */
public record Line(
    String prefix, int length, AccountKind kind, List<String> names, String institution) {
  public Line {
    names = List.copyOf(names);
  }
}
