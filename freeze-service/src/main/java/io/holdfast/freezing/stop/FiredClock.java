package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * What a clock has already told, so that it tells everything once.
 *
 * @param dueTime the end it told of; a clock that ends anew starts telling anew
 * @param warnings how many of its warning times have passed and been told of
 * @param missed whether its end was told
 */
public record FiredClock(ClockName clock, Instant dueTime, int warnings, boolean missed) {}
