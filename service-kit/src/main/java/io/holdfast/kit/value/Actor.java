package io.holdfast.kit.value;

import java.util.List;

/**
 * Who did something.
 *
 * @param subject the token's {@code sub}, or {@code system/<policy id>} for a clock
 * @param client the OAuth client the token was issued to; empty for a clock
 * @param institution the actor's institution; empty for a clock
 * @param officer the officer's id; empty for a machine and for a clock
 * @param roles the roles held, as in the token
 */
public record Actor(
    String subject, String client, String institution, String officer, List<String> roles) {
  public Actor {
    roles = List.copyOf(roles);
  }

  /** The actor of a deadline that fired by itself. */
  public static Actor clock(String policyId) {
    return new Actor("system/" + policyId, "", "", "", List.of());
  }
}
