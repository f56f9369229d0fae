package io.holdfast.liaison;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.liaison.alarm.proto.AlarmRaising;
import io.holdfast.liaison.alarm.store.AlarmBook;
import io.holdfast.liaison.attendance.Limit;
import io.holdfast.liaison.attendance.grpc.AttendanceGrpc;
import io.holdfast.liaison.attendance.grpc.AttendanceView;
import io.holdfast.liaison.attendance.store.Leases;
import io.holdfast.liaison.attendance.store.PresenceBook;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.proto.StopOrderEvents;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.lookup.AccountQueryEvents;
import io.holdfast.liaison.roster.grpc.RosterDesk;
import io.holdfast.liaison.roster.store.RosterBook;
import io.holdfast.liaison.routing.grpc.WrongWays;
import io.holdfast.liaison.routing.store.RoutingErrors;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The parts that know whether anyone is there, and what is done where nobody is.
 *
 * @param leases which replicas are alive
 * @param presence who sits where
 * @param seen what this replica sees of that
 * @param rosters who is on duty
 * @param alarms orders that nobody takes in hand
 * @param errors orders that went wrong ways
 */
record DeskWatch(
    Leases leases,
    PresenceBook presence,
    SeenHere seen,
    RosterBook rosters,
    AlarmBook alarms,
    RoutingErrors errors) {
  /**
   * What they are given.
   *
   * @param pager empty: nobody is woken
   * @param limit for how long a human sign of life counts
   * @param replica this process's id, new with every start
   */
  record Outside(
      DeskRecords desks,
      Optional<Pager> pager,
      Limit limit,
      String replica,
      LegalClock legal,
      InstantSource system) {}

  static DeskWatch open(
      MongoStore store, AggregateStore aggregates, Sealer sealer, Outside outside) {
    Leases leases = Leases.open(store, sealer, outside.replica(), outside.system());
    PresenceBook presence =
        PresenceBook.open(store, sealer, leases, outside.limit(), outside.legal());
    RosterBook rosters = RosterBook.open(aggregates);
    return new DeskWatch(
        leases,
        presence,
        new SeenHere(presence, leases, outside.legal(), outside.system()),
        rosters,
        AlarmBook.open(aggregates, outside.pager(), rosters, outside.desks(), outside.legal()),
        RoutingErrors.open(store, sealer));
  }

  StopOrderEvents stopOrderEvents(DeskWork work) {
    return new StopOrderEvents(
        work, presence::forsaken, List.of(new AlarmRaising(alarms), new WrongWays(errors)));
  }

  AccountQueryEvents accountQueryEvents(DeskWork work) {
    return new AccountQueryEvents(work, presence::forsaken, alarms);
  }

  AttendanceGrpc grpc(InstitutionBook institutions, LegalClock legal, InstantSource system) {
    return new AttendanceGrpc(
        seen,
        presence,
        new AttendanceView(presence, system),
        institutions,
        new RosterDesk(rosters, institutions),
        alarms,
        legal);
  }
}
