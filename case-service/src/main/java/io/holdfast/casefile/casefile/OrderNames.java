package io.holdfast.casefile.casefile;

/** Names the orders of one case before they exist. */
@FunctionalInterface
public interface OrderNames {
  /** The id of the case's order number {@code ordinal}, from 1; always the same one. */
  String order(int ordinal);
}
