package io.holdfast.kit.mongo;

import io.holdfast.kit.value.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision makes of an aggregate.
 *
 * @param next the state after it; null when nothing changes
 * @param access whom it belongs to from now on; null when that stays
 * @param facts what other services are told
 */
public record Change<S>(@Nullable S next, @Nullable Access access, List<Fact> facts) {
  public Change {
    facts = List.copyOf(facts);
  }

  /** A new state and what to tell of it. */
  public static <S> Change<S> to(S next, List<Fact> facts) {
    return new Change<>(next, null, facts);
  }

  /** A new state of which nobody is told. */
  public static <S> Change<S> to(S next) {
    return new Change<>(next, null, List.of());
  }

  /** Nothing is to be done; nothing is written. */
  public static <S> Change<S> none() {
    return new Change<>(null, null, List.of());
  }
}
