package io.holdfast.liaison.feed;

import io.holdfast.proto.liaison.v1.Task;
import java.time.Instant;

/**
 * A change to be told.
 *
 * @param key what is told, e.g. {@code <task>#<rev>}; a key that the mailbox has already is left
 *     out
 * @param since where the mailbox may have it already
 */
public record Outgoing(String mailbox, String key, Task task, Since since) {
  /** How far back a mailbox must be searched for a key before it is told. */
  public sealed interface Since {
    /** Behind this number: the mailbox's end as known before the change was stored. */
    record After(long seq) implements Since {}

    /**
     * From this time on: the change may have been stored by somebody else, no earlier than then.
     */
    record From(Instant time) implements Since {}
  }
}
