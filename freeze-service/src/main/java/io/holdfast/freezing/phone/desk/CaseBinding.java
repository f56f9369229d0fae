package io.holdfast.freezing.phone.desk;

import io.holdfast.freezing.stop.Officer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a case before an order is bound to it.
 *
 * @param station whose case it is
 * @param policy it is judged by
 * @param secondOfficer empty name where there is none
 * @param confirmTime when he confirmed for himself; null: not yet
 */
public record CaseBinding(
    String station, String policy, Officer secondOfficer, @Nullable Instant confirmTime) {}
