package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;

/** Who is asked at a hop. */
public sealed interface Target {
  /** Nobody is known; an officer names one. */
  record Unknown() implements Target {}

  /**
   * A carrier or internet firm of the directory.
   *
   * @param exchange as far as known
   */
  record Inside(String institution, String exchange) implements Target {}

  /**
   * One that does not work with Holdfast: a human is asked on paper.
   *
   * @param name the firm
   */
  record Outside(String name, Personal contactName, Personal contactPhone, String exchange)
      implements Target {}

  /** The institution's id; empty where it is none of the directory. */
  default String institution() {
    return switch (this) {
      case Inside(var institution, _) -> institution;
      case Unknown _, Outside _ -> "";
    };
  }

  /** Whether both mean the same firm, whatever the exchange. */
  default boolean sameFirm(Target other) {
    return switch (this) {
      case Unknown _ -> false;
      case Inside(var institution, _) -> institution.equals(other.institution());
      case Outside(var name, _, _, _) ->
          other instanceof Outside(var otherName, _, _, _) && name.equals(otherName);
    };
  }
}
