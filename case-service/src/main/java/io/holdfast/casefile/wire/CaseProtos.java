package io.holdfast.casefile.wire;

import com.google.protobuf.Timestamp;
import io.holdfast.casefile.casefile.CaseClock;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseState;
import io.holdfast.casefile.casefile.Confirmation;
import io.holdfast.casefile.casefile.DraftOrigin;
import io.holdfast.casefile.casefile.EarlierReport;
import io.holdfast.casefile.casefile.EvidenceFile;
import io.holdfast.casefile.casefile.FilingDecision;
import io.holdfast.casefile.casefile.FilingNotice;
import io.holdfast.casefile.casefile.LookupLink;
import io.holdfast.casefile.casefile.LookupState;
import io.holdfast.casefile.casefile.OrderLink;
import io.holdfast.casefile.casefile.OrderState;
import io.holdfast.casefile.casefile.TimelineEntry;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseClockState;
import io.holdfast.proto.casefile.v1.CaseSummary;
import io.holdfast.proto.casefile.v1.Evidence;
import io.holdfast.proto.casefile.v1.NoticeDelivery;
import io.holdfast.proto.casefile.v1.Remark;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Cases. */
public final class CaseProtos {
  private CaseProtos() {}

  /** The whole case, as of {@code now}. */
  public static Case toProto(Stored<CaseFile> stored, Instant now) {
    CaseFile file = stored.state();
    var proto =
        Case.newBuilder()
            .setId(stored.id())
            .setEtag(stored.etag())
            .setReceiptNumber(file.receiptNumber())
            .setState(state(file.state().name()))
            .setPolicy(stored.policy())
            .setStation(file.station())
            .setRegion(file.region())
            .setReport(ReportProtos.toProto(file.report()))
            .setCreateTime(Times.toProto(stored.createTime()))
            .setApplicant(file.state().applicant());
    OfficerCard applicant = file.state().applicantCard();
    if (applicant != null) {
      proto.setApplicantCard(ReportProtos.toProto(applicant));
    }
    file.orders().forEach(order -> proto.addStopOrders(toProto(order)));
    file.evidence().forEach(evidence -> proto.addEvidence(toProto(evidence)));
    file.remarks().forEach(remark -> proto.addRemarks(toProto(remark)));
    file.timeline().forEach(entry -> proto.addTimeline(toProto(entry)));
    file.lookups().forEach(lookup -> proto.addLookups(toProto(lookup)));
    file.traces().forEach(trace -> proto.addTraces(TraceProtos.toProto(trace)));
    file.clues().forEach(clue -> proto.addClues(TraceProtos.toProto(file, clue)));
    DraftOrigin origin = file.origin();
    if (origin != null) {
      proto.setDraft(origin.draft());
    }
    Confirmation word = file.confirmation();
    if (word != null) {
      proto.setSecondOfficerConfirmation(toProto(word));
    }
    file.clocks().forEach(clock -> proto.addClocks(toProto(clock, now)));
    file.earlierDecisions().forEach(decision -> proto.addEarlierDecisions(toProto(decision)));
    FilingNotice notice = file.filingNotice();
    if (notice != null) {
      proto.setFilingNotice(toProto(notice));
    }
    file.earlier().forEach(earlier -> proto.addEarlierReports(toProto(earlier)));
    switch (file.state()) {
      case CaseState.Received _, CaseState.Review _ -> {}
      case CaseState.Filed(_, _, _, var decision) -> proto.setDecision(toProto(decision));
      case CaseState.NotFiled(_, _, _, var decision) -> proto.setDecision(toProto(decision));
    }
    return proto.build();
  }

  static io.holdfast.proto.casefile.v1.CaseClock toProto(CaseClock clock, Instant now) {
    var proto =
        io.holdfast.proto.casefile.v1.CaseClock.newBuilder()
            .setName(clock.name().word())
            .setStartTime(Times.toProto(clock.startTime()))
            .setDueTime(Times.toProto(clock.dueTime()))
            .setState(
                switch (clock.at(now)) {
                  case RUNNING -> CaseClockState.CLOCK_RUNNING;
                  case MET -> CaseClockState.CLOCK_MET;
                  case MISSED -> CaseClockState.CLOCK_MISSED;
                })
            .setBasis(clock.basis())
            .setWarned(clock.told());
    Instant met = clock.metTime();
    return met == null ? proto.build() : proto.setMetTime(Times.toProto(met)).build();
  }

  /** A time as it was sent. */
  public static Instant instant(Timestamp sent) {
    return Times.fromProto(sent);
  }

  /** How a notice was delivered, as the contract has let it in. */
  public static FilingNotice.Delivery delivery(NoticeDelivery sent) {
    return switch (sent) {
      case IN_PERSON -> FilingNotice.Delivery.IN_PERSON;
      case BY_POST -> FilingNotice.Delivery.BY_POST;
      case ELECTRONICALLY -> FilingNotice.Delivery.ELECTRONICALLY;
      case NOTICE_DELIVERY_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("delivery: " + sent + " (expected: validated before)");
    };
  }

  private static io.holdfast.proto.casefile.v1.FilingNotice toProto(FilingNotice notice) {
    return io.holdfast.proto.casefile.v1.FilingNotice.newBuilder()
        .setNoticeNumber(notice.number())
        .setDelivery(
            switch (notice.delivery()) {
              case IN_PERSON -> NoticeDelivery.IN_PERSON;
              case BY_POST -> NoticeDelivery.BY_POST;
              case ELECTRONICALLY -> NoticeDelivery.ELECTRONICALLY;
            })
        .setDeliveryTime(Times.toProto(notice.deliveryTime()))
        .setRecordedBy(notice.recordedBy())
        .build();
  }

  /** One line of a list. */
  public static CaseSummary toSummary(Stored<CaseFile> stored) {
    CaseFile file = stored.state();
    return CaseSummary.newBuilder()
        .setId(stored.id())
        .setReceiptNumber(file.receiptNumber())
        .setState(state(file.state().name()))
        .setFraudType(ReportEnums.fraudType(file.report().fraudType()))
        .setStation(file.station())
        .setTotalLossFen(file.report().totalLossFen())
        .setStopOrderCount(file.orders().size())
        .setCreateTime(Times.toProto(stored.createTime()))
        .build();
  }

  /** The state a list is asked for; null for all of them. */
  public static CaseState.@Nullable Name state(io.holdfast.proto.casefile.v1.CaseState sent) {
    return switch (sent) {
      case CASE_STATE_UNSPECIFIED, UNRECOGNIZED -> null;
      case RECEIVED -> CaseState.Name.RECEIVED;
      case REVIEW -> CaseState.Name.REVIEW;
      case FILED -> CaseState.Name.FILED;
      case NOT_FILED -> CaseState.Name.NOT_FILED;
    };
  }

  /** The second officer's word. */
  public static SecondOfficerConfirmation toProto(Confirmation word) {
    return SecondOfficerConfirmation.newBuilder()
        .setConfirmedBy(word.confirmedBy())
        .setOfficerNumber(word.officer().officerNumber())
        .setInstitution(word.institution())
        .setConfirmTime(Times.toProto(word.confirmTime()))
        .build();
  }

  /** A fraud type as it was sent. */
  public static FraudType fraudType(io.holdfast.proto.casefile.v1.FraudType sent) {
    return ReportEnums.fraudType(sent);
  }

  /** A file of a case. */
  public static Evidence toProto(EvidenceFile evidence) {
    return Evidence.newBuilder()
        .setNumber(evidence.number())
        .setFileName(evidence.fileName().reveal())
        .setContentType(evidence.contentType())
        .setSizeBytes(evidence.sizeBytes())
        .setSha256(evidence.sha256())
        .setUploadTime(Times.toProto(evidence.uploadTime()))
        .build();
  }

  static io.holdfast.proto.casefile.v1.CaseState state(CaseState.Name state) {
    return switch (state) {
      case RECEIVED -> io.holdfast.proto.casefile.v1.CaseState.RECEIVED;
      case REVIEW -> io.holdfast.proto.casefile.v1.CaseState.REVIEW;
      case FILED -> io.holdfast.proto.casefile.v1.CaseState.FILED;
      case NOT_FILED -> io.holdfast.proto.casefile.v1.CaseState.NOT_FILED;
    };
  }

  private static io.holdfast.proto.casefile.v1.LookupLink toProto(LookupLink lookup) {
    var proto =
        io.holdfast.proto.casefile.v1.LookupLink.newBuilder()
            .setAccountQuery(lookup.accountQuery())
            .setTransfer(lookup.transfer())
            .setState(lookup.state() == LookupState.ASKED ? "" : "LOOKUP_" + lookup.state().name())
            .setInstitution(lookup.institution())
            .setStep(lookup.step())
            .setStopOrder(lookup.stopOrder());
    if (lookup.payee() != null) {
      proto.setPayee(AccountProtos.toProto(lookup.payee()));
    }
    return proto.build();
  }

  private static io.holdfast.proto.casefile.v1.EarlierReport toProto(EarlierReport earlier) {
    return io.holdfast.proto.casefile.v1.EarlierReport.newBuilder()
        .setReport(ReportProtos.toProto(earlier.report()))
        .setCompletedBy(earlier.completedBy())
        .setCompleteTime(Times.toProto(earlier.completeTime()))
        .build();
  }

  private static io.holdfast.proto.casefile.v1.OrderLink toProto(OrderLink order) {
    return io.holdfast.proto.casefile.v1.OrderLink.newBuilder()
        .setStopOrder(order.stopOrder())
        .setMaskedAccount(order.label())
        .setAmountFen(order.amountFen())
        .setState(order.state() == OrderState.ASKED ? "" : order.state().name())
        .setLayer(order.layer())
        .setProtective(order.protective())
        .build();
  }

  static Remark toProto(Finding finding) {
    return Remark.newBuilder()
        .setField(finding.field())
        .setRule(finding.rule().name())
        .setMessage(finding.rule().zh())
        .setMessageEn(finding.rule().en())
        .build();
  }

  private static io.holdfast.proto.casefile.v1.TimelineEntry toProto(TimelineEntry entry) {
    var proto =
        io.holdfast.proto.casefile.v1.TimelineEntry.newBuilder()
            .setTime(Times.toProto(entry.time()))
            .setKind(entry.kind())
            .setStopOrder(entry.stopOrder())
            .setInstitution(entry.institution())
            .setAmountFen(entry.amountFen())
            .setHop(entry.hop());
    String trace = entry.trace();
    return trace == null ? proto.build() : proto.setTrace(trace).build();
  }

  private static io.holdfast.proto.casefile.v1.FilingDecision toProto(FilingDecision decision) {
    return io.holdfast.proto.casefile.v1.FilingDecision.newBuilder()
        .setApprover(decision.approver())
        .setDecideTime(Times.toProto(decision.decideTime()))
        .setReason(decision.reason())
        .build();
  }
}
