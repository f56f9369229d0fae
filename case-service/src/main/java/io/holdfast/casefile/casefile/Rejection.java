package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import java.util.List;
import java.util.Set;

/** Why a command is refused. */
public sealed interface Rejection {
  /**
   * The case's state does not allow it.
   *
   * @param allowed the states that would
   */
  record WrongState(CaseState.Name state, Set<CaseState.Name> allowed) implements Rejection {}

  /** Who asks for a filing does not decide on it. */
  record ApplicantIsApprover() implements Rejection {}

  /** Who filed the report does not confirm it as the second officer. */
  record SecondOfficerIsFirst() implements Rejection {}

  /** The case holds as much of something as it may. */
  record Full(Part part, int limit) implements Rejection {}

  /** A notice delivered before the decision it tells of, or in the future. */
  record NoticeTimeImpossible() implements Rejection {}

  /** The case never asked for that trace. */
  record TraceUnknown() implements Rejection {}

  /** The case has no such contact. */
  record ContactUnknown(int contact) implements Rejection {}

  /** The contact is no call that could be followed back, or too little is known of it. */
  record ContactNotTraceable(Lack lack) implements Rejection {}

  /** No account of the victim's own is known by its number. */
  record NothingToProtect() implements Rejection {}

  /** The same call is being followed back already. */
  record TraceUnderWay(String trace) implements Rejection {}

  /** What a contact lacks. */
  enum Lack {
    /** It is no telephone call. */
    CALL,
    DISPLAYED,
    CALLED_NUMBER,
    START_TIME
  }

  /** What is told breaks rules that hold for every report. */
  record Faulty(List<Finding> faults) implements Rejection {}

  /** What a case holds a limited number of. */
  enum Part {
    TRANSFERS,
    STOP_ORDERS,
    EVIDENCE,
    TRACES,
    CONTACTS,
    REPORT_VERSIONS
  }
}
