package io.holdfast.liaison.roster.grpc;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.roster.Duty;
import io.holdfast.liaison.roster.DutyRole;
import io.holdfast.liaison.roster.Roster;
import io.holdfast.liaison.roster.store.RosterBook;
import io.holdfast.proto.liaison.v1.SetDutyRequest;
import java.util.List;

/** Who puts whom on duty. */
public final class RosterDesk {
  private final RosterBook book;
  private final InstitutionBook institutions;

  public RosterDesk(RosterBook book, InstitutionBook institutions) {
    this.book = book;
    this.institutions = institutions;
  }

  /** The roster of an institution that the call reaches. */
  public io.holdfast.proto.liaison.v1.Roster get(Call call, String institution) {
    return proto(book.roster(institution, reached(call, institution).access()));
  }

  /** Puts an officer on duty. */
  public io.holdfast.proto.liaison.v1.Roster set(Call call, SetDutyRequest request) {
    Stored<Institution> institution = reached(call, request.getInstitution());
    Duty duty = duty(request.getDuty());
    if (!duty.desk().fits(institution.state().kind())) {
      throw Problem.invalid(
          List.of(
              new Violation(
                  "duty.desk",
                  "DESK_UNFIT",
                  duty.desk()
                      + " (expected: a desk that a "
                      + institution.state().kind()
                      + " has)")));
    }
    book.roster(request.getInstitution(), institution.access());
    return proto(book.change(call, request.getInstitution(), Mutation.of(call, request), duty));
  }

  private Stored<Institution> reached(Call call, String institution) {
    Stored<Institution> found =
        institutions
            .find(institution)
            .filter(stored -> !stored.state().disabled())
            .orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    call.requireReach(found.access());
    return found;
  }

  private static Duty duty(io.holdfast.proto.liaison.v1.Duty duty) {
    return new Duty(
        DeskProtos.desk(duty.getDesk()),
        role(duty.getRole()),
        Personal.of(Personal.Kind.NAME, duty.getName()),
        Personal.of(Personal.Kind.PHONE, duty.getPhone()));
  }

  private static DutyRole role(io.holdfast.proto.liaison.v1.DutyRole role) {
    return switch (role) {
      case OFFICER_A -> DutyRole.A;
      case OFFICER_B -> DutyRole.B;
      case DUTY_ROLE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("role: " + role + " (expected: validated before)");
    };
  }

  /** A role's name in the contract. */
  public static io.holdfast.proto.liaison.v1.DutyRole role(DutyRole role) {
    return switch (role) {
      case A -> io.holdfast.proto.liaison.v1.DutyRole.OFFICER_A;
      case B -> io.holdfast.proto.liaison.v1.DutyRole.OFFICER_B;
    };
  }

  private static io.holdfast.proto.liaison.v1.Roster proto(Stored<Roster> stored) {
    var roster =
        io.holdfast.proto.liaison.v1.Roster.newBuilder()
            .setInstitution(stored.state().institution())
            .setEtag(stored.etag());
    for (Duty duty : stored.state().duties()) {
      Desk desk = duty.desk();
      roster.addDuties(
          io.holdfast.proto.liaison.v1.Duty.newBuilder()
              .setDesk(DeskProtos.desk(desk))
              .setRole(role(duty.role()))
              .setName(duty.name().reveal())
              .setPhone(duty.phone().reveal()));
    }
    return roster.build();
  }
}
