package io.holdfast.liaison.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as it was announced once.
 *
 * @param rev which change of the task it is, from 1
 * @param seq the event of the task's subject that brought it
 * @param time when that event happened, UTC
 * @param open whether there was still something to do
 * @param openTime since when it lies on the desk, UTC
 * @param dueTime what lapses next; null where no clock runs
 * @param doneTime when it left the desk; null while open
 */
public record TaskView(
    long rev,
    long seq,
    Instant time,
    boolean open,
    Instant openTime,
    @Nullable Instant dueTime,
    @Nullable Instant doneTime,
    Urgency urgency) {}
