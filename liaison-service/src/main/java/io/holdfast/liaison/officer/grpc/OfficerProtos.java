package io.holdfast.liaison.officer.grpc;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.Officer.Fault;
import io.holdfast.liaison.officer.OfficerRole;
import io.holdfast.liaison.officer.OfficerState;
import io.holdfast.proto.access.v1.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Officers as the contract shows them. */
final class OfficerProtos {
  private OfficerProtos() {}

  static io.holdfast.proto.liaison.v1.Officer officer(Stored<Officer> stored) {
    Officer state = stored.state();
    return io.holdfast.proto.liaison.v1.Officer.newBuilder()
        .setId(stored.id())
        .setEtag(stored.etag())
        .setInstitution(state.institution())
        .setUsername(state.username())
        .setName(state.name().reveal())
        .setOfficerNumber(state.officerNumber())
        .setPhone(state.phone().reveal())
        .addAllRoles(state.roles().stream().map(OfficerProtos::role).toList())
        .setState(state(state.state()))
        .setCreateTime(DeskProtos.timestamp(stored.createTime()))
        .build();
  }

  /** Roles that no person can hold, as faults of the request. */
  static List<Violation> machineRoles(io.holdfast.proto.liaison.v1.Officer message) {
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < message.getRolesCount(); i++) {
      if (role(message.getRoles(i)).isEmpty()) {
        violations.add(
            new Violation(
                "officer.roles[" + i + "]",
                "ROLE_OF_MACHINES",
                message.getRoles(i) + " (expected: a role that people hold)"));
      }
    }
    return violations;
  }

  static Officer officer(
      io.holdfast.proto.liaison.v1.Officer message, String region, OfficerState state) {
    return new Officer(
        message.getInstitution(),
        region,
        message.getUsername(),
        Personal.of(Personal.Kind.NAME, message.getName().strip()),
        message.getOfficerNumber(),
        Personal.of(Personal.Kind.PHONE, message.getPhone()),
        message.getRolesList().stream().flatMap(role -> role(role).stream()).toList(),
        state);
  }

  static Violation violation(Fault fault) {
    return switch (fault) {
      case Fault.UsernameMalformed() ->
          new Violation(
              "officer.username",
              "USERNAME_MALFORMED",
              "expected: 3 to 41 of a-z, 0-9, dot and hyphen, beginning with a letter or digit");
      case Fault.NameMissing() ->
          new Violation("officer.name", "NAME_MISSING", "empty (expected: the whole name)");
      case Fault.RolesMissing() ->
          new Violation("officer.roles", "ROLES_MISSING", "none (expected: at least one)");
      case Fault.RoleUnfit(int position, OfficerRole role, InstitutionKind kind) ->
          new Violation(
              "officer.roles[" + position + "]",
              "ROLE_UNFIT",
              role + " (expected: a role that somebody of a " + kind + " holds)");
    };
  }

  static io.holdfast.proto.liaison.v1.OfficerState state(OfficerState state) {
    return switch (state) {
      case OfficerState.Provisioning _ -> io.holdfast.proto.liaison.v1.OfficerState.PROVISIONING;
      case OfficerState.Active _ -> io.holdfast.proto.liaison.v1.OfficerState.ACTIVE;
      case OfficerState.Disabling _ -> io.holdfast.proto.liaison.v1.OfficerState.DISABLING;
      case OfficerState.Disabled _ -> io.holdfast.proto.liaison.v1.OfficerState.DISABLED;
    };
  }

  private static Role role(OfficerRole role) {
    return Role.valueOf(role.name());
  }

  private static Optional<OfficerRole> role(Role role) {
    return Arrays.stream(OfficerRole.values())
        .filter(own -> own.name().equals(role.name()))
        .findFirst();
  }
}
