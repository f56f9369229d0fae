package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.PHONES;

import io.holdfast.casefile.casefile.CaseCommand.Accept;
import io.holdfast.casefile.casefile.CaseCommand.AddEvidence;
import io.holdfast.casefile.casefile.CaseCommand.AddTransfers;
import io.holdfast.casefile.casefile.CaseCommand.CompleteReport;
import io.holdfast.casefile.casefile.CaseCommand.ConfirmSecondOfficer;
import io.holdfast.casefile.casefile.CaseCommand.Decline;
import io.holdfast.casefile.casefile.CaseCommand.RecordNotice;
import io.holdfast.casefile.casefile.CaseCommand.RecordOrder;
import io.holdfast.casefile.casefile.CaseCommand.RecordTrace;
import io.holdfast.casefile.casefile.CaseCommand.RequestTrace;
import io.holdfast.casefile.casefile.CaseCommand.Review;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.util.List;

/** Synthetic cases (测试) for tests. */
public final class Cases {
  public static final String STATION = "station000000000000000test";
  public static final String APPLICANT = "officer-1";
  static final OfficerCard APPLICANT_CARD =
      new OfficerCard(
          Personal.of(Personal.Kind.NAME, "测试呈请人"), "000111", Personal.of(Personal.Kind.PHONE, ""));
  public static final String FILER = "officer-0";
  public static final String APPROVER = "approver-1";
  public static final OrderNames NAMES =
      new OrderNames() {
        @Override
        public String order(int ordinal) {
          return "order" + ordinal;
        }

        @Override
        public String lookup(int ordinal) {
          return "lookup" + ordinal;
        }
      };

  private Cases() {}

  /** A case just opened urgently, with these transfers. */
  public static CaseFile opened(Transfer... transfers) {
    return opening(true, transfers).open(NAMES, NOON).file();
  }

  public static Opening opening(boolean urgent, Transfer... transfers) {
    Report report = Tidying.tidied(Reports.report(List.of(transfers)), PHONES, NOON);
    return new Opening(
        "TEST2026-000001", STATION, List.of(), "999001", report, List.of(), urgent, FILER);
  }

  /** A case in each state. */
  public static CaseFile in(CaseState.Name state) {
    CaseFile received =
        after(
            after(opened(Reports.transfer(Reports.CARD, 100)), trace("trace1", 1)),
            heardTrace("trace1", 1, TraceState.DEAD_END));
    return switch (state) {
      case RECEIVED -> received;
      case REVIEW -> after(received, review());
      case FILED -> after(after(received, review()), accept());
      case NOT_FILED -> after(after(received, review()), decline());
    };
  }

  public static Review review() {
    return new Review(APPLICANT, APPLICANT_CARD, STATION);
  }

  public static Accept accept() {
    return new Accept(APPROVER, "county", "测试：符合立案条件");
  }

  public static Decline decline() {
    return new Decline(APPROVER, "county", "测试：没有犯罪事实");
  }

  public static RecordNotice notice() {
    return new RecordNotice(
        new FilingNotice("测不立字1号", FilingNotice.Delivery.IN_PERSON, NOON, APPLICANT), STATION);
  }

  public static AddTransfers add(boolean urgent, Transfer... transfers) {
    return new AddTransfers(Tidying.tidied(List.of(transfers), 0), List.of(), urgent, STATION);
  }

  public static CompleteReport complete(Report told, boolean urgent) {
    return new CompleteReport(told, null, List.of(), urgent, PHONES, NOON, APPLICANT, STATION);
  }

  public static ConfirmSecondOfficer confirm(String by) {
    return new ConfirmSecondOfficer(by, Reports.report().secondOfficer(), STATION);
  }

  public static AddEvidence evidence() {
    return new AddEvidence(
        new EvidenceFile(
            0,
            "file",
            Personal.of(Personal.Kind.TEXT, "测试回单.pdf"),
            "application/pdf",
            10,
            "00",
            NOON),
        STATION);
  }

  public static RecordOrder heard(String order, long seq, OrderState state) {
    return heard(order, seq, state, 100);
  }

  /** The same of an order over so many fen. */
  static RecordOrder heard(String order, long seq, OrderState state, long amountFen) {
    return new RecordOrder(
        order,
        seq,
        "STOP_" + state,
        state,
        "bank",
        0,
        NOON,
        new CaseCommand.Asked("R-1.1", "9990****0049", amountFen, 2),
        "");
  }

  /** The victim's own account is to be stopped. */
  public static CaseCommand.ProtectVictim protect() {
    return new CaseCommand.ProtectVictim(
        List.of(Reports.transfer(Reports.OTHER_CARD, 5).payee()), NOON, "当面签字", STATION);
  }

  public static CaseCommand.RecordLookup heardLookup(
      String query, int transfer, long seq, LookupState state, String account, String order) {
    return new CaseCommand.RecordLookup(
        new LookupLink(
            query,
            transfer,
            state,
            "bank",
            1,
            account.isEmpty() ? null : Reports.card(account),
            order,
            seq),
        "LOOKUP_" + state,
        "bank",
        NOON);
  }

  public static RequestTrace trace(String trace, int contact) {
    return new RequestTrace(
        trace,
        contact,
        Personal.of(Personal.Kind.PHONE, ""),
        null,
        0,
        Duration.ZERO,
        "测调证字1号",
        null,
        null,
        "",
        APPLICANT,
        STATION);
  }

  public static RecordTrace heardTrace(String trace, long seq, TraceState state, Clue... clues) {
    return new RecordTrace(
        trace, seq, "TRACE_HOP_ANSWERED", 1, state, List.of(clues), List.of(), "carrier", NOON);
  }

  public static Clue clue(String trace, int hop, Clue.Kind kind, String value) {
    return new Clue(
        0,
        kind,
        Personal.of(Personal.Kind.ACCOUNT, value),
        Personal.of(Personal.Kind.TEXT, "测试"),
        trace,
        hop,
        NOON,
        false);
  }

  public static CaseFile after(CaseFile file, CaseCommand command) {
    return switch (CaseRules.decide(file, command, NAMES, NOON)) {
      case Accepted(var event) -> CaseRules.evolve(file, event);
      case Rejected(var rejection) -> throw new AssertionError("rejected: " + rejection);
    };
  }
}
