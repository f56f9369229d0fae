package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.account.store.AccountBook.Holders;
import io.holdfast.freezing.account.store.AccountKeys;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Stored;

/** Which account an order stops, and whether it still needs its places there. */
public final class OrderPlaces implements Holders {
  private final Aggregates<StopOrder> orders;
  private final AccountKeys keys;

  public OrderPlaces(Aggregates<StopOrder> orders, AccountKeys keys) {
    this.orders = orders;
    this.keys = keys;
  }

  /** The id of the account the order stops at its present bank. */
  public String account(StopOrder order) {
    return account(order, order.destination().bank());
  }

  /** The id of the account the order would stop at {@code bank}. */
  public String account(StopOrder order, String bank) {
    return keys.id(
        bank,
        order.request().payee().number(),
        order.limits().countPerCase() ? order.request().caseId() : "");
  }

  @Override
  public Need need(String account, Place place) {
    return orders
        .find(place.order())
        .map(stored -> need(account, place, stored))
        .orElse(Need.NEEDED);
  }

  private Need need(String account, Place place, Stored<StopOrder> stored) {
    StopOrder order = stored.state();
    if (!account(order).equals(account)) {
      return Need.NOT_NEEDED;
    }
    if (order.needsPlace(place.use())) {
      return Need.NEEDED;
    }
    boolean askingNow =
        place.use() == Place.Use.EXTENSION && order.state().name() == StopStateName.STOPPED;
    return askingNow ? Need.UNDER_WAY : Need.NOT_NEEDED;
  }
}
