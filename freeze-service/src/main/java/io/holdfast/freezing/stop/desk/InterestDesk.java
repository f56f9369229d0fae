package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Joining;
import io.holdfast.freezing.account.store.AccountBook;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Interest;
import io.holdfast.freezing.stop.Rejection;
import io.holdfast.freezing.stop.Seal;
import io.holdfast.freezing.stop.Sharing;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps orders that share the stop of one account in touch: the one the bank acts on, and those
 * that have joined it. Every step may be repeated; what one order has to tell another rides in its
 * own outbox until it is done.
 */
public final class InterestDesk {
  private static final Personal NO_NUMBER = Personal.of(Personal.Kind.ACCOUNT, "");
  private static final Personal NO_NAME = Personal.of(Personal.Kind.NAME, "");

  private final Aggregates<StopOrder> orders;
  private final StopDesk desk;
  private final ExtensionDesk extensions;
  private final OrderCount count;
  private final OrderSealer sealer;

  public InterestDesk(
      Aggregates<StopOrder> orders,
      StopDesk desk,
      ExtensionDesk extensions,
      OrderCount count,
      OrderSealer sealer) {
    this.orders = orders;
    this.desk = desk;
    this.extensions = extensions;
    this.count = count;
    this.sealer = sealer;
  }

  /**
   * Tells the leading order of the interest; where it takes none the order goes alone.
   *
   * @throws IllegalStateException the leading order is still being made; ask again
   */
  public void join(String id, Mutation by) {
    Stored<StopOrder> stored = orders.find(id).orElse(null);
    if (stored == null
        || !(stored.state().count() instanceof Count.Joined(var lead, boolean own))
        || own
        || Sharing.leftByItself(stored.state())) {
      return;
    }
    if (!there(lead, stored)) {
      alone(stored, lead, true, by);
      return;
    }
    if (ofOneCase(lead, stored)) {
      desk.told(id, by, new StopCommand.JoinLead(lead, true));
      return;
    }
    Interest interest = interest(stored);
    StopOrder leading = desk.told(lead, by, new StopCommand.JoinInterest(interest)).state();
    if (leading.shares().interest(id).isEmpty()) {
      // Full, it would only refuse again; ended, another may lead by now.
      alone(stored, lead, !Sharing.leads(leading.at(desk.now())), by);
    }
  }

  /** The interest in the leading order's stop is over. */
  public void leave(String id, String lead, Mutation by) {
    if (desk.has(lead)) {
      desk.told(lead, by, new StopCommand.LeaveInterest(id));
    }
  }

  /** Shows every interest how the stop stands. */
  public void follow(String id, Mutation by) {
    Stored<StopOrder> lead = orders.find(id).orElse(null);
    if (lead != null) {
      for (Interest interest : lead.state().shares().interests()) {
        if (lead.state().born()) {
          // Its case may have become known after the other had joined.
          join(interest.order(), by);
        }
        if (!stood(lead, interest.order(), by)) {
          desk.told(interest.order(), by, shown(lead, interest));
        }
      }
    }
  }

  /** Whether it rests on the bank's own record, which goes nowhere with an order sent away. */
  private boolean stood(Stored<StopOrder> lead, String interest, Mutation by) {
    Stored<StopOrder> stored = orders.find(interest).orElse(null);
    if (stored == null || !stored.state().madeByBank() || !sentAway(lead.state(), stored.state())) {
      return false;
    }
    leave(interest, lead.id(), by);
    alone(stored, lead.id(), false, by);
    return true;
  }

  /** The leading order came to nothing: its interests go alone. */
  public void dissolve(String id, List<String> interests, Mutation by) {
    for (String interest : interests) {
      orders.find(interest).ifPresent(stored -> alone(stored, id, true, by));
    }
  }

  private static boolean sentAway(StopOrder lead, StopOrder interest) {
    return lead.state() instanceof StopState.NotOurs
        || lead.refusedBy(interest.destination().bank());
  }

  /** A station still needs the stop; said of a further interest, it counts before any clock. */
  public Stored<StopOrder> keep(Call call, String id, Mutation by) {
    return orders.change(
        call,
        id,
        by,
        seen -> {
          requireCase(seen.state());
          return seen.state().count() instanceof Count.Joined(var lead, _)
              ? led(seen, each -> desk.told(lead, each, keeping(id)), by)
              : StopDesk.decide(seen, keeping(""), desk.now());
        });
  }

  private static StopCommand keeping(String id) {
    return new StopCommand.KeepInterest(id);
  }

  /** Any station with an interest in the stop may ask for the second one. */
  public Stored<StopOrder> requestExtension(Call call, String id, Mutation by, String reason) {
    StopOrder order = desk.get(call, id).state();
    requireCase(order);
    if (order.count() instanceof Count.Joined(var lead, boolean own) && !own) {
      return orders.change(
          call,
          id,
          by,
          seen -> led(seen, each -> extensions.requestExtension(lead, each, reason), by));
    }
    return extensions.requestExtension(call, id, by, reason);
  }

  /** Whichever station's people send the order on, all who share it go along. */
  public Stored<StopOrder> route(Call call, String id, Mutation by, String bank) {
    StopOrder order = desk.get(call, id).state();
    if (order.count() instanceof Count.Joined(var lead, boolean own) && !own) {
      requireCase(order);
      return orders.change(
          call, id, by, seen -> led(seen, each -> desk.route(lead, each, bank), by));
    }
    return desk.route(call, id, by, bank);
  }

  /** A station has no word before it stands behind an order that was born at the bank. */
  private static void requireCase(StopOrder order) {
    if (order.spoken().awaitsCase()) {
      throw Problems.of(new Rejection.AdoptionMissing());
    }
  }

  /** Decided at the leading order, and shown at once to whoever asked. */
  private Change<StopOrder> led(
      Stored<StopOrder> seen, Function<Mutation, Stored<StopOrder>> decided, Mutation by) {
    Stored<StopOrder> after = decided.apply(by.elsewhere());
    return after
        .state()
        .shares()
        .interest(seen.id())
        .map(interest -> StopDesk.decide(seen, shown(after, interest), desk.now()))
        .orElseGet(Change::none);
  }

  private static StopCommand shown(Stored<StopOrder> lead, Interest interest) {
    return Sharing.shown(lead.id(), lead.state(), lead.v(), interest);
  }

  /** Whether the leading order exists; for a while it may be in the making. */
  boolean there(String lead, Stored<StopOrder> stored) {
    if (desk.has(lead)) {
      return true;
    }
    if (AccountBook.joinable(stored.createTime(), desk.now())) {
      throw new IllegalStateException("order " + lead + " is still being made");
    }
    return false;
  }

  private boolean ofOneCase(String lead, Stored<StopOrder> stored) {
    return desk.find(lead)
        .filter(leading -> stored.state().request().isOf(leading.state().request().caseId()))
        .isPresent();
  }

  void alone(Stored<StopOrder> stored, String lead, boolean joins, Mutation by) {
    Joining others = stored.state().madeByBank() ? Joining.RUNNING : Joining.EXPECTED;
    boolean follows =
        stored.state().count() instanceof Count.Joined(var followed, _) && followed.equals(lead);
    if (follows && !Sharing.leftByItself(stored.state())) {
      StopOrder order =
          desk.find(lead).map(Stored::state).map(stored.state()::along).orElse(stored.state());
      Count now = count.again(stored.id(), order, joins ? others : Joining.NONE, lead, desk.now());
      desk.told(
          stored.id(),
          by,
          new StopCommand.GoAlone(lead, order.destination(), seal(stored.id(), order), now));
    }
  }

  private @Nullable Seal seal(String id, StopOrder order) {
    return order.seal() == null && !order.madeByBank()
        ? sealer.seal(id, order.request(), order.destination().bank(), desk.now())
        : order.seal();
  }

  /** What the bank and the others may know of it. */
  private Interest interest(Stored<StopOrder> stored) {
    StopOrder order = stored.state();
    var transfers = new ArrayList<TransferOut>();
    if (order.founded()) {
      order.request().transfers().forEach(each -> transfers.add(nameless(each)));
    }
    order.laterTransfers().forEach(each -> transfers.add(nameless(each)));
    for (Inflow inflow : order.inflows()) {
      transfers.add(
          nameless(
              new TransferOut(
                  0,
                  inflow.amountFen(),
                  inflow.time(),
                  TransferOut.Channel.NOT_TOLD,
                  "",
                  "",
                  NO_NUMBER,
                  NO_NAME)));
    }
    return new Interest(
        stored.id(), order.request().station(), transfers, desk.now(), Interest.Word.HOLDS);
  }

  private static TransferOut nameless(TransferOut transfer) {
    return new TransferOut(
        transfer.number(),
        transfer.amountFen(),
        transfer.time(),
        transfer.channel(),
        transfer.serialNumber(),
        transfer.payerInstitutionName(),
        NO_NUMBER,
        NO_NAME);
  }
}
