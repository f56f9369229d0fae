package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.testkit.Refusals.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.OpenPhonedStopRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RightFailure;
import io.holdfast.proto.freezing.v1.RightStop;
import org.junit.jupiter.api.Test;

/** A refused field is named where the caller put it, however deep. */
class RefusedFieldsTest extends OnBench {
  private static final BankRecord NAMELESS =
      Phoning.stop(FreezeBench.noon()).getRecord().toBuilder().clearAccountName().build();

  @Test
  void aStopToldOfLater() {
    OpenPhonedStopRequest.Builder incomplete = Phoning.opening("a");
    incomplete.getStopBuilder().setRecord(NAMELESS);
    OpenPhonedStopRequest.Builder tooMuch = Phoning.opening("b");
    tooMuch.getStopBuilder().setBalanceBeforeFen(1);
    var bank = new Phoning(bench).bank();

    assertThat(fields(() -> bank.openPhonedStop(incomplete.build())))
        .containsExactly("stop.record.accountName");
    assertThat(fields(() -> bank.openPhonedStop(tooMuch.build()))).containsExactly("stop.heldFen");
  }

  @Test
  void theRightAnswerInTheWrongOnesPlace() {
    String id = bench.sent(ACCOUNT);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));

    assertThat(
            fields(
                () ->
                    bench
                        .banker()
                        .recordStop(StopLifeTest.stop(id, "r1").setRecord(NAMELESS).build())))
        .containsExactly("record.accountName");
    assertThat(
            fields(
                () ->
                    bench
                        .banker()
                        .recordFailure(RecordFailureRequest.newBuilder().setId(id).build())))
        .containsExactly("technicalCause");

    bench.banker().recordStop(StopLifeTest.stop(id, "r2").build());
    var right = CorrectAnswerRequest.newBuilder().setId(id).setReason("测试：答复有误");
    var stop = right.clone().setStop(RightStop.newBuilder().setRecord(NAMELESS)).build();
    var failure = right.clone().setFailure(RightFailure.getDefaultInstance()).build();

    assertThat(fields(() -> bench.banker().correctAnswer(stop)))
        .containsExactly("stop.record.accountName");
    assertThat(fields(() -> bench.banker().correctAnswer(failure)))
        .containsExactly("failure.technicalCause");
  }
}
