package io.holdfast.liaison.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a hop's answer.
 *
 * @param province GB/T 2260, two digits; empty where not told
 * @param record null where the call was not found
 * @param upstream who is to be asked next, or instead; null where nobody is named
 * @param reason why the call was not found, or what is wrong with the paper
 * @param correctionReason why it took an earlier version's place; empty for the first
 */
public record Answer(
    HopCode code,
    ExchangeRole role,
    String province,
    String exchange,
    @Nullable CallRecord record,
    @Nullable Target upstream,
    @Nullable IpLeg ipLeg,
    String reason,
    Operator operator,
    Instant answerTime,
    String correctionReason) {
  /** The incoming leg; unknown where there is no record. */
  public Leg incoming() {
    return record == null ? Leg.UNKNOWN : record.incoming();
  }

  /** Who is to be asked next; null where the way ends here. */
  @Nullable Target next() {
    return switch (code) {
      case UPSTREAM, FOREIGN_GATEWAY -> upstream;
      case ORIGIN, LANDING, NO_RECORD, RETENTION_EXPIRED, NOT_OURS, PORTED_TO, PAPER_INVALID ->
          null;
    };
  }
}
