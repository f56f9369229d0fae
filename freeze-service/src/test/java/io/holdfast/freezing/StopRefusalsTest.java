package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CountersignPaperRequest;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.ReleaseOverdueStopOrderRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a bank is refused, and by which reason, through the methods. */
class StopRefusalsTest extends OnBench {
  private String taken() {
    String id = bench.sent(ACCOUNT);
    var taken =
        bench
            .banker()
            .acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(id).build());
    assertThat(taken.getAccountNumber()).isEqualTo(ACCOUNT);
    return id;
  }

  private static RecordStopRequest.Builder stop(String id, String name) {
    return RecordStopRequest.newBuilder()
        .setId(id)
        .setBalanceBeforeFen(100)
        .setHeldFen(100)
        .setRecord(
            BankRecord.newBuilder()
                .setAccountNumber(ACCOUNT)
                .setAccountName(name)
                .addCredits(
                    BankCredit.newBuilder()
                        .setAmountFen(5_000_000)
                        .setBookingTime(at(noon().minusSeconds(1_320)))));
  }

  @Test
  void anotherNameForbidsTheStop() {
    String id = taken();
    assertThat(reason(() -> bench.banker().recordStop(stop(id, "李测试").build())))
        .isEqualTo("STOP_MISMATCH");
  }

  @Test
  void aMaskedNameWantsAReason() {
    String id = taken();
    assertThat(reason(() -> bench.banker().recordStop(stop(id, "张**").build())))
        .isEqualTo("STOP_UNPROVEN_REASON_MISSING");
    var stopped = bench.banker().recordStop(stop(id, "张**").setReason("测试：户名仅显示姓氏").build());
    assertThat(stopped.getAnswer().getReason()).isNotEmpty();
  }

  @Test
  void aStopCannotHaveBeenMadeTomorrow() {
    String id = taken();
    var tomorrow = stop(id, "张测试").setExecuteTime(at(noon().plus(Duration.ofDays(1)))).build();
    assertThat(reason(() -> bench.banker().recordStop(tomorrow))).isEqualTo("STOP_TIME_IMPOSSIBLE");
  }

  @Test
  void nobodyExtendsUnasked() {
    String id = stopped();
    var extension = RecordExtensionRequest.newBuilder().setId(id).build();
    assertThat(reason(() -> bench.banker().recordExtension(extension)))
        .isEqualTo("EXTENSION_NOT_REQUESTED");
  }

  @Test
  void papersAreCountersignedOnlyOnceDeliveredAndMissedOnlyOnceOverdue() {
    String id = stopped();
    var countersign = CountersignPaperRequest.newBuilder().setId(id).build();
    assertThat(reason(() -> bench.desk().countersignPaper(countersign)))
        .isEqualTo("PAPER_WRONG_STATE");
    var release = ReleaseOverdueStopOrderRequest.newBuilder().setId(id).setReason("测试").build();
    assertThat(reason(() -> bench.banker().releaseOverdueStopOrder(release)))
        .isEqualTo("PAPER_NOT_OVERDUE");
  }

  private String stopped() {
    String id = taken();
    var stopped = bench.banker().recordStop(stop(id, "张测试").build());
    assertThat(stopped.getAnswer().getHeldFen()).isEqualTo(100);
    return id;
  }
}
