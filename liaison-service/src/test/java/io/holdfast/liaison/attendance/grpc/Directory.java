package io.holdfast.liaison.attendance.grpc;

import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.DeskContact;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.testkit.TestTokens;

/** A made-up station and bank with their numbers. */
record Directory(String station, String bank) {
  static final String STATION_PHONE = "000-0110";
  static final String BANK_PHONE = "000-9500";
  static final String DESK_PHONE = "000-9501";

  static Directory in(Replica replica) {
    return new Directory(
        create(
            replica,
            Institution.newBuilder()
                .setCode("999001000001")
                .setName("测试派出所")
                .setKind(InstitutionKind.POLICE)
                .setRegion(Orders.REGION)
                .setPhone(STATION_PHONE)),
        create(
            replica,
            Institution.newBuilder()
                .setCode("999000000001")
                .setName("测试银行一")
                .setKind(InstitutionKind.BANK)
                .setRegion(Orders.REGION)
                .setPhone(BANK_PHONE)
                .addDesks(
                    DeskContact.newBuilder().setDesk(Desk.LIAISON_DESK).setPhone(DESK_PHONE))));
  }

  private static String create(Replica replica, Institution.Builder institution) {
    return InstitutionsGrpc.newBlockingStub(
            replica.server().as(TestTokens.person("admin", "", Orders.REGION, Role.ADMINISTRATOR)))
        .createInstitution(
            CreateInstitutionRequest.newBuilder().setInstitution(institution).build())
        .getId();
  }
}
