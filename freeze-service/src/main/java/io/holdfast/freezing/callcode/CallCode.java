package io.holdfast.freezing.callcode;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code, shown to one officer and read out by him. The code itself stands nowhere.
 *
 * @param bound keyed hash of bank, account and amount, together
 * @param hash keyed hash of the code
 * @param station the officer's unit
 * @param officerName as his login showed him
 * @param officerNumber 警号
 * @param use who used it up; null: nobody
 */
public record CallCode(
    String bound,
    String hash,
    String station,
    Personal officerName,
    String officerNumber,
    Instant issueTime,
    Instant expireTime,
    @Nullable Use use) {
  /**
   * The one check it was good for.
   *
   * @param subject who typed it
   * @param institution where he works
   * @param request which request of his it was
   */
  public record Use(String subject, String institution, String request, Instant time) {}

  /** Whether it may still be checked at {@code now}. */
  public boolean usable(Instant now) {
    return use == null && now.isBefore(expireTime);
  }

  /** Used up. */
  public CallCode used(Use by) {
    return new CallCode(
        bound, hash, station, officerName, officerNumber, issueTime, expireTime, by);
  }
}
