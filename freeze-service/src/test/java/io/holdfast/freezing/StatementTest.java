package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.TransferChannel;
import io.holdfast.proto.freezing.v1.LineDirection;
import io.holdfast.proto.freezing.v1.Outflow;
import io.holdfast.proto.freezing.v1.OutflowKind;
import io.holdfast.proto.freezing.v1.RecordOutflowsRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.StatementLine;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** What was booked on the account, told with the answer. All data made up (测试). */
class StatementTest extends OnBench {
  @Test
  void stationAndAuditorSeeTheStatementAndNobodyElse() {
    String id = bench.sent(ACCOUNT);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    RecordStopRequest stop =
        StopLifeTest.stop(id, "s")
            .addStatement(line(LineDirection.LINE_CREDIT, 1_200, 5_000_000))
            .addStatement(
                line(LineDirection.LINE_DEBIT, 600, 2_000_000)
                    .setCounterparty(
                        Account.newBuilder()
                            .setAccountNumber("9990020000000049")
                            .setAccountName("钱测试"))
                    .setTerminal("T-测试")
                    .setBranch("测试支行"))
            .addOutflows(cash(2))
            .build();
    StopOrder told = bench.banker().recordStop(stop);
    assertThat(told.getAnswer().getStatementList()).as("the bank has its own books").isEmpty();
    StopOrder seen = bench.officer().getStopOrder(StopLifeTest.named(id));
    StatementLine second = seen.getAnswer().getStatement(1);
    assertThat(second.getNumber()).isEqualTo(2);
    assertThat(second.getCounterparty().getAccountNumber()).isEqualTo("9990020000000049");
    assertThat(second.getTerminal()).isEqualTo("T-测试");
    assertThat(second.getChannel()).isEqualTo(TransferChannel.ATM);
    assertThat(seen.getOutflows(0).getStatementLine()).isEqualTo(2);
    StopOrder audited =
        bench
            .stub(TestTokens.person("tang", "elsewhere", REGION, Role.AUDITOR))
            .getStopOrder(StopLifeTest.named(id));
    assertThat(audited.getAnswer().getStatementList()).hasSize(2);
    StopOrder led =
        bench
            .stub(TestTokens.person("lin", FreezeBench.STATION, REGION, Role.UNIT_HEAD))
            .getStopOrder(StopLifeTest.named(id));
    assertThat(led.getAnswer().getStatementList()).isEmpty();
    assertThat(
            reason(
                () ->
                    bench
                        .banker()
                        .recordOutflows(
                            RecordOutflowsRequest.newBuilder()
                                .setId(id)
                                .addOutflows(cash(1))
                                .build())))
        .isEqualTo("OUTFLOW_LINE_WRONG");
  }

  @Test
  void aBookingBeforeTheTransferIsRefused() {
    String id = bench.sent(ACCOUNT);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    RecordStopRequest early =
        StopLifeTest.stop(id, "s")
            .addStatement(line(LineDirection.LINE_CREDIT, 86_400, 100))
            .build();
    assertThat(reason(() -> bench.banker().recordStop(early)))
        .isEqualTo("STATEMENT_TIME_IMPOSSIBLE");
  }

  private static StatementLine.Builder line(LineDirection direction, long ago, long fen) {
    return StatementLine.newBuilder()
        .setBookingTime(at(noon().minusSeconds(ago)))
        .setDirection(direction)
        .setAmountFen(fen)
        .setBalanceAfterFen(3_000_000)
        .setChannel(TransferChannel.ATM);
  }

  private static Outflow cash(int line) {
    return Outflow.newBuilder()
        .setKind(OutflowKind.CASH)
        .setAmountFen(1_000)
        .setOutflowTime(at(noon().minusSeconds(600)))
        .setStatementLine(line)
        .build();
  }
}
