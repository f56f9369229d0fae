package io.holdfast.casefile.casefile;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * Something a trace brought to light.
 *
 * @param number position in the case, from 1
 * @param hop the hop that brought it
 * @param withdrawn whether the answer it came from has been taken back
 */
public record Clue(
    int number,
    Kind kind,
    Personal value,
    Personal note,
    String trace,
    int hop,
    Instant findTime,
    boolean withdrawn) {
  /** What it is. */
  public enum Kind {
    NUMBER,
    IP,
    BANK_ACCOUNT,
    PAYMENT_ACCOUNT,
    LOGIN,
    NAME,
    HOST
  }

  Clue numbered(int position) {
    return new Clue(position, kind, value, note, trace, hop, findTime, withdrawn);
  }

  Clue takenBack() {
    return new Clue(number, kind, value, note, trace, hop, findTime, true);
  }

  boolean saysTheSameAs(Clue other) {
    return kind == other.kind
        && value.equals(other.value)
        && trace.equals(other.trace)
        && hop == other.hop
        && withdrawn == other.withdrawn;
  }
}
