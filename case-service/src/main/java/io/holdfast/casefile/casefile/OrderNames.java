package io.holdfast.casefile.casefile;

/** Names the orders and lookups of one case before they exist. */
public interface OrderNames {
  /** For what asks for none. */
  OrderNames NONE =
      new OrderNames() {
        @Override
        public String order(int ordinal) {
          throw new IllegalStateException("no order is asked for here");
        }

        @Override
        public String lookup(int ordinal) {
          throw new IllegalStateException("no lookup is asked for here");
        }
      };

  /** The id of the case's order number {@code ordinal}, from 1; always the same one. */
  String order(int ordinal);

  /** The id of the case's urgent lookup number {@code ordinal}, from 1; always the same one. */
  String lookup(int ordinal);
}
