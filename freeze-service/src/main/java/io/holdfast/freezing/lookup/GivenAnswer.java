package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.Operator;
import java.time.Instant;

/**
 * An answer as it was given.
 *
 * @param number from 1; a corrected answer gets the next
 * @param operator who answers for it
 * @param next what it has led to
 */
public record GivenAnswer(
    int number, LookupAnswer answer, Operator operator, Instant answerTime, LookupNext next) {
  GivenAnswer with(LookupNext other) {
    return new GivenAnswer(number, answer, operator, answerTime, other);
  }
}
