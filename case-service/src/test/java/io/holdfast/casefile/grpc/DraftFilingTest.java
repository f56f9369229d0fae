package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.COUNTY;
import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.AcceptCaseRequest;
import io.holdfast.proto.casefile.v1.AdoptDraftRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.proto.casefile.v1.Draft;
import io.holdfast.proto.casefile.v1.DraftEditor;
import io.holdfast.proto.casefile.v1.DraftState;
import io.holdfast.proto.casefile.v1.FieldEdit;
import io.holdfast.proto.casefile.v1.FraudType;
import io.holdfast.proto.casefile.v1.Remark;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.testkit.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From draft to case, behind the whole interceptor chain. */
class DraftFilingTest extends DraftCalls {
  @Test
  void aReportIsBegunByOnePersonAndFinishedByAnother() throws Exception {
    Draft begun =
        command.createDraft(
            CreateDraftRequest.newBuilder()
                .addEdits(edit("victim.name", "测试某", 0))
                .addEdits(edit("transfers[a1].payee.accountNumber", "9900 0100", 0))
                .addEdits(edit("transfers[a1].transferTime", "刚才", 0))
                .setStation(STATION)
                .setRequestId("d1")
                .build());
    assertThat(begun.getState()).isEqualTo(DraftState.OPEN);
    assertThat(begun.getUnit()).isEqualTo(COUNTY);
    assertThat(begun.getOfferedTo()).isEqualTo(STATION);
    assertThat(field(begun, "transfers[a1].payee.accountNumber").getTexts(0).getText())
        .isEqualTo("9900 0100");
    assertThat(field(begun, "transfers[a1].transferTime").getUnread()).isTrue();
    assertThat(rules(begun)).contains("TRANSFER_TIME_UNREAD", "AMOUNT_UNREAD", "NO_TRANSFER");

    Draft adopted = officer.adoptDraft(AdoptDraftRequest.newBuilder().setId(begun.getId()).build());
    assertThat(adopted.getUnit()).isEqualTo(STATION);
    assertThat(adopted.getBegunBy()).isEqualTo(COUNTY);
    assertThat(adopted.getEditorsList())
        .extracting(DraftEditor::getAuthor)
        .containsExactly("sub-guo");

    officer.saveDraft(
        save(
            begun.getId(),
            "s1",
            edit("transfers[a1].payee.accountNumber", "9900 0100 0000 0000 018", 1),
            edit("transfers[a1].payee.kind", "CARD", 0),
            edit("transfers[a1].amount", "5万", 0)));
    // The operator is still on the phone with the victim and hears more.
    Draft typed =
        command.saveDraft(
            save(begun.getId(), "s2", edit("transfers[a1].transferTime", "11:30", 1)));
    assertThat(field(typed, "transfers[a1].amount").getReading()).isEqualTo("5000000");
    assertThat(field(typed, "transfers[a1].transferTime").getReading())
        .isEqualTo("2026-11-21T03:30:00Z");
    assertThat(typed.getEditorsList())
        .extracting(DraftEditor::getAuthorName)
        .containsExactly("测试chen");

    Case filed = officer.fileDraft(file(begun.getId(), true, "f1"));
    assertThat(filed.getReceiptNumber()).isEqualTo("TEST000000012026-000001");
    assertThat(filed.getStation()).isEqualTo(STATION);
    assertThat(filed.getDraft()).isEqualTo(begun.getId());
    assertThat(filed.getStopOrdersList()).hasSize(1);
    assertThat(filed.getReport().getTransfers(0).getAmountFen()).isEqualTo(5_000_000);
    assertThat(filed.getReport().getReceiveTime()).isEqualTo(begun.getCreateTime());
    assertThat(filed.getReport().getOfficer().getName()).isEqualTo("测试chen");
    assertThat(filed.getEarlierReportsList()).isEmpty();
    assertThat(told()).hasSize(1);

    Draft done = officer.getDraft(get(begun.getId()));
    assertThat(done.getState()).isEqualTo(DraftState.DRAFT_FILED);
    assertThat(done.getCase()).isEqualTo(filed.getId());
    assertThat(officer.fileDraft(file(begun.getId(), true, "f1"))).isEqualTo(filed);
    assertThat(officer.fileDraft(file(begun.getId(), true, "f2")).getId()).isEqualTo(filed.getId());
    assertThat(
            Refusals.reason(
                () -> officer.saveDraft(save(begun.getId(), "s9", edit("place", "x", 0)))))
        .isEqualTo("DRAFT_WRONG_STATE");
  }

  @Test
  void theStopGoesOutWhileTheRestIsTypedOn() throws Exception {
    String id = begin("victim.name", "测试某");
    assertThat(Refusals.reason(() -> officer.stopFromDraft(stop(id, "x"))))
        .isEqualTo("DRAFT_TRANSFER_UNKNOWN");
    officer.saveDraft(
        save(
            id,
            "s1",
            edit("transfers[a1].payee.accountNumber", CARD, 0),
            edit("transfers[a1].amount", "5万", 0),
            edit("transfers[a1].transferTime", "11:30", 0),
            edit("transfers[b2].amount", "2万", 0),
            edit("contacts[c1].displayed", "138-0013-8000", 0),
            edit("crimeStartTime", "昨天下午", 0)));
    Case stopped = officer.stopFromDraft(stop(id, "st1"));
    assertThat(stopped.getStopOrdersList()).hasSize(1);
    assertThat(stopped.getReport().getTransfersList()).hasSize(1);
    assertThat(rules(stopped)).contains("TEXT_UNREAD");
    Draft going = officer.getDraft(get(id));
    assertThat(going.getState()).isEqualTo(DraftState.CASE_OPENED);
    assertThat(going.getCase()).isEqualTo(stopped.getId());
    assertThat(officer.stopFromDraft(stop(id, "st1"))).isEqualTo(stopped);

    officer.saveDraft(
        save(
            id,
            "s2",
            edit("transfers[a1].serialNumber", "L1", 0),
            edit("transfers[b2].payee.accountNumber", OTHER_CARD, 0),
            edit("transfers[b2].transferTime", "11:40", 0)));
    Case more = officer.stopFromDraft(stop(id, "st2"));
    assertThat(more.getId()).isEqualTo(stopped.getId());
    assertThat(more.getStopOrdersList()).hasSize(2);
    assertThat(more.getReport().getTransfers(0).getSerialNumber()).isEqualTo("L1");
    assertThat(more.getReport().getContactsList()).hasSize(1);

    officer.saveDraft(
        save(
            id,
            "s3",
            edit("narrative", "测试：补充", 0),
            edit("crimeStartTime", "昨天 15:00", 1),
            edit("transfers[a1].amount", "6万", 1)));
    Case filed = officer.fileDraft(file(id, true, "f1"));
    assertThat(filed.getId()).isEqualTo(stopped.getId());
    assertThat(filed.getReceiptNumber()).isEqualTo(stopped.getReceiptNumber());
    assertThat(filed.getReport().getNarrative()).isEqualTo("测试：补充");
    assertThat(filed.getReport().hasCrimeStartTime()).isTrue();
    assertThat(filed.getReport().getTransfers(0).getAmountFen()).isEqualTo(5_000_000);
    assertThat(rules(filed)).contains("TRANSFER_FIXED").doesNotContain("TEXT_UNREAD");
    assertThat(filed.getReport().getContactsList()).hasSize(1);
    assertThat(filed.getEarlierReportsList()).hasSize(2);
    assertThat(filed.getEarlierReports(1).getCompletedBy()).isEqualTo("sub-chen");
    assertThat(filed.getEarlierReports(1).getReport().getNarrative()).isEmpty();
    assertThat(told()).hasSize(2);
  }

  @Test
  void aCodeOrAWalletWithoutANumberIsLookedUpWhileTheRestIsTypedOn() {
    String id = begin("transfers[a1].payee.kind", "QR_CODE");
    officer.saveDraft(
        save(
            id,
            "s1",
            edit("transfers[a1].amount", "5万", 0),
            edit("transfers[a1].transferTime", "11:30", 0),
            edit("transfers[a1].serialNumber", "W1", 0),
            edit("transfers[b2].amount", "2万", 0),
            edit("transfers[b2].transferTime", "11:40", 0)));
    Case opened = officer.stopFromDraft(stop(id, "st1"));
    assertThat(opened.getStopOrdersList()).isEmpty();
    assertThat(opened.getLookupsList()).hasSize(1);
    assertThat(opened.getReport().getTransfersList())
        .as("whose payee nobody has told yet waits")
        .hasSize(1);

    officer.saveDraft(save(id, "s2", edit("transfers[b2].payee.kind", "WALLET", 0)));
    Case more = officer.stopFromDraft(stop(id, "st2"));
    assertThat(more.getLookupsList()).hasSize(2);
    assertThat(officer.stopFromDraft(stop(id, "st2")).getLookupsList())
        .as("each payment once")
        .hasSize(2);

    officer.saveDraft(save(id, "s3", edit("transfers[b2].payee.accountNumber", CARD, 0)));
    Case found = officer.fileDraft(file(id, true, "f1"));
    assertThat(found.getLookupsList()).hasSize(2);
    assertThat(found.getStopOrdersList()).as("the victim has found it out").hasSize(1);
  }

  @Test
  void theOperatorStopsForTheStationHeNamed() {
    Draft begun =
        command.createDraft(
            CreateDraftRequest.newBuilder()
                .addEdits(edit("transfers[a1].payee.accountNumber", CARD, 0))
                .addEdits(edit("transfers[a1].amount", "5万", 0))
                .addEdits(edit("transfers[a1].transferTime", "11:30", 0))
                .setStation(STATION)
                .build());
    Case stopped = command.stopFromDraft(stop(begun.getId(), "st1"));
    assertThat(stopped.getStation()).isEqualTo(STATION);
    assertThat(Refusals.reason(() -> command.offerDraft(offer(begun.getId(), NEIGHBOUR))))
        .isEqualTo("DRAFT_WRONG_STATE");
    officer.adoptDraft(AdoptDraftRequest.newBuilder().setId(begun.getId()).build());
    assertThat(officer.fileDraft(file(begun.getId(), false, "f1")).getId())
        .isEqualTo(stopped.getId());
    assertThat(Refusals.reason(() -> neighbour.stopFromDraft(stop(begun.getId(), "st3"))))
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void aCaseDecidedOnTakesNoMoreFromItsDraft() {
    String id = begin("transfers[a1].payee.accountNumber", CARD);
    officer.saveDraft(
        save(
            id,
            "s1",
            edit("transfers[a1].amount", "5万", 0),
            edit("transfers[a1].transferTime", "11:30", 0)));
    Case stopped = officer.stopFromDraft(stop(id, "st1"));
    CasesGrpc.newBlockingStub(server.as(token("he", COUNTY, Role.UNIT_HEAD)))
        .reviewCase(ReviewCaseRequest.newBuilder().setId(stopped.getId()).build());
    CasesGrpc.newBlockingStub(server.as(token("lu", COUNTY, Role.COUNTY_APPROVER)))
        .acceptCase(AcceptCaseRequest.newBuilder().setId(stopped.getId()).setReason("测试").build());
    assertThat(Refusals.reason(() -> officer.fileDraft(file(id, false, "f1"))))
        .isEqualTo("CASE_WRONG_STATE");
    Draft given = officer.discardDraft(discard(id));
    assertThat(given.getCase()).isEqualTo(stopped.getId());
  }

  @Test
  void zeroTransfersAreAValidReport() {
    String id = begin("fraudType", "FALSE_AUTHORITY");
    Case filed = officer.fileDraft(file(id, true, "f1"));
    assertThat(filed.getReport().getFraudType()).isEqualTo(FraudType.FALSE_AUTHORITY);
    assertThat(filed.getStopOrdersList()).isEmpty();
    assertThat(rules(filed)).contains("NO_TRANSFER", "NO_STOP_SENT");
  }

  @Test
  void faultsAreNamedUnderTheDraftsPaths() {
    String id = begin("transfers[a1].amount", "大约5万");
    assertThat(Refusals.reason(() -> officer.fileDraft(file(id, false, "f1"))))
        .isEqualTo("VALIDATION_FAILED");
    officer.saveDraft(
        save(
            id,
            "s1",
            edit("transfers[a1].amount", "5万", 1),
            edit("transfers[a1].transferTime", "2026-11-21 18:00", 0)));
    assertThat(officer.getDraft(get(id)).getRemarksList())
        .extracting(Remark::getField)
        .contains("transfers[a1].transferTime");
    assertThat(Refusals.reason(() -> officer.fileDraft(file(id, false, "f2"))))
        .isEqualTo("VALIDATION_FAILED");
    for (FieldEdit wrong :
        List.of(edit("nonsense", "x", 0), edit("transfers[a1].serialNumber", "x".repeat(65), 0))) {
      assertThat(Refusals.reason(() -> officer.saveDraft(save(id, "s2", wrong))))
          .isEqualTo("VALIDATION_FAILED");
    }
    assertThat(officer.getDraft(get(id)).getState()).isEqualTo(DraftState.OPEN);
  }
}
