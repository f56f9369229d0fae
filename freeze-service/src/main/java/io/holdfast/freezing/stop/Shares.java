package io.holdfast.freezing.stop;

import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How an order shares the stop of its account with other cases: as the one the bank acts on, with
 * the others' interests; or as a further interest, with what that one shows of itself.
 *
 * @param interests the further interests that stand, in the order they joined
 * @param demand that the stop be released; null: nobody wants it
 * @param following what the leading order last showed; null: nothing yet, or none is followed
 */
public record Shares(
    List<Interest> interests, @Nullable Demand demand, @Nullable Following following) {
  /** Shared with nobody. */
  public static final Shares NONE = new Shares(List.of(), null, null);

  public Shares {
    interests = List.copyOf(interests);
  }

  /**
   * Somebody entitled to it wants the stop released.
   *
   * @param cause why it will have ended
   * @param reason told by him; never shown to the others
   */
  public record Demand(Instant time, EndCause cause, String reason) {}

  /**
   * What an interest sees of the stop.
   *
   * @param lead the order the bank acts on
   * @param version of that order; what is shown of an earlier one is stale
   * @param others how many other cases' interests stand
   * @param othersFen fen, theirs together
   * @param heldFen fen held on the account in all
   * @param releaseDue when the stop is released for want of its word; null: no notice to it runs
   */
  public record Following(
      String lead,
      long version,
      int others,
      long othersFen,
      long heldFen,
      @Nullable Instant releaseDue,
      Interest.Word word) {}

  /**
   * When the stop is released unless a station speaks: once everyone who said nothing has had the
   * whole notice. Empty where nobody wants it released, or somebody keeps it.
   */
  Optional<Instant> releaseTime(Duration notice) {
    if (demand == null || interests.stream().anyMatch(each -> each.word() == Interest.Word.KEEPS)) {
      return Optional.empty();
    }
    Instant last = demand.time();
    for (Interest each : interests) {
      Instant heard = each.joinTime().isAfter(demand.time()) ? each.joinTime() : demand.time();
      Instant end = heard.plus(notice);
      last = end.isAfter(last) ? end : last;
    }
    return Optional.of(last);
  }

  /** The interest that an order stands for. */
  public Optional<Interest> interest(String order) {
    return interests.stream().filter(each -> each.of(order)).findFirst();
  }

  /** Fen, all further interests together. */
  public long interestsFen() {
    return interests.stream().mapToLong(Interest::amountFen).sum();
  }

  /** Whether the order's own station has let go. */
  public boolean ownLetGo() {
    return demand != null && demand.cause() != EndCause.PAPER_OVERDUE;
  }

  /** A release wanted because nobody stood behind the order is wanted no more. */
  Shares adopted() {
    return demand != null && demand.cause() == EndCause.NOT_ADOPTED ? with((Demand) null) : this;
  }

  Shares with(Interest interest) {
    var all = new ArrayList<Interest>();
    interests.stream().filter(each -> !each.of(interest.order())).forEach(all::add);
    int place = 0;
    while (place < all.size() && !all.get(place).joinTime().isAfter(interest.joinTime())) {
      place++;
    }
    all.add(place, interest);
    return new Shares(all, demand, following);
  }

  Shares without(List<String> orders) {
    return new Shares(
        interests.stream().filter(each -> !orders.contains(each.order())).toList(),
        demand,
        following);
  }

  Shares mapping(String order, UnaryOperator<Interest> change) {
    return new Shares(
        interests.stream().map(each -> each.of(order) ? change.apply(each) : each).toList(),
        demand,
        following);
  }

  Shares with(@Nullable Demand other) {
    return new Shares(interests, other, following);
  }

  Shares with(Following other) {
    return new Shares(interests, demand, other);
  }
}
