package io.holdfast.freezing.phone;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;

/**
 * An order given by word of mouth (口头通知).
 *
 * @param calleeName who took the call at the bank
 * @param byBank whether the bank recorded it; otherwise the police did
 * @param victimPresent whether the victim stood at the counter
 * @param flags what is odd about the times told
 * @param lateReason why it was entered late, or why odd times are right; may be empty
 */
public record OralNotice(
    CallingOfficer caller,
    Personal calleeName,
    Personal calleePhone,
    Instant callTime,
    Instant entryTime,
    boolean byBank,
    boolean victimPresent,
    CallerProof proof,
    List<TimeFlag> flags,
    String lateReason) {
  public OralNotice {
    flags = List.copyOf(flags);
  }

  /** The same with another proof of its caller. */
  OralNotice with(CallerProof next) {
    return new OralNotice(
        caller,
        calleeName,
        calleePhone,
        callTime,
        entryTime,
        byBank,
        victimPresent,
        next,
        flags,
        lateReason);
  }
}
