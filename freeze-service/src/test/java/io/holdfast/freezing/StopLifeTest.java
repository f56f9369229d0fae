package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.CountersignPaperRequest;
import io.holdfast.proto.freezing.v1.DeliverPaperRequest;
import io.holdfast.proto.freezing.v1.DownloadPaperRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListSigningKeysRequest;
import io.holdfast.proto.freezing.v1.MatchStopOrderRequest;
import io.holdfast.proto.freezing.v1.PaperFile;
import io.holdfast.proto.freezing.v1.PaperKind;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RefusePaperRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdinal;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An order's whole life through the methods, with tokens, on a real store. */
class StopLifeTest extends OnBench {
  @Test
  void fromTheRequestToTheLapse() throws Exception {
    String id = bench.sent(ACCOUNT);
    Eventually.holds("on the desk", () -> get(id).getState() == StopState.SENT);
    StopOrder sent = bench.banker().getStopOrder(named(id));
    assertThat(sent.getBank()).isEqualTo(FreezeBench.BANK);
    assertThat(sent.getRoutingReason()).isEqualTo("BIN 999001, table 3");
    assertThat(sent.getMaskedAccount()).isEqualTo("999001****0007");
    assertThat(sent.getAccountNumber()).isEmpty();
    assertThat(sent.getAccountName()).isEmpty();
    assertThat(sent.getTransfers(0).getPayerAccountName()).isEmpty();
    assertThat(sent.getSignature().getSignedBytes().isEmpty()).isTrue();
    assertThat(sent.getCountState()).isEqualTo(CountState.COUNT_TAKEN);
    assertThat(sent.getPaper().getState()).isEqualTo(PaperState.NOT_OWED);
    assertThat(get(id).getAccountNumber()).as("the station knows it").isEqualTo(ACCOUNT);

    StopOrder taken = bench.banker().acknowledgeStopOrder(acknowledge(id));
    assertThat(taken.getState()).isEqualTo(StopState.ACKNOWLEDGED);
    assertThat(taken.getAccountNumber()).isEqualTo(ACCOUNT);
    assertThat(taken.getAccountName()).isEqualTo("张测试");
    signatureHolds(taken);

    bench.clock.advance(Duration.ofSeconds(30));
    assertThat(bench.banker().matchStopOrder(match(id)).getBlockingList()).isEmpty();
    StopOrder stopped = bench.banker().recordStop(stop(id, "r1").build());
    assertThat(stopped.getState()).isEqualTo(StopState.STOPPED);
    assertThat(stopped.getOrdinal()).isEqualTo(StopOrdinal.FIRST);
    assertThat(stopped.getUntilTime())
        .isEqualTo(at(noon().plusSeconds(30).plus(Duration.ofHours(48))));
    assertThat(stopped.getAnswer().getOperator().getName()).isEqualTo("测试li");
    assertThat(stopped.getPaper().getState()).isEqualTo(PaperState.OWED);
    assertThat(bench.banker().recordStop(stop(id, "r1").build()).getEtag())
        .as("a repeated request changes nothing")
        .isEqualTo(stopped.getEtag());
    assertThat(reason(() -> bench.banker("zhao").recordStop(stop(id, "r2").build())))
        .isEqualTo("STOP_WRONG_STATE");

    papers(id);

    StopOrder asked = bench.officer().requestExtension(extension(id, "x1"));
    assertThat(asked.getState()).isEqualTo(StopState.STOPPED);
    assertThat(reason(() -> bench.officer().requestExtension(extension(id, "x2"))))
        .isEqualTo("STOP_ALREADY_EXTENDED");
    StopOrder extended =
        bench.banker().recordExtension(RecordExtensionRequest.newBuilder().setId(id).build());
    assertThat(extended.getOrdinal()).isEqualTo(StopOrdinal.SECOND);
    assertThat(extended.getUntilTime())
        .isEqualTo(at(noon().plusSeconds(30).plus(Duration.ofHours(96))));

    bench.clock.set(noon().plusSeconds(30).plus(Duration.ofHours(96)));
    assertThat(get(id).getState()).isEqualTo(StopState.LAPSED);
    assertThat(reason(() -> bench.officer().releaseStopOrder(release(id))))
        .isEqualTo("STOP_LAPSED");
    Eventually.holds("told", () -> bench.told(Receiver.CASE_SERVICE, id).contains("STOP_LAPSED"));
    assertThat(bench.told(Receiver.LIAISON_SERVICE, id))
        .containsExactly(
            "STOP_ISSUED",
            "STOP_ACKNOWLEDGED",
            "STOP_RECORDED",
            "PAPER_DELIVERED",
            "PAPER_REFUSED",
            "CLOCK_WARNED:paper",
            "CLOCK_MISSED:paper",
            "PAPER_DELIVERED",
            "PAPER_COUNTERSIGNED",
            "EXTENSION_REQUESTED",
            "EXTENSION_RECORDED",
            "STOP_LAPSED");
    assertThat(bench.told(Receiver.CASE_SERVICE, id)).doesNotContain("STOP_ISSUED");
  }

  /** Delivered, refused with a defect, overdue, delivered late, countersigned. */
  private void papers(String id) throws Exception {
    assertThat(reason(() -> bench.officer().deliverPaper(deliver(id))))
        .isEqualTo("PAPER_INCOMPLETE");
    PaperFile notice = bench.upload(FreezeBench.WANG, id, PaperKind.STOP_NOTICE, "u1");
    assertThat(notice.getNumber()).isEqualTo(1);
    assertThat(bench.upload(FreezeBench.WANG, id, PaperKind.STOP_NOTICE, "u1"))
        .as("a repeated upload is the first one")
        .isEqualTo(notice);
    bench.upload(FreezeBench.WANG, id, PaperKind.POLICE_ID_COPY, "u2");
    StopOrder delivered = bench.officer().deliverPaper(deliver(id));
    assertThat(delivered.getPaper().getPaperNumber()).isEqualTo("止文〔2026〕000001号");
    assertThat(delivered.getPaper().getLate()).isFalse();
    var bytes = ByteString.newOutput();
    bench
        .desk()
        .downloadPaper(DownloadPaperRequest.newBuilder().setId(id).setNumber(1).build())
        .forEachRemaining(
            piece -> {
              try {
                piece.getData().writeTo(bytes);
              } catch (java.io.IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(bytes.toByteString()).isEqualTo(FreezeBench.pdf());
    bench.desk().refusePaper(RefusePaperRequest.newBuilder().setId(id).setDefect("印章不清").build());
    assertThat(reason(() -> bench.officer().deliverPaper(deliver(id)))).isEqualTo("PAPER_UNMENDED");
    bench.clock.set(noon().plusSeconds(30).plus(Duration.ofHours(23)));
    Eventually.holds(
        "warned", () -> bench.told(Receiver.CASE_SERVICE, id).contains("CLOCK_WARNED:paper"));
    bench.clock.set(noon().plusSeconds(30).plus(Duration.ofHours(24)));
    assertThat(get(id).getPaper().getState()).isEqualTo(PaperState.OVERDUE);
    Eventually.holds(
        "missed", () -> bench.told(Receiver.CASE_SERVICE, id).contains("CLOCK_MISSED:paper"));
    bench.upload(FreezeBench.WANG, id, PaperKind.STOP_NOTICE, "u3");
    StopOrder late = bench.officer().deliverPaper(deliver(id));
    assertThat(late.getPaper().getLate()).isTrue();
    assertThat(late.getPaper().getPaperNumber()).isEqualTo("止文〔2026〕000002号");
    StopOrder signed =
        bench.desk().countersignPaper(CountersignPaperRequest.newBuilder().setId(id).build());
    assertThat(signed.getPaper().getState()).isEqualTo(PaperState.COUNTERSIGNED);
  }

  private void signatureHolds(StopOrder order) throws Exception {
    var key = bench.banker().listSigningKeys(ListSigningKeysRequest.getDefaultInstance());
    assertThat(key.getSigningKeysList()).hasSize(1);
    assertThat(key.getSigningKeys(0).getKeyId()).isEqualTo(order.getSignature().getKeyId());
    var check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(key.getSigningKeys(0).getPublicKey().toByteArray())));
    check.update(order.getSignature().getSignedBytes().toByteArray());
    assertThat(check.verify(order.getSignature().getSignature().toByteArray())).isTrue();
    assertThat(order.getSignature().getSignedBytes().toStringUtf8())
        .contains("\"accountNumber\":\"" + ACCOUNT + "\"", "\"bank\":\"" + FreezeBench.BANK);
  }

  private StopOrder get(String id) {
    return bench.officer().getStopOrder(named(id));
  }

  static GetStopOrderRequest named(String id) {
    return GetStopOrderRequest.newBuilder().setId(id).build();
  }

  static AcknowledgeStopOrderRequest acknowledge(String id) {
    return AcknowledgeStopOrderRequest.newBuilder().setId(id).build();
  }

  private static MatchStopOrderRequest match(String id) {
    return MatchStopOrderRequest.newBuilder().setId(id).setRecord(record()).build();
  }

  private static BankRecord record() {
    return BankRecord.newBuilder()
        .setAccountName("张 测试")
        .setAccountNumber("9990 0100 0000 0007")
        .addCredits(
            BankCredit.newBuilder()
                .setAmountFen(5_000_000)
                .setBookingTime(at(noon().minusSeconds(1_300))))
        .build();
  }

  static RecordStopRequest.Builder stop(String id, String requestId) {
    return RecordStopRequest.newBuilder()
        .setId(id)
        .setRecord(record())
        .setBalanceBeforeFen(4_000_000)
        .setHeldFen(4_000_000)
        .setRequestId(requestId);
  }

  private static RequestExtensionRequest extension(String id, String requestId) {
    return RequestExtensionRequest.newBuilder()
        .setId(id)
        .setReason("仍需核查")
        .setRequestId(requestId)
        .build();
  }

  private static DeliverPaperRequest deliver(String id) {
    return DeliverPaperRequest.newBuilder().setId(id).build();
  }

  private static ReleaseStopOrderRequest release(String id) {
    return ReleaseStopOrderRequest.newBuilder().setId(id).setReason("与案件无关").build();
  }
}
