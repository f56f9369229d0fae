package io.holdfast.liaison.trace;

/** What a carrier answers. */
public enum HopCode {
  UPSTREAM,
  ORIGIN,
  LANDING,
  FOREIGN_GATEWAY,
  NO_RECORD,
  RETENTION_EXPIRED,
  NOT_OURS,
  PORTED_TO,
  PAPER_INVALID
}
