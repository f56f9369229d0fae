package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.List;

/**
 * What was asked for.
 *
 * @param contact the call's position in the case
 * @param stationAncestors nearest first
 * @param region GB/T 2260
 * @param first who is asked first
 * @param requester {@code sub} of the officer who asked
 */
public record TraceRequest(
    String caseId,
    int contact,
    String station,
    List<String> stationAncestors,
    String region,
    CallData call,
    Target first,
    Officer officer,
    String requester,
    Instant requestTime,
    Limits limits) {
  public TraceRequest {
    stationAncestors = List.copyOf(stationAncestors);
  }
}
