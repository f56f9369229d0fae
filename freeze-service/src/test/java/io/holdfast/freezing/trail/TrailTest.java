package io.holdfast.freezing.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.stop.Outflow.Bound;
import io.holdfast.freezing.stop.Outflow.Next;
import io.holdfast.freezing.trail.Trail.Bounds;
import io.holdfast.freezing.trail.Trail.Standing;
import io.holdfast.freezing.trail.Trail.Taken;
import io.holdfast.freezing.trail.Trail.Wanted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final Bounds BOUNDS = new Bounds(3, 4);
  private static final int RUNS = 10_000;

  @Test
  void askedAgainItSaysTheSame() {
    Taken first = Trail.empty().follow(wanted("b", 1, 2), only("a", "first"), BOUNDS);
    assertThat(first.next()).isEqualTo(new Next.Opened("first/1"));
    assertThat(first.ordinal()).isEqualTo(1);
    Taken again = first.trail().follow(wanted("b", 1, 2), only("a", "first"), BOUNDS);
    assertThat(again).isEqualTo(new Taken(first.trail(), first.next(), 1));
  }

  @Test
  void anAccountOfTheCaseGetsNoSecondOrder() {
    assertThat(Trail.empty().follow(wanted("a", 1, 2), only("a", "first"), BOUNDS).next())
        .isEqualTo(new Next.Joined("first"));
    Taken opened = Trail.empty().follow(wanted("b", 1, 2), only("a", "first"), BOUNDS);
    assertThat(opened.trail().follow(wanted("b", 2, 2), only("a", "first"), BOUNDS).next())
        .as("also while nobody sees the order yet")
        .isEqualTo(new Next.Joined("first/1"));
    var ended = new Standing(Map.of("a", "first"), Set.of("first/1"));
    assertThat(opened.trail().follow(wanted("b", 2, 2), ended, BOUNDS).next())
        .as("but an order that came to nothing follows no money")
        .isEqualTo(new Next.Opened("first/2"));
  }

  @Test
  void beyondTheBoundsAnOfficerDecides() {
    assertThat(Trail.empty().follow(wanted("b", 1, 4), only("a", "first"), BOUNDS).next())
        .isEqualTo(new Next.HeldBack(Bound.LAYERS));
    var many = new Standing(Map.of("a", "1", "b", "2", "c", "3"), Set.of("4"));
    assertThat(Trail.empty().follow(wanted("d", 1, 2), many, BOUNDS).next())
        .isEqualTo(new Next.HeldBack(Bound.ORDERS_PER_CASE));
    var decided = new Wanted("d", "first/1", "first", 1, 9, true);
    assertThat(Trail.empty().follow(decided, many, BOUNDS).next())
        .isEqualTo(new Next.Opened("first/1"));
  }

  /**
   * Whatever is named by whom: one order an account, none beyond the bounds, no order follows
   * itself.
   */
  @Test
  void whateverIsNamedAnAccountHasOneOrder() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("TrailTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      Trail trail = Trail.empty();
      Map<String, String> live = new HashMap<>(Map.of("acct0", "order0"));
      Map<String, Integer> layers = new HashMap<>(Map.of("order0", 1));
      for (int step = 0; step < 12; step++) {
        String parent = live.values().stream().sorted().toList().get(random.nextInt(live.size()));
        int layer = layers.getOrDefault(parent, 1) + 1;
        String account = "acct" + random.nextInt(8);
        var wanted = new Wanted(account, parent + '/' + step, parent, step, layer, false);
        Taken taken = trail.follow(wanted, new Standing(live, Set.of()), BOUNDS);
        trail = taken.trail();
        if (taken.next() instanceof Next.Opened(var order)) {
          assertThat(live).as("seed " + seed).doesNotContainKey(account);
          live.put(account, order);
          layers.put(order, layer);
        }
      }
      assertThat(new HashSet<>(live.values())).as("seed " + seed).hasSize(live.size());
      assertThat(live.size()).as("seed " + seed).isLessThanOrEqualTo(BOUNDS.ordersPerCaseMax());
      assertThat(layers.values()).as("seed " + seed).allMatch(layer -> layer <= BOUNDS.layersMax());
    }
  }

  private static Wanted wanted(String account, int outflow, int layer) {
    return new Wanted(account, "first/" + outflow, "first", outflow, layer, false);
  }

  private static Standing only(String account, String order) {
    return new Standing(Map.of(account, order), Set.of());
  }
}
