package io.holdfast.freezing.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that left the account, as its bank names it.
 *
 * @param number position in the order, from 1; 0 while it is only told
 * @param payee where it went; null for cash and purchases
 * @param amountFen fen, greater than 0
 * @param time as booked
 * @param serialNumber 流水号; may be empty
 * @param place branch, machine or merchant; may be empty
 * @param line the line of the answer's statement it stands in, from 1; 0: none is named
 * @param next what was done about it
 */
public record Outflow(
    int number,
    Kind kind,
    @Nullable Payee payee,
    long amountFen,
    Instant time,
    String serialNumber,
    String place,
    int line,
    Next next) {
  /** Most outflows of one order. */
  public static final int MAX = 200;

  /** How money left. */
  public enum Kind {
    /** 转出: it can be followed. */
    TO_ACCOUNT,
    /** 取现. */
    CASH,
    /** 消费. */
    PURCHASE
  }

  /** What was done about an outflow. */
  public sealed interface Next {
    /** Nothing can follow. */
    record EndsHere() implements Next {}

    /**
     * The next order is being made.
     *
     * @param beyondBounds whether an officer decided so in spite of the policy's bounds
     */
    record Opening(boolean beyondBounds) implements Next {}

    /** The next layer's order is out. */
    record Opened(String stopOrder) implements Next {}

    /** The account has an order of this case already. */
    record Joined(String stopOrder) implements Next {}

    /** Beyond the policy's bounds; an officer decides. */
    record HeldBack(Bound bound) implements Next {}

    /**
     * The answer that named it was taken back.
     *
     * @param before what had been done about it
     */
    record Withdrawn(Instant time, Next before) implements Next {}
  }

  /** What bounds a case's layers. */
  public enum Bound {
    LAYERS("layers"),
    ORDERS_PER_CASE("orders-per-case");

    private final String word;

    Bound(String word) {
      this.word = word;
    }

    /** As in the policy files. */
    public String word() {
      return word;
    }
  }

  Outflow numbered(int position) {
    Next first = kind == Kind.TO_ACCOUNT ? new Next.Opening(false) : new Next.EndsHere();
    return new Outflow(position, kind, payee, amountFen, time, serialNumber, place, line, first);
  }

  Outflow withdrawn(Instant withdrawTime) {
    return with(new Next.Withdrawn(withdrawTime, next));
  }

  Outflow with(Next other) {
    return new Outflow(number, kind, payee, amountFen, time, serialNumber, place, line, other);
  }

  /** Whether the bank still stands by it. */
  public boolean stands() {
    return switch (next) {
      case Next.EndsHere _, Next.Opening _, Next.Opened _, Next.Joined _, Next.HeldBack _ -> true;
      case Next.Withdrawn _ -> false;
    };
  }

  /** The order that follows the money; empty: none. */
  public String follower() {
    return switch (next) {
      case Next.Opened(var order) -> order;
      case Next.Joined(var order) -> order;
      case Next.EndsHere _, Next.Opening _, Next.HeldBack _, Next.Withdrawn _ -> "";
    };
  }

  /** Whether {@code other}, told anew, is this one. */
  boolean tells(Outflow other) {
    return kind == other.kind
        && amountFen == other.amountFen
        && time.equals(other.time)
        && serialNumber.equals(other.serialNumber)
        && number(payee).equals(number(other.payee));
  }

  private static String number(@Nullable Payee payee) {
    return payee == null ? "" : payee.number().reveal();
  }
}
