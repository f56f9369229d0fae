package io.holdfast.freezing.phone.policy;

import java.time.Duration;
import java.util.List;

/**
 * What a policy says of the spoken word.
 *
 * @param policy the policy's id
 * @param adoption for the station named to adopt or disown, from the record's opening
 * @param adoptionWarnings how long before its end a warning goes out
 * @param adoptionBasis the article it rests on
 * @param lateEntry after how long an entry is late and wants a reason
 * @param codeLife how long a one-time code lives
 * @param codeTriesMax how many wrong codes one person may type within {@code codeLock}
 * @param codeLock how long he must wait then
 */
public record PhoneLimits(
    String policy,
    Duration adoption,
    List<Duration> adoptionWarnings,
    String adoptionBasis,
    Duration lateEntry,
    Duration codeLife,
    int codeTriesMax,
    Duration codeLock) {
  public PhoneLimits {
    adoptionWarnings = List.copyOf(adoptionWarnings);
  }
}
