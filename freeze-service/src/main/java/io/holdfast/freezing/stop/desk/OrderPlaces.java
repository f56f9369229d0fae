package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.account.store.AccountBook.Holders;
import io.holdfast.freezing.account.store.AccountKeys;
import io.holdfast.freezing.stop.Sharing;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.function.Supplier;

/** Which account an order stops, and whether it still needs its places there. */
public final class OrderPlaces implements Holders {
  private final Aggregates<StopOrder> orders;
  private final AccountKeys keys;
  private final Supplier<Instant> now;

  public OrderPlaces(Aggregates<StopOrder> orders, AccountKeys keys, Supplier<Instant> now) {
    this.orders = orders;
    this.keys = keys;
    this.now = now;
  }

  /** The id of the account the order stops at its present bank. */
  public String account(StopOrder order) {
    return account(order, order.destination().bank());
  }

  /** The id of the account the order would stop at {@code bank}. */
  public String account(StopOrder order, String bank) {
    Personal number = order.request().payee().number();
    String caseId = order.limits().countPerCase() ? order.request().caseId() : "";
    return order.request().purpose().protective()
        ? keys.own(bank, number, caseId)
        : keys.id(bank, number, caseId);
  }

  @Override
  public Need need(String account, Place place) {
    return orders
        .find(place.order())
        .map(stored -> need(account, place, stored))
        .orElse(Need.BEING_MADE);
  }

  private Need need(String account, Place place, Stored<StopOrder> stored) {
    StopOrder order = stored.state().at(now.get());
    if (!account(order).equals(account)) {
      return Need.NOT_NEEDED;
    }
    if (order.joined()) {
      // It has taken the place to go alone, and is about to say so.
      return Sharing.leftByItself(order) ? Need.NOT_NEEDED : Need.BEING_MADE;
    }
    if (place.isStop() && Sharing.leads(order)) {
      return order.state().name() == StopStateName.STOPPED ? Need.RUNNING : Need.EXPECTED;
    }
    if (order.needsPlace(place.use())) {
      return Need.NEEDED;
    }
    boolean askingNow =
        place.use() == Place.Use.EXTENSION && order.state().name() == StopStateName.STOPPED;
    return askingNow ? Need.UNDER_WAY : Need.NOT_NEEDED;
  }
}
