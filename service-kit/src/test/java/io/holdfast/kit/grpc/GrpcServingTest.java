package io.holdfast.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.holdfast.kit.access.Tokens;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CountersignPaperRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.MatchStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrpcServingTest {
  private static final GetStopOrderRequest GET =
      GetStopOrderRequest.newBuilder().setId(TestOrders.ID).build();

  @SuppressWarnings("NullAway.Init")
  private static Loopback loopback;

  @SuppressWarnings("NullAway.Init")
  private static TestOrders orders;

  @BeforeAll
  static void start() {
    orders = new TestOrders();
    loopback = new Loopback(100, orders);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    loopback.close();
  }

  @BeforeEach
  void forget() {
    loopback.audited.clear();
  }

  @Test
  void withoutGoodTokenNothingIsSaid() {
    var bare = StopOrdersGrpc.newBlockingStub(loopback.channel);
    assertThat(reason(refusal(() -> bare.getStopOrder(GET)))).isEqualTo("TOKEN_MISSING");
    var forged = Loopback.with(bare, "a.b.c");
    assertThat(reason(refusal(() -> forged.getStopOrder(GET)))).isEqualTo("TOKEN_INVALID");
    var basic = Loopback.with(bare, "authorization", "Basic eDp5");
    assertThat(reason(refusal(() -> basic.getStopOrder(GET)))).isEqualTo("TOKEN_INVALID");
    assertThat(loopback.audited).isEmpty();
  }

  @Test
  void readingPersonalDataIsAudited() {
    StopOrder seen = as(Role.STATION_OFFICER).getStopOrder(GET);

    assertThat(seen).isEqualTo(TestOrders.ORDER);
    assertThat(loopback.audited).hasSize(1);
    AuditEntry entry = loopback.audited.getFirst();
    assertThat(entry.outcome()).isEqualTo(Outcome.READ);
    assertThat(entry.action()).isEqualTo("freezing.GetStopOrder");
    assertThat(entry.subject()).isEqualTo("stopOrders/" + TestOrders.ID);
    assertThat(entry.actor().institution()).isEqualTo("station");
    assertThat(entry.access().region()).containsExactly("99", "9990", "999001");
    assertThat(entry.cause()).matches("call/[0-9a-f]{32}");
    assertThat(entry.toString()).doesNotContain("6222").doesNotContain("测试");
  }

  @Test
  void whatARoleMayNotSeeIsClearedAndNotAudited() {
    StopOrder seen = as(Role.STATION_SUPERVISOR, Role.UNIT_HEAD).getStopOrder(GET);
    assertThat(seen.getAccountNumber()).isNotEmpty();

    loopback.audited.clear();
    seen = as(Role.UNIT_HEAD).getStopOrder(GET);
    assertThat(seen).isEqualTo(StopOrder.newBuilder().setId(TestOrders.ID).build());
    as(Role.STATION_OFFICER).listStopOrders(ListStopOrdersRequest.getDefaultInstance());
    assertThat(loopback.audited).isEmpty();
  }

  @Test
  void refusalsLookTheSameAndAreAudited() {
    StatusRuntimeException role = refusal(() -> as(Role.CARRIER_STAFF).getStopOrder(GET));
    StatusRuntimeException scope =
        refusal(() -> stub("elsewhere", Role.STATION_OFFICER).getStopOrder(GET));

    assertThat(role.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(StatusProto.fromThrowable(role)).isEqualTo(StatusProto.fromThrowable(scope));
    assertThat(role.getTrailers()).hasToString(String.valueOf(scope.getTrailers()));
    assertThat(loopback.audited)
        .extracting(AuditEntry::outcome, AuditEntry::reason, AuditEntry::subject)
        .containsExactly(
            tuple(Outcome.REFUSED, "ACCESS_DENIED", "stopOrders"),
            tuple(Outcome.REFUSED, "ACCESS_DENIED", "stopOrders/" + TestOrders.ID));
  }

  @Test
  void machinesAreRefusedWhereAHumanMustAnswer() {
    var request = CountersignPaperRequest.newBuilder().setId(TestOrders.ID).build();
    String machine = Tokens.sign(Tokens.machine("bank", "999001", Role.BANK_SECURITY_DESK));
    var stub = Loopback.with(StopOrdersGrpc.newBlockingStub(loopback.channel), machine);
    assertThat(refusal(() -> stub.countersignPaper(request)).getStatus().getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(
            refusal(() -> as(Role.BANK_SECURITY_DESK).countersignPaper(request))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void validationNamesFieldsAndNeverRepeatsValues() throws InvalidProtocolBufferException {
    var request =
        MatchStopOrderRequest.newBuilder()
            .setId("short")
            .setRecord(
                BankRecord.newBuilder()
                    .setAccountNumber("6222".repeat(20))
                    .addCredits(BankCredit.newBuilder().setAmountFen(-5)))
            .build();
    StatusRuntimeException refusal = refusal(() -> as(Role.BANK_LIAISON).matchStopOrder(request));

    assertThat(reason(refusal)).isEqualTo("VALIDATION_FAILED");
    BadRequest details = detail(refusal, BadRequest.class);
    assertThat(details.getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactlyInAnyOrder(
            "id",
            "record.accountNumber",
            "record.credits[0].amountFen",
            "record.credits[0].bookingTime");
    assertThat(details.toString()).doesNotContain("62226222").doesNotContain("short");
    assertThat(details.getFieldViolationsList())
        .anySatisfy(
            violation -> {
              assertThat(violation.getField()).isEqualTo("id");
              assertThat(violation.getReason()).isEqualTo("STRING_LEN");
              assertThat(violation.getDescription()).isEqualTo("Must be 26 characters.");
              assertThat(chinese(violation)).isEqualTo("应为 26 个字符。");
            })
        .anySatisfy(violation -> assertThat(chinese(violation)).startsWith("必填"))
        .anySatisfy(violation -> assertThat(chinese(violation)).startsWith("应大于 0"));
  }

  private static String chinese(BadRequest.FieldViolation violation) {
    assertThat(violation.getLocalizedMessage().getLocale()).isEqualTo("zh-CN");
    return violation.getLocalizedMessage().getMessage();
  }

  @Test
  void validationComesAfterAuthorisation() {
    var invalid = GetStopOrderRequest.newBuilder().setId("x").build();
    assertThat(reason(refusal(() -> as(Role.CARRIER_STAFF).getStopOrder(invalid))))
        .isEqualTo("ACCESS_DENIED");
    assertThat(reason(refusal(() -> as(Role.STATION_OFFICER).getStopOrder(invalid))))
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void bugsTellATraceIdAndNothingElse() throws InvalidProtocolBufferException {
    var request =
        RecordStopRequest.newBuilder()
            .setId(TestOrders.ID)
            .setRecord(BankRecord.getDefaultInstance())
            .build();
    StatusRuntimeException refusal = refusal(() -> as(Role.BANK_LIAISON).recordStop(request));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(reason(refusal)).isEqualTo("INTERNAL");
    assertThat(detail(refusal, ErrorInfo.class).getMetadataMap().get("traceId"))
        .matches("[0-9a-f]{32}");
    assertThat(String.valueOf(StatusProto.fromThrowable(refusal))).doesNotContain("6222");
  }

  @Test
  void problemsAndStatusesPassByObserverOrThrow() {
    var release = ReleaseStopOrderRequest.newBuilder().setId(TestOrders.ID).setReason("测试").build();
    StatusRuntimeException stale =
        refusal(() -> as(Role.STATION_OFFICER).releaseStopOrder(release));
    assertThat(stale.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
    assertThat(reason(stale)).isEqualTo("STALE");

    var match =
        MatchStopOrderRequest.newBuilder()
            .setId(TestOrders.ID)
            .setRecord(BankRecord.getDefaultInstance())
            .build();
    StatusRuntimeException far = refusal(() -> as(Role.BANK_LIAISON).matchStopOrder(match));
    assertThat(far.getStatus().getCode()).isEqualTo(Status.Code.OUT_OF_RANGE);
    assertThat(far.getStatus().getDescription()).isEqualTo("too far");
  }

  @Test
  void traceparentIsTakenUp() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    var stub = as(Role.STATION_OFFICER);
    assertThat(
            Loopback.with(stub, "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .getStopOrder(GET)
                .getId())
        .isEqualTo(TestOrders.ID);
    assertThat(orders.trace.get()).isEqualTo(trace);
    assertThat(loopback.audited.getFirst().cause()).isEqualTo("call/" + trace);
  }

  @Test
  void callsAreTimedByMethodAndCode() {
    assertThat(as(Role.STATION_OFFICER).getStopOrder(GET).getId()).isEqualTo(TestOrders.ID);
    assertThat(loopback.metrics.scrape())
        .containsPattern(
            "grpc_server_seconds_count\\{code=\"OK\",method=\"holdfast.freezing.v1.StopOrders/GetStopOrder\"")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void healthNeedsNoToken() {
    var health = HealthGrpc.newBlockingStub(loopback.channel);
    assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void oneCallTooManyIsToldToComeBack() throws Exception {
    var slow = new TestOrders();
    var request = AcknowledgeStopOrderRequest.newBuilder().setId(TestOrders.ID).build();
    try (var small = new Loopback(1, slow);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var token = Tokens.sign(Tokens.person("bank", "999001", Role.BANK_LIAISON));
      var stub = Loopback.with(StopOrdersGrpc.newBlockingStub(small.channel), token);
      var first = threads.submit(() -> stub.acknowledgeStopOrder(request));
      assertThat(slow.blocked.await(10, TimeUnit.SECONDS)).isTrue();

      StatusRuntimeException refusal = refusal(() -> stub.getStopOrder(GET));
      assertThat(reason(refusal)).isEqualTo("TOO_MANY_CALLS");
      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(detail(refusal, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);

      slow.goOn.countDown();
      first.get(10, TimeUnit.SECONDS);
      for (int i = 0; small.serving.running() > 0 && i < 1000; i++) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(stub.getStopOrder(GET).getId()).isEqualTo(TestOrders.ID);
    }
  }

  private static StopOrdersBlockingStub as(Role... roles) {
    return stub("station", roles);
  }

  private static StopOrdersBlockingStub stub(String institution, Role... roles) {
    return Loopback.with(
        StopOrdersGrpc.newBlockingStub(loopback.channel),
        Tokens.sign(Tokens.person(institution, "999001", roles)));
  }

  private static StatusRuntimeException refusal(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  private static String reason(StatusRuntimeException refusal) {
    try {
      return detail(refusal, ErrorInfo.class).getReason();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <D extends Message> D detail(StatusRuntimeException refusal, Class<D> type)
      throws InvalidProtocolBufferException {
    var status = Objects.requireNonNull(StatusProto.fromThrowable(refusal));
    for (var detail : status.getDetailsList()) {
      if (detail.is(type)) {
        return detail.unpack(type);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + status);
  }
}
