package io.holdfast.liaison.routing;

/** Where an account belongs, and what decided. */
public sealed interface Found {
  /** By the longest number range, e.g. {@code BIN 990001, table 3}. */
  record ByNumber(String institution, String prefix, long table) implements Found {}

  /** By the institution's name and the kind of account. */
  record ByName(String institution, String name, long table) implements Found {}

  /** The officer chose it himself. */
  record ByOfficer(String institution) implements Found {}

  /** Nobody claims it: a person must look. */
  record Unrouted(long table) implements Found {}
}
