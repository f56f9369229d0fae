package io.holdfast.freezing.phone;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/** How the bank made sure that the caller is who he says. */
public sealed interface CallerProof {
  /** Not yet: 来电未核实. */
  record NotProven() implements CallerProof {}

  /**
   * He read out the one-time code that was shown to him alone.
   *
   * @param callCode the code's id, never the code
   */
  record ByCallCode(String callCode, Instant checkTime) implements CallerProof {}

  /**
   * The bank rang his unit.
   *
   * @param dialled the number that was rung
   * @param directoryNumber whether that is the unit's number in the directory
   * @param confirmed whether the unit confirmed him
   */
  record ByCallback(
      Personal dialled,
      boolean directoryNumber,
      Instant callbackTime,
      Personal answeredBy,
      boolean confirmed)
      implements CallerProof {
    /** Whether it proves anything. */
    public boolean proves() {
      return directoryNumber && confirmed;
    }
  }
}
