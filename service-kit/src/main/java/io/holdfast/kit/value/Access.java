package io.holdfast.kit.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who an aggregate belongs to, written with it so that every scope is one equality.
 *
 * @param owner the owning institution and its ancestors when this was written, nearest first
 * @param region the division's prefixes, e.g. {@code 99, 9990, 999001} (GB/T 2260)
 * @param parties other institutions that take part, at most {@value #PARTIES_MAX}
 */
public record Access(List<String> owner, List<String> region, List<String> parties) {
  /** Most institutions that may take part in one aggregate. */
  public static final int PARTIES_MAX = 64;

  public Access {
    owner = List.copyOf(owner);
    region = List.copyOf(region);
    parties = List.copyOf(parties);
    if (parties.size() > PARTIES_MAX) {
      throw new IllegalArgumentException(
          "parties: " + parties.size() + " (expected: at most " + PARTIES_MAX + ")");
    }
  }

  /** Access of an institution with its ancestors (nearest first) in a division. */
  public static Access of(String institution, List<String> ancestors, String division) {
    var owner = new ArrayList<String>();
    owner.add(institution);
    owner.addAll(ancestors);
    return new Access(owner, prefixes(division), List.of());
  }

  /** The same with one more institution taking part. */
  public Access with(String party) {
    Set<String> more = new LinkedHashSet<>(parties);
    more.add(party);
    return new Access(owner, region, List.copyOf(more));
  }

  /** Province, prefecture and county prefixes of a six-digit division code. */
  static List<String> prefixes(String division) {
    return division.length() < 6
        ? List.of(division)
        : List.of(division.substring(0, 2), division.substring(0, 4), division.substring(0, 6));
  }

  /**
   * The prefix a division code stands for as an area of responsibility: trailing zero pairs cut.
   */
  public static String area(String division) {
    String area = division;
    while (area.length() > 2 && area.endsWith("00")) {
      area = area.substring(0, area.length() - 2);
    }
    return area;
  }
}
