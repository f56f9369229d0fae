package io.holdfast.liaison.trace;

import java.time.Instant;

/** What one of a hop's clocks has told already. */
public record FiredClock(ClockName clock, Instant dueTime, int warnings, boolean missed) {}
