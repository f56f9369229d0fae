package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.RecordNotice;
import io.holdfast.casefile.casefile.CaseEvent.NoticeRecorded;
import java.time.Instant;
import java.util.List;

/** How a refusal to file reaches the reporter (程序规定 178), and how it is overruled. Pure. */
final class NoticeRules {
  private NoticeRules() {}

  static Decision decide(CaseFile file, RecordNotice command, Instant now) {
    Instant delivered = command.notice().deliveryTime();
    boolean possible =
        !delivered.isAfter(now)
            && file.state() instanceof CaseState.NotFiled(_, _, _, var decision)
            && !delivered.isBefore(decision.decideTime());
    return possible
        ? new Decision.Accepted(new NoticeRecorded(command.notice(), command.institution()))
        : new Decision.Rejected(new Rejection.NoticeTimeImpossible());
  }

  static CaseFile recorded(CaseFile file, NoticeRecorded event) {
    if (file.filingNotice() != null) {
      return file;
    }
    FilingNotice notice = event.notice();
    return file.noticed(notice)
        .noting(
            List.of(
                new TimelineEntry(
                    notice.deliveryTime(), "FILING_NOTICE_DELIVERED", "", event.institution(), 0)));
  }

  /** What is filed after all keeps the refusal on record. */
  static CaseFile overruled(CaseFile file) {
    return switch (file.state()) {
      case CaseState.NotFiled(_, _, _, var refusal) -> file.overruling(refusal);
      case CaseState.Received _, CaseState.Review _, CaseState.Filed _ -> file;
    };
  }
}
