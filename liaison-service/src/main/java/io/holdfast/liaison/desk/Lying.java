package io.holdfast.liaison.desk;

import java.util.List;

/**
 * What lies on an institution's desk for the police, and may lie there too long.
 *
 * @param id of the order or lookup
 * @param subject what is acted on, e.g. {@code stopOrders/0123…}
 * @param institution who is asked
 * @param station the police institution that asks
 * @param stationAncestors nearest first
 * @param region GB/T 2260
 */
public record Lying(
    String id,
    String subject,
    String caseId,
    String institution,
    String station,
    List<String> stationAncestors,
    String region) {
  public Lying {
    stationAncestors = List.copyOf(stationAncestors);
  }
}
