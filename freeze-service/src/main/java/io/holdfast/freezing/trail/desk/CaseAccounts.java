package io.holdfast.freezing.trail.desk;

import io.holdfast.freezing.account.store.AccountKeys;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.store.StopLayout;
import io.holdfast.freezing.trail.Trail;
import io.holdfast.freezing.trail.Trail.Standing;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A case's orders by what they stop. */
public final class CaseAccounts {
  private static final int PAGE = 100;

  private final Aggregates<StopOrder> orders;
  private final OrderMaker maker;
  private final AccountKeys keys;

  public CaseAccounts(Aggregates<StopOrder> orders, OrderMaker maker, AccountKeys keys) {
    this.orders = orders;
    this.maker = maker;
    this.keys = keys;
  }

  /** The case's orders as they stand at {@code now}. */
  public Standing standing(String caseId, Instant now) {
    Map<String, String> live = new HashMap<>();
    Set<String> ended = new HashSet<>();
    String token = "";
    do {
      Page<Stored<StopOrder>> page = orders.page(StopLayout.BY_CASE, List.of(caseId), PAGE, token);
      for (Stored<StopOrder> each : page.items()) {
        StopOrder order = each.state().at(now);
        if (order.request().purpose().protective()) {
          continue;
        }
        if (ended(order.state())) {
          ended.add(each.id());
        } else {
          live.putIfAbsent(key(order), each.id());
        }
      }
      token = page.nextPageToken();
    } while (!token.isEmpty() && live.size() + ended.size() < Trail.STEPS_MAX);
    return new Standing(live, ended);
  }

  /** The case's order that stops this account, or may yet do so. */
  public Optional<String> live(String caseId, Payee payee, Instant now) {
    return Optional.ofNullable(standing(caseId, now).live().get(key(payee)));
  }

  private static boolean ended(StopState state) {
    return switch (state) {
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Converted _ ->
          false;
      case StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _ ->
          true;
    };
  }

  private String key(StopOrder order) {
    return keys.id(order.destination().bank(), order.request().payee().number(), "");
  }

  /** Names an account where it lies by what is known now; never tells its number. */
  public String key(Payee payee) {
    String bank = maker.route(payee) instanceof Routing.Found found ? found.institution() : "";
    return keys.id(bank, payee.number(), "");
  }
}
