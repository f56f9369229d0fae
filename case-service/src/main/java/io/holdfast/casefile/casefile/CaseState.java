package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.OfficerCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands. Each state carries exactly the facts true in it. */
public sealed interface CaseState {
  /** 已受案: the report is in, its receipt printed (程序规定 171). */
  record Received() implements CaseState {}

  /**
   * 审查: examined before a decision to file (程序规定 174).
   *
   * @param applicant the {@code sub} of the officer who asks for the filing
   * @param applicantCard as his login showed him then; null: not kept
   */
  record Review(String applicant, @Nullable OfficerCard applicantCard, Instant reviewTime)
      implements CaseState {}

  /** 已立案 (程序规定 178). */
  record Filed(
      String applicant,
      @Nullable OfficerCard applicantCard,
      Instant reviewTime,
      FilingDecision decision)
      implements CaseState {}

  /** 不予立案: the reporter is told within 3 days (程序规定 178–179). */
  record NotFiled(
      String applicant,
      @Nullable OfficerCard applicantCard,
      Instant reviewTime,
      FilingDecision decision)
      implements CaseState {}

  /** The {@code sub} of who asked for the filing; empty before anybody did. */
  default String applicant() {
    return "";
  }

  /** The same as his login showed him; null before anybody asked, or where it was not kept. */
  default @Nullable OfficerCard applicantCard() {
    return null;
  }

  /** When somebody asked for the filing; the epoch before. */
  default Instant reviewTime() {
    return Instant.EPOCH;
  }

  /** The name of a state, without its facts. */
  enum Name {
    RECEIVED,
    REVIEW,
    FILED,
    NOT_FILED
  }

  /** Which of the states it is. */
  default Name name() {
    return switch (this) {
      case Received _ -> Name.RECEIVED;
      case Review _ -> Name.REVIEW;
      case Filed _ -> Name.FILED;
      case NotFiled _ -> Name.NOT_FILED;
    };
  }
}
