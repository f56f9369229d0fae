package io.holdfast.casefile.reach.copy;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.OrderLink;
import io.holdfast.casefile.casefile.OrderState;
import io.holdfast.casefile.reach.Line;
import io.holdfast.casefile.reach.RoutingCopy;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.wire.AccountProtos;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.OrderReach;
import io.holdfast.proto.casefile.v1.ReachState;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.DeskContact;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells, for each order just asked for, whether somebody will see it, and whom to ring where nobody
 * will. From copies in memory alone: an order never waits for it.
 */
public final class ExpectedReach {
  private final Supplier<Optional<Directory>> directory;
  private final AttendanceCopy attendance;
  private volatile @Nullable Known current;

  private record Known(long version, Map<String, Institution> byId, RoutingCopy routing) {}

  /**
   * @param directory the last good copy; empty before the first
   */
  public ExpectedReach(Supplier<Optional<Directory>> directory, AttendanceCopy attendance) {
    this.directory = directory;
    this.attendance = attendance;
  }

  /** The answer with the reach of every order nothing has been heard of yet. */
  public Case told(Case answer, CaseFile file) {
    Optional<Known> known = directory.get().map(this::known);
    var told = answer.toBuilder();
    for (int i = 0; i < file.orders().size(); i++) {
      OrderLink order = file.orders().get(i);
      if (order.state() == OrderState.ASKED) {
        told.getStopOrdersBuilder(i)
            .setReach(
                known
                    .map(at -> reach(at, file, order))
                    .orElseGet(() -> state(ReachState.REACH_UNKNOWN).build()));
      }
    }
    return told.build();
  }

  private OrderReach reach(Known known, CaseFile file, OrderLink order) {
    Optional<String> bank =
        file.report().transfers().stream()
            .filter(transfer -> transfer.stopOrder().equals(order.stopOrder()))
            .map(Transfer::payee)
            .filter(Account::stoppable)
            .findFirst()
            .flatMap(known.routing()::bank);
    if (bank.isEmpty()) {
      return state(ReachState.REACH_UNROUTED).setRingPhone(supervisors(known, file)).build();
    }
    Institution found = known.byId().getOrDefault(bank.get(), Institution.getDefaultInstance());
    var reach =
        state(attendance.at(bank.get()).map(ExpectedReach::reach).orElse(ReachState.REACH_UNKNOWN))
            .setBank(bank.get())
            .setBankName(found.getName());
    return switch (reach.getState()) {
      case REACH_NOBODY_THERE, REACH_UNKNOWN ->
          reach.setRingPhone(phone(found, Desk.LIAISON_DESK)).build();
      case REACH_ATTENDED,
          REACH_SYSTEM_CONNECTED,
          REACH_UNROUTED,
          REACH_STATE_UNSPECIFIED,
          UNRECOGNIZED ->
          reach.build();
    };
  }

  private static ReachState reach(io.holdfast.proto.liaison.v1.AttendanceState state) {
    return switch (state) {
      case ATTENDED -> ReachState.REACH_ATTENDED;
      case SYSTEM_CONNECTED -> ReachState.REACH_SYSTEM_CONNECTED;
      case NOBODY_THERE -> ReachState.REACH_NOBODY_THERE;
      case ATTENDANCE_STATE_UNSPECIFIED, UNRECOGNIZED -> ReachState.REACH_UNKNOWN;
    };
  }

  private static OrderReach.Builder state(ReachState state) {
    return OrderReach.newBuilder().setState(state);
  }

  /** The number of those to whom an order without a bank goes. */
  private static String supervisors(Known known, CaseFile file) {
    String nearest =
        file.stationAncestors().isEmpty() ? file.station() : file.stationAncestors().getFirst();
    return phone(
        known.byId().getOrDefault(nearest, Institution.getDefaultInstance()), Desk.SUPERVISOR_DESK);
  }

  private static String phone(Institution institution, Desk desk) {
    return institution.getDesksList().stream()
        .filter(contact -> contact.getDesk() == desk)
        .map(DeskContact::getPhone)
        .filter(phone -> !phone.isEmpty())
        .findFirst()
        .orElse(institution.getPhone());
  }

  private Known known(Directory copy) {
    Known known = current;
    if (known == null || known.version() != copy.getVersion()) {
      Map<String, Institution> byId = new LinkedHashMap<>();
      Map<String, String> banks = new LinkedHashMap<>();
      for (Institution institution : copy.getInstitutionsList()) {
        byId.put(institution.getId(), institution);
        if (!institution.getDisabled() && holdsAccounts(institution)) {
          banks.put(institution.getId(), institution.getName());
        }
      }
      List<Line> lines =
          copy.getRoutesList().stream()
              .map(
                  route ->
                      new Line(
                          route.getPrefix(),
                          route.getLength(),
                          AccountProtos.kind(route.getKind()),
                          route.getNamesList(),
                          route.getInstitution()))
              .toList();
      known = new Known(copy.getVersion(), byId, new RoutingCopy(banks, lines));
      current = known;
    }
    return known;
  }

  private static boolean holdsAccounts(Institution institution) {
    return switch (institution.getKind()) {
      case BANK, PAYMENT_FIRM -> true;
      case INSTITUTION_KIND_UNSPECIFIED, POLICE, CARRIER, INTERNET_FIRM, UNRECOGNIZED -> false;
    };
  }
}
