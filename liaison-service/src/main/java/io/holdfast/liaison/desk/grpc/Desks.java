package io.holdfast.liaison.desk.grpc;

import io.holdfast.kit.access.Caller;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.access.v1.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Who sits at which desk of his institution. */
public final class Desks {
  private Desks() {}

  /**
   * The desk a caller asks for, or the first that one of his roles gives him.
   *
   * @throws Problem {@link KitReason#ACCESS_DENIED} for a desk that is not his
   */
  public static Mailbox mailbox(Caller caller, io.holdfast.proto.liaison.v1.Desk asked) {
    Desk desk =
        wanted(caller, asked)
            .filter(own -> sits(caller, own))
            .orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    if (caller.institution().isEmpty()) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    return new Mailbox(caller.institution(), desk);
  }

  private static Optional<Desk> wanted(Caller caller, io.holdfast.proto.liaison.v1.Desk asked) {
    return switch (asked) {
      case UNIT_DESK -> Optional.of(Desk.UNIT_DESK);
      case LIAISON_DESK -> Optional.of(Desk.LIAISON_DESK);
      case SECURITY_DESK -> Optional.of(Desk.SECURITY_DESK);
      case TRACE_DESK -> Optional.of(Desk.TRACE_DESK);
      case SUPERVISOR_DESK -> Optional.of(Desk.SUPERVISOR_DESK);
      case DESK_UNSPECIFIED ->
          Arrays.stream(Desk.values()).filter(desk -> sits(caller, desk)).findFirst();
      case UNRECOGNIZED -> Optional.empty();
    };
  }

  private static boolean sits(Caller caller, Desk desk) {
    return !Collections.disjoint(caller.roles(), roles(desk));
  }

  private static Set<Role> roles(Desk desk) {
    return switch (desk) {
      case UNIT_DESK ->
          Set.of(
              Role.STATION_OFFICER,
              Role.STATION_LIAISON,
              Role.STATION_SUPERVISOR,
              Role.UNIT_HEAD,
              Role.COUNTY_APPROVER,
              Role.CYBER_OFFICER,
              Role.STATION_SYSTEM);
      case LIAISON_DESK -> Set.of(Role.BANK_LIAISON, Role.BANK_SYSTEM);
      case SECURITY_DESK -> Set.of(Role.BANK_SECURITY_DESK);
      case TRACE_DESK -> Set.of(Role.CARRIER_STAFF, Role.CARRIER_SYSTEM);
      case SUPERVISOR_DESK -> Set.of(Role.STATION_SUPERVISOR, Role.COMMAND_CENTRE);
    };
  }
}
