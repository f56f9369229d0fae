package io.holdfast.freezing.stop;

import java.time.Duration;

/**
 * A clock of a fixed length.
 *
 * @param length how long it runs
 * @param notice how it warns
 */
public record ClockLimit(Duration length, Notice notice) {}
