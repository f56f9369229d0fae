package io.holdfast.liaison.trace;

/** On whose behalf a hop is dealt with. */
public sealed interface Asked {
  /** The institution itself answers. */
  record Carrier(String institution) implements Asked {}

  /** The police answer for a human outside the system, whose paper they hold. */
  record Police(String institution) implements Asked {}

  /** Who deals with it. */
  default String institution() {
    return switch (this) {
      case Carrier(var institution) -> institution;
      case Police(var institution) -> institution;
    };
  }
}
