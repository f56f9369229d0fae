package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.ClockLimit;

/**
 * The rules a lookup was made under and is judged by for life.
 *
 * @param policy the policy's id
 * @param acknowledge for the institution to take it in hand, from its going out
 * @param answer for its answer, from the same moment
 * @param stepsMax how many institutions of a chain are asked by themselves
 */
public record LookupLimits(
    String policy, ClockLimit acknowledge, ClockLimit answer, int stepsMax) {}
