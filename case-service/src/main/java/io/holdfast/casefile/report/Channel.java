package io.holdfast.casefile.report;

/** The way a report came in. */
public enum Channel {
  NOT_GIVEN,
  /** 110 call. */
  EMERGENCY_110,
  /** At the station's window. */
  WINDOW,
  /** 96110 anti-fraud line. */
  HOTLINE_96110,
  FROM_BANK,
  /** From another unit. */
  HANDED_OVER
}
