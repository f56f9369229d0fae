package io.holdfast.liaison.directory.grpc;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.DeskContact;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.Institution.Fault;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.directory.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Institutions as the contract shows them. */
public final class InstitutionProtos {
  private InstitutionProtos() {}

  /** An institution as stored. */
  public static io.holdfast.proto.liaison.v1.Institution institution(Stored<Institution> stored) {
    Institution state = stored.state();
    return io.holdfast.proto.liaison.v1.Institution.newBuilder()
        .setId(stored.id())
        .setEtag(stored.etag())
        .setCode(state.code())
        .setName(state.name())
        .setKind(kind(state.kind()))
        .setParent(state.parent())
        .setRegion(state.region())
        .addAllDesks(state.desks().stream().map(InstitutionProtos::contact).toList())
        .setPhone(state.phone())
        .setDisabled(state.disabled())
        .setCreateTime(DeskProtos.timestamp(state.createTime()))
        .setSwitchReason(Objects.requireNonNullElse(state.switchReason(), ""))
        .build();
  }

  static Institution institution(
      io.holdfast.proto.liaison.v1.Institution message, Lineage lineage, Instant now) {
    return new Institution(
        message.getCode(),
        message.getName().strip(),
        kind(message.getKind()),
        lineage,
        message.getRegion(),
        desks(message.getDesksList()),
        message.getPhone(),
        false,
        now,
        null);
  }

  static List<DeskContact> desks(List<io.holdfast.proto.liaison.v1.DeskContact> messages) {
    return messages.stream()
        .map(contact -> new DeskContact(desk(contact.getDesk()), contact.getPhone()))
        .toList();
  }

  static Violation violation(Fault fault) {
    return switch (fault) {
      case Fault.CodeMalformed() ->
          new Violation("institution.code", "CODE_MALFORMED", "expected: 12 letters and digits");
      case Fault.RegionMalformed() ->
          new Violation("institution.region", "REGION_MALFORMED", "expected: 6 digits, GB/T 2260");
      case Fault.NameMalformed(int length) ->
          new Violation(
              "institution.name",
              "NAME_MALFORMED",
              length + " characters (expected: 1 to " + Institution.NAME_MAX + ", not blank)");
      case Fault.DeskUnfit(int position, Desk desk, InstitutionKind kind) ->
          new Violation(
              "institution.desks[" + position + "].desk",
              "DESK_UNFIT",
              desk + " (expected: a desk that a " + kind + " has)");
      case Fault.DeskTwice(int position, Desk desk) ->
          new Violation(
              "institution.desks[" + position + "].desk",
              "DESK_TWICE",
              desk + " (expected: each desk once)");
    };
  }

  private static io.holdfast.proto.liaison.v1.DeskContact contact(DeskContact contact) {
    return io.holdfast.proto.liaison.v1.DeskContact.newBuilder()
        .setDesk(DeskProtos.desk(contact.desk()))
        .setPhone(contact.phone())
        .build();
  }

  /** The kind in the contract. */
  public static io.holdfast.proto.liaison.v1.InstitutionKind kind(InstitutionKind kind) {
    return switch (kind) {
      case POLICE -> io.holdfast.proto.liaison.v1.InstitutionKind.POLICE;
      case BANK -> io.holdfast.proto.liaison.v1.InstitutionKind.BANK;
      case PAYMENT_FIRM -> io.holdfast.proto.liaison.v1.InstitutionKind.PAYMENT_FIRM;
      case CARRIER -> io.holdfast.proto.liaison.v1.InstitutionKind.CARRIER;
      case INTERNET_FIRM -> io.holdfast.proto.liaison.v1.InstitutionKind.INTERNET_FIRM;
    };
  }

  /** A kind that the contract has let in. */
  public static InstitutionKind kind(io.holdfast.proto.liaison.v1.InstitutionKind kind) {
    return switch (kind) {
      case POLICE -> InstitutionKind.POLICE;
      case BANK -> InstitutionKind.BANK;
      case PAYMENT_FIRM -> InstitutionKind.PAYMENT_FIRM;
      case CARRIER -> InstitutionKind.CARRIER;
      case INTERNET_FIRM -> InstitutionKind.INTERNET_FIRM;
      case INSTITUTION_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("kind: " + kind + " (expected: validated before)");
    };
  }

  private static Desk desk(io.holdfast.proto.liaison.v1.Desk desk) {
    return switch (desk) {
      case UNIT_DESK -> Desk.UNIT_DESK;
      case LIAISON_DESK -> Desk.LIAISON_DESK;
      case SECURITY_DESK -> Desk.SECURITY_DESK;
      case TRACE_DESK -> Desk.TRACE_DESK;
      case SUPERVISOR_DESK -> Desk.SUPERVISOR_DESK;
      case DESK_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("desk: " + desk + " (expected: validated before)");
    };
  }

  static List<Violation> violations(List<Fault> faults) {
    return faults.stream().map(InstitutionProtos::violation).toList();
  }
}
