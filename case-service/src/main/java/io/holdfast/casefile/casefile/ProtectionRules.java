package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.ProtectVictim;
import io.holdfast.casefile.casefile.CaseCommand.ReleaseProtection;
import io.holdfast.casefile.casefile.CaseEvent.ProtectionReleased;
import io.holdfast.casefile.casefile.CaseEvent.VictimProtected;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.NothingToProtect;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Protective stops of the victim's own accounts: all of them in one action, and back again. */
final class ProtectionRules {
  private ProtectionRules() {}

  /** An order for each of his accounts, those he paid from and those named, that has none yet. */
  static Decision protect(CaseFile file, ProtectVictim command, OrderNames names, Instant now) {
    var wanted = new ArrayList<Account>();
    for (Transfer transfer : file.report().transfers()) {
      want(wanted, transfer.payer());
    }
    command.accounts().forEach(account -> want(wanted, account));
    if (wanted.isEmpty()) {
      return new Rejected(new NothingToProtect());
    }
    var added = new ArrayList<Protection>();
    var stops = new ArrayList<StopRequest>();
    int asked = OrderLink.asked(file.orders());
    for (Account account : wanted) {
      if (file.protections().stream().noneMatch(each -> runsOn(file, each, account))) {
        int ordinal = asked + stops.size() + 1;
        String order = names.order(ordinal);
        String number = StopPlan.number(file.receiptNumber(), ordinal);
        added.add(new Protection(order, account, command.consentTime(), command.consentForm()));
        stops.add(new StopRequest(order, number, account, List.of()));
      }
    }
    return asked + stops.size() > CaseFile.ORDERS_MAX
        ? new Rejected(new Full(Part.STOP_ORDERS, CaseFile.ORDERS_MAX))
        : new Accepted(new VictimProtected(added, stops, command.institution(), now));
  }

  private static void want(List<Account> wanted, Account account) {
    if (account.stoppable() && wanted.stream().noneMatch(each -> each.sameAs(account))) {
      wanted.add(account);
    }
  }

  private static boolean runsOn(CaseFile file, Protection protection, Account account) {
    return protection.account().sameAs(account) && running(file, protection);
  }

  private static boolean running(CaseFile file, Protection protection) {
    return file.orders().stream()
        .anyMatch(
            order -> order.stopOrder().equals(protection.stopOrder()) && order.state().alive());
  }

  /** Whatever runs; where nothing does, nothing happens. */
  static Decision release(CaseFile file, ReleaseProtection command, Instant now) {
    List<String> orders =
        file.protections().stream()
            .filter(each -> running(file, each))
            .map(Protection::stopOrder)
            .toList();
    return new Accepted(
        new ProtectionReleased(orders, command.wordForm(), command.institution(), now));
  }

  static CaseFile evolve(CaseFile file, VictimProtected done) {
    if (done.stops().isEmpty()) {
      return file;
    }
    var protections = new ArrayList<>(file.protections());
    protections.addAll(done.added());
    var orders = new ArrayList<>(file.orders());
    done.stops().forEach(stop -> orders.add(stop.protecting()));
    var entries = new ArrayList<TimelineEntry>();
    for (StopRequest stop : done.stops()) {
      entries.add(
          new TimelineEntry(
              done.time(), "PROTECTION_REQUESTED", stop.stopOrder(), done.institution(), 0));
    }
    return file.protecting(protections, orders).noting(entries);
  }

  static CaseFile evolve(CaseFile file, ProtectionReleased done) {
    return done.orders().isEmpty()
        ? file
        : file.noting(
            done.orders().stream()
                .map(
                    order ->
                        new TimelineEntry(
                            done.time(), "PROTECTION_RELEASED", order, done.institution(), 0))
                .toList());
  }
}
