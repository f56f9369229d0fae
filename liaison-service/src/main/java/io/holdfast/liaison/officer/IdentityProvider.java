package io.holdfast.liaison.officer;

import io.holdfast.kit.value.Personal;

/**
 * Where officers log in. Both calls may be repeated without harm, and both throw when the provider
 * does not answer or refuses; they are then made again later.
 */
public interface IdentityProvider {
  /**
   * Makes the provider know the officer with exactly these attributes and roles, able to log in.
   *
   * @param officerId 26 characters, for the token's {@code officer} claim
   * @param initialPassword empty where he gets his password another way
   */
  void provision(String officerId, Officer officer, Personal initialPassword);

  /**
   * Locks the officer's account and ends all his sessions; an account that does not exist is locked
   * enough.
   */
  void disable(String username);
}
