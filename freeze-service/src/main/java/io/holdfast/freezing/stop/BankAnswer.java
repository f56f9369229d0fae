package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.match.MatchField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bank's answer to a stop (紧急止付结果反馈报文). */
public sealed interface BankAnswer {
  /** Who answers for it. */
  Operator operator();

  /** When it came in. */
  Instant answerTime();

  /**
   * Stopped.
   *
   * @param balanceBeforeFen fen on the account before
   * @param heldFen fen held; 0 is a stop too (只进不出)
   * @param executeTime when the bank's system stopped the account
   * @param reason why it stopped on a merely consistent match; may be empty
   * @param holder where the bank told him
   * @param statement what was booked since the transfer, oldest first; empty where not told
   */
  record Held(
      long balanceBeforeFen,
      long heldFen,
      Instant executeTime,
      Match match,
      String reason,
      @Nullable Holder holder,
      List<StatementLine> statement,
      Operator operator,
      Instant answerTime)
      implements BankAnswer {
    public Held {
      statement = List.copyOf(statement);
    }
  }

  /** Not stopped: this field does not match. Never the right value. */
  record Mismatch(MatchField field, Operator operator, Instant answerTime) implements BankAnswer {}

  /** Not stopped: 技术原因 apart from 业务原因; one may be empty. */
  record Failure(String technicalCause, String businessCause, Operator operator, Instant answerTime)
      implements BankAnswer {}

  /**
   * Not stopped: the account is not this bank's.
   *
   * @param hint whose it is, as the bank thinks: an institution's id or name; may be empty
   * @param noSuchAccount whether there is no such account at all, as far as the bank can tell
   */
  record NotOurs(String hint, boolean noSuchAccount, Operator operator, Instant answerTime)
      implements BankAnswer {}
}
