package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Contact;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to be followed back.
 *
 * @param contact as the case has it
 * @param called the number that was called
 * @param startTolerance zero: the policy's
 * @param limitEndTime the paper's own limit as an end; null where it is none
 * @param limitLength the paper's own limit as a length; null where it is none
 * @param carrier the victim's, where the officer named it; empty otherwise
 * @param requester {@code sub} of who asks
 */
public record TraceRequest(
    String trace,
    Contact contact,
    Personal called,
    Instant startTime,
    int durationSeconds,
    Duration startTolerance,
    String paperNumber,
    @Nullable Instant limitEndTime,
    @Nullable Duration limitLength,
    String carrier,
    String requester) {}
