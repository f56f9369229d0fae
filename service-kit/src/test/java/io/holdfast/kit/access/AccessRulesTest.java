package io.holdfast.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.EmptyProto;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Rule;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {
  private static final AccessRules RULES =
      AccessRules.of(
          List.of(
              descriptor(StopOrdersGrpc.getServiceDescriptor()),
              descriptor(EventInboxGrpc.getServiceDescriptor())));

  /** Written by hand: method, caller's role, person or machine, scopes he is admitted with. */
  @ParameterizedTest
  @CsvSource({
    "GetStopOrder, STATION_OFFICER, person, CASE_PARTICIPANT",
    "GetStopOrder, BANK_SYSTEM, machine, CASE_PARTICIPANT",
    "GetStopOrder, AUDITOR, person, OWN_REGION",
    "GetStopOrder, CARRIER_STAFF, person, ",
    "GetStopOrder, ADMINISTRATOR, person, ",
    "GetStopOrder, SERVICE, machine, ",
    "RecordStop, BANK_LIAISON, person, CASE_PARTICIPANT",
    "RecordStop, STATION_OFFICER, person, ",
    "RecordStop, AUDITOR, person, ",
    "RecallStopOrder, STATION_OFFICER, person, OWN_INSTITUTION",
    "RecallStopOrder, BANK_LIAISON, person, ",
    "CountersignPaper, BANK_SECURITY_DESK, person, CASE_PARTICIPANT",
    "CountersignPaper, BANK_SECURITY_DESK, machine, ",
    "ListSigningKeys, BANK_SYSTEM, machine, EVERYONE",
    "NoSuchMethod, STATION_OFFICER, person, ",
  })
  void admitsWhomTheContractNames(String method, Role role, String kind, @Nullable Scope scope) {
    var caller = caller(kind.equals("machine"), role);
    assertThat(RULES.admit("holdfast.freezing.v1.StopOrders/" + method, caller))
        .isEqualTo(scope == null ? Set.of() : Set.of(scope));
  }

  @Test
  void scopesOfSeveralRolesAddUp() {
    var caller = caller(false, Role.AUDITOR, Role.BANK_LIAISON);
    assertThat(RULES.admit("holdfast.freezing.v1.StopOrders/GetStopOrder", caller))
        .containsExactlyInAnyOrder(Scope.CASE_PARTICIPANT, Scope.OWN_REGION);
  }

  @Test
  void internalMethodsAreForServices() {
    String method = "holdfast.event.v1.EventInbox/DeliverEvents";
    assertThat(RULES.internal(method)).isTrue();
    assertThat(RULES.internal("holdfast.freezing.v1.StopOrders/GetStopOrder")).isFalse();
    assertThat(RULES.admit(method, caller(true, Role.SERVICE))).containsExactly(Scope.INTERNAL);
    assertThat(RULES.admit(method, caller(false, Role.ADMINISTRATOR))).isEmpty();
  }

  @Test
  void methodWithoutUsableRuleStopsTheStart() throws DescriptorValidationException {
    var none = MethodOptions.getDefaultInstance();
    assertThatThrownBy(() -> AccessRules.of(List.of(service(none))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("test.Bare/Do");
    var nobody = rule(Rule.newBuilder().setScope(Scope.EVERYONE));
    assertThatThrownBy(() -> AccessRules.of(List.of(service(nobody))))
        .hasMessageContaining("roles or scope");
    var nowhere = rule(Rule.newBuilder().addRoles(Role.AUDITOR));
    assertThatThrownBy(() -> AccessRules.of(List.of(service(nowhere))))
        .hasMessageContaining("roles or scope");
    var good = rule(Rule.newBuilder().addRoles(Role.AUDITOR).setScope(Scope.EVERYONE));
    assertThat(AccessRules.of(List.of(service(good))).methods()).containsExactly("test.Bare/Do");
  }

  private static MethodOptions rule(Rule.Builder rule) {
    return MethodOptions.newBuilder().addExtension(Access.rule, rule.build()).build();
  }

  private static ServiceDescriptor service(MethodOptions options)
      throws DescriptorValidationException {
    var method =
        MethodDescriptorProto.newBuilder()
            .setName("Do")
            .setInputType(".google.protobuf.Empty")
            .setOutputType(".google.protobuf.Empty")
            .setOptions(options);
    var file =
        FileDescriptorProto.newBuilder()
            .setName("bare.proto")
            .setPackage("test")
            .setSyntax("proto3")
            .addDependency("google/protobuf/empty.proto")
            .addService(ServiceDescriptorProto.newBuilder().setName("Bare").addMethod(method));
    return FileDescriptor.buildFrom(file.build(), new FileDescriptor[] {EmptyProto.getDescriptor()})
        .getServices()
        .getFirst();
  }

  private static ServiceDescriptor descriptor(io.grpc.ServiceDescriptor service) {
    var supplier =
        Objects.requireNonNull((ProtoServiceDescriptorSupplier) service.getSchemaDescriptor());
    return supplier.getServiceDescriptor();
  }

  private static Caller caller(boolean machine, Role... roles) {
    return new Caller(
        "sub",
        "client",
        "i",
        "999001",
        Set.of(roles),
        machine ? null : "o",
        null,
        null,
        Instant.MAX);
  }
}
