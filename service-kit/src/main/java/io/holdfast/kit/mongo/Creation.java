package io.holdfast.kit.mongo;

import io.holdfast.kit.value.Access;
import java.util.List;

/**
 * A new aggregate.
 *
 * @param id derived from the request or event that causes it, so that a repeat meets the first one
 * @param policy the policy it is opened under
 * @param access whom it belongs to
 * @param state its first state
 * @param facts what other services are told
 */
public record Creation<S>(String id, String policy, Access access, S state, List<Fact> facts) {
  public Creation {
    facts = List.copyOf(facts);
  }
}
