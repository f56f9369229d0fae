package io.holdfast.freezing.trail;

import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.Outflow.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orders of one case beyond its first layer, so that each account gets one order and no bound
 * is passed unseen. Whoever follows money takes a place here by one compare-and-set.
 *
 * @param steps in the order they were taken
 */
public record Trail(List<Step> steps) {
  /** However an officer decides, no case has more orders than this beyond its first layer. */
  public static final int STEPS_MAX = 1_000;

  public Trail {
    steps = List.copyOf(steps);
  }

  /**
   * One account that is followed.
   *
   * @param account its key; never its number
   * @param order the order on it
   * @param parent the order of the account the money came from
   * @param outflow the outflow's number there
   * @param ordinal its position among those that follow {@code parent}, from 1
   */
  public record Step(String account, String order, String parent, int outflow, int ordinal) {
    boolean follows(String stopOrder, int number) {
      return parent.equals(stopOrder) && outflow == number;
    }
  }

  /**
   * Money to be followed.
   *
   * @param account the key of the account it went to
   * @param order the id an order on it would have
   * @param parent the order of the account it left
   * @param layer the layer an order on it would be of
   * @param beyondBounds whether an officer follows it in spite of the policy's bounds
   */
  public record Wanted(
      String account, String order, String parent, int outflow, int layer, boolean beyondBounds) {}

  /** The policy's bounds. */
  public record Bounds(int layersMax, int ordersPerCaseMax) {}

  /** What is done, and the trail after it. */
  public record Taken(Trail trail, Outflow.Next next, int ordinal) {}

  /** A case whose money has not moved on. */
  public static Trail empty() {
    return new Trail(List.of());
  }

  /**
   * The case's orders as they stand.
   *
   * @param live those that stop an account or may yet do so, by the account's key
   * @param ended those that have come to nothing or run out
   */
  public record Standing(Map<String, String> live, Set<String> ended) {
    public Standing {
      live = Map.copyOf(live);
      ended = Set.copyOf(ended);
    }

    int orders() {
      return live.size() + ended.size();
    }
  }

  /**
   * Follows money: with an order of its own, by the order its account has in this case, or not, for
   * the policy's bounds. Asked again it says the same.
   */
  public Taken follow(Wanted wanted, Standing standing, Bounds bounds) {
    Optional<Step> before =
        steps.stream().filter(step -> step.follows(wanted.parent(), wanted.outflow())).findFirst();
    if (before.isPresent()) {
      return new Taken(this, new Outflow.Next.Opened(before.get().order()), before.get().ordinal());
    }
    Optional<String> there = there(wanted.account(), standing);
    if (there.isPresent()) {
      return new Taken(this, new Outflow.Next.Joined(there.get()), 0);
    }
    Optional<Bound> bound = bound(wanted, standing.orders(), bounds);
    if (bound.isPresent()) {
      return new Taken(this, new Outflow.Next.HeldBack(bound.get()), 0);
    }
    int ordinal =
        1 + (int) steps.stream().filter(step -> step.parent().equals(wanted.parent())).count();
    var more = new ArrayList<>(steps);
    more.add(
        new Step(wanted.account(), wanted.order(), wanted.parent(), wanted.outflow(), ordinal));
    return new Taken(new Trail(more), new Outflow.Next.Opened(wanted.order()), ordinal);
  }

  /** The account's order; also one whose step was taken, but which nobody sees yet. */
  private Optional<String> there(String account, Standing standing) {
    String live = standing.live().get(account);
    return live == null
        ? steps.stream()
            .filter(step -> step.account().equals(account))
            .map(Step::order)
            .filter(order -> !standing.ended().contains(order))
            .findFirst()
        : Optional.of(live);
  }

  private Optional<Bound> bound(Wanted wanted, int orders, Bounds bounds) {
    if (steps.size() >= STEPS_MAX) {
      return Optional.of(Bound.ORDERS_PER_CASE);
    }
    if (wanted.beyondBounds()) {
      return Optional.empty();
    }
    if (wanted.layer() > bounds.layersMax()) {
      return Optional.of(Bound.LAYERS);
    }
    return orders >= bounds.ordersPerCaseMax()
        ? Optional.of(Bound.ORDERS_PER_CASE)
        : Optional.empty();
  }
}
