package io.holdfast.freezing.phone.desk;

import java.util.Optional;

/** The cases, as case-service knows them. */
@FunctionalInterface
public interface Cases {
  /**
   * The case; empty where there is none.
   *
   * @throws io.holdfast.kit.problem.Problem PEER_UNAVAILABLE while nobody answers
   */
  Optional<CaseBinding> find(String id);
}
