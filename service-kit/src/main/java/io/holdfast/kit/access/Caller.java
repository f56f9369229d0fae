package io.holdfast.kit.access;

import io.holdfast.kit.value.Actor;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.access.v1.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for.
 *
 * @param subject the token's {@code sub}
 * @param client the OAuth client the token was issued to ({@code azp})
 * @param institution id of the caller's institution; empty for Holdfast's own services
 * @param region GB/T 2260 code of the caller's area, e.g. {@code 999001}; empty if the token names
 *     none
 * @param roles the roles held
 * @param officer id of the officer; absent for machines
 * @param officerNumber 警号
 * @param name the person's name, for papers
 * @param tokenExpiry when the token ends; a stream ends then too
 */
public record Caller(
    String subject,
    String client,
    String institution,
    String region,
    Set<Role> roles,
    @Nullable String officer,
    @Nullable String officerNumber,
    @Nullable Personal name,
    Instant tokenExpiry) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the token is a machine's: it names no officer. */
  public boolean machine() {
    return officer == null;
  }

  /** The caller as the author of a change. */
  public Actor actor() {
    return new Actor(
        subject, client, institution, officer == null ? "" : officer, RoleNames.of(roles));
  }
}
