package io.holdfast.liaison;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.officer.IdentityProvider;
import io.holdfast.liaison.officer.Officer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider in memory that can be out of order. */
public final class FakeIdentityProvider implements IdentityProvider {
  /** A user as the provider knows him. */
  public record User(String officerId, Officer officer, String password, boolean enabled) {}

  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean down;

  /** From now on it answers nothing, or again. */
  public void down(boolean isDown) {
    down = isDown;
  }

  public Map<String, User> users() {
    return Map.copyOf(users);
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public void provision(String officerId, Officer officer, Personal initialPassword) {
    answer();
    users.put(officer.username(), new User(officerId, officer, initialPassword.reveal(), true));
  }

  @Override
  public void disable(String username) {
    answer();
    users.computeIfPresent(
        username, (_, user) -> new User(user.officerId(), user.officer(), user.password(), false));
  }

  private void answer() {
    calls.incrementAndGet();
    if (down) {
      throw new IllegalStateException("the provider is down");
    }
  }
}
