package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BookHandOverRequest;
import io.holdfast.proto.freezing.v1.DeliverPaperRequest;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.PaperKind;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One paper for several orders, and papers brought by hand. */
class SharedPaperTest extends OnBench {
  private static final String[] ACCOUNTS = {
    "9990010000000007", "9990010000000015", "9990020000000006"
  };
  private static final String LI =
      TestTokens.person("li", FreezeBench.BANK, FreezeBench.REGION, Role.BANK_LIAISON);

  @SuppressWarnings("NullAway.Init")
  private String first;

  @SuppressWarnings("NullAway.Init")
  private String second;

  @BeforeEach
  void stopTwo() {
    bench.sent(ACCOUNTS);
    first = FreezeBench.order(FreezeBench.CASE, 1);
    second = FreezeBench.order(FreezeBench.CASE, 2);
    stop(first, ACCOUNTS[0]);
    stop(second, ACCOUNTS[1]);
  }

  private void stop(String id, String account) {
    Eventually.holds("on the desk", () -> get(id).getState() == StopState.SENT);
    bench.banker().acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(id).build());
    var request = StopLifeTest.stop(id, "r-" + account);
    request.getRecordBuilder().setAccountNumber(account);
    bench.banker().recordStop(request.build());
  }

  private StopOrder get(String id) {
    return bench.officer().getStopOrder(GetStopOrderRequest.newBuilder().setId(id).build());
  }

  private static DeliverPaperRequest deliver(String id, String... others) {
    return DeliverPaperRequest.newBuilder()
        .setId(id)
        .addAllOtherStopOrders(List.of(others))
        .setRequestId("d-1")
        .build();
  }

  @Test
  void onePaperServesSeveralOrdersOfOneBank() throws Exception {
    bench.upload(FreezeBench.WANG, first, PaperKind.STOP_NOTICE, "u1");
    bench.upload(FreezeBench.WANG, first, PaperKind.POLICE_ID_COPY, "u2");

    StopOrder delivered = bench.officer().deliverPaper(deliver(first, second));

    assertThat(delivered.getPaper().getState()).isEqualTo(PaperState.DELIVERED);
    assertThat(get(second).getPaper().getState()).isEqualTo(PaperState.DELIVERED);
    assertThat(get(second).getPaper().getPaperNumber())
        .isEqualTo(delivered.getPaper().getPaperNumber());
    assertThat(get(second).getPaper().getFilesList()).hasSize(2);
    var pieces =
        bench
            .desk()
            .downloadPaper(DownloadPaperRequest.newBuilder().setId(second).setNumber(2).build());
    assertThat(pieces.next().getData()).isEqualTo(FreezeBench.pdf());
    assertThat(bench.officer().deliverPaper(deliver(first, second)))
        .as("a repeated request changes nothing")
        .isEqualTo(delivered);
  }

  @Test
  void anotherBanksOrderIsNotServed() {
    String third = FreezeBench.order(FreezeBench.CASE, 3);

    assertThat(reason(() -> bench.officer().deliverPaper(deliver(first, third))))
        .isEqualTo("PAPER_NOT_SHARED");
  }

  @Test
  void nothingIsDeliveredWhereOneOfThemCannotBe() throws Exception {
    bench.upload(FreezeBench.WANG, first, PaperKind.STOP_NOTICE, "u1");

    assertThat(reason(() -> bench.officer().deliverPaper(deliver(first, second))))
        .isEqualTo("PAPER_INCOMPLETE");
    assertThat(get(first).getPaper().getState()).isEqualTo(PaperState.OWED);
    assertThat(get(second).getPaper().getState()).isEqualTo(PaperState.OWED);
  }

  @Test
  void theBankBooksWhatWasBroughtWithItsPhoto() throws Exception {
    assertThatThrownBy(() -> bench.upload(LI, first, PaperKind.STOP_NOTICE, "u1"))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> bench.upload(FreezeBench.WANG, first, PaperKind.HAND_OVER_PHOTO, "u2"))
        .hasMessageContaining("INVALID_ARGUMENT");
    bench.upload(LI, first, PaperKind.HAND_OVER_PHOTO, "u3");
    // The paper's 24 hours are over when the bank gets to writing it down.
    bench.clock.advance(Duration.ofHours(25));
    assertThat(get(first).getPaper().getState()).isEqualTo(PaperState.OVERDUE);
    var booking =
        BookHandOverRequest.newBuilder()
            .setId(first)
            .setPaperNumber("测止〔2026〕1号")
            .setOfficerNumber("099001");

    var tomorrow = booking.clone().setHandOverTime(at(noon().plus(Duration.ofHours(30)))).build();
    assertThat(reason(() -> bench.banker().bookHandOver(tomorrow)))
        .isEqualTo("HAND_OVER_TIME_IMPOSSIBLE");
    var paper =
        bench
            .banker()
            .bookHandOver(booking.setHandOverTime(at(noon().plus(Duration.ofHours(3)))).build())
            .getPaper();

    assertThat(paper.getState()).isEqualTo(PaperState.DELIVERED);
    assertThat(paper.getLate()).isFalse();
    assertThat(paper.getPaperNumber()).isEqualTo("测止〔2026〕1号");
    assertThat(paper.getHandOver().getOfficerNumber()).isEqualTo("099001");
  }
}
