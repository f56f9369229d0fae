package io.holdfast.freezing.stop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One booking on the account since the transfer (交易明细), as the bank's books have it.
 *
 * @param time as booked
 * @param amountFen fen, greater than 0
 * @param balanceAfterFen fen on the account after it
 * @param counterparty the other side; null where there is none
 * @param terminal machine or terminal; may be empty
 * @param branch may be empty
 * @param serialNumber 流水号; may be empty
 */
public record StatementLine(
    Instant time,
    Direction direction,
    long amountFen,
    long balanceAfterFen,
    @Nullable Payee counterparty,
    TransferOut.Channel channel,
    String terminal,
    String branch,
    String serialNumber) {
  /** Which way the money went. */
  public enum Direction {
    /** 转入. */
    CREDIT,
    /** 转出. */
    DEBIT
  }

  /** What is wrong with a statement told at {@code now}, if anything. */
  static Optional<Rejection> impossible(
      List<StatementLine> statement, Instant earliest, Instant now) {
    for (int i = 0; i < statement.size(); i++) {
      Instant time = statement.get(i).time();
      if (AnswerRules.possible(time, earliest, now).isEmpty()) {
        return Optional.of(new Rejection.StatementTimeImpossible(i + 1, time, earliest, now));
      }
    }
    return Optional.empty();
  }

  /** Whether an outflow can be the line it names, or a part of it. */
  static boolean fits(List<StatementLine> statement, Outflow outflow) {
    if (outflow.line() == 0) {
      return true;
    }
    if (outflow.line() > statement.size()) {
      return false;
    }
    StatementLine line = statement.get(outflow.line() - 1);
    return line.direction() == Direction.DEBIT && outflow.amountFen() <= line.amountFen();
  }
}
