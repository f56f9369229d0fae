package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.StatementLine;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.proto.freezing.v1.LineDirection;
import java.util.ArrayList;
import java.util.List;

/** An account's bookings between contract and domain. */
final class StatementProtos {
  private StatementProtos() {}

  static List<StatementLine> told(List<io.holdfast.proto.freezing.v1.StatementLine> lines) {
    return lines.stream().map(StatementProtos::told).toList();
  }

  private static StatementLine told(io.holdfast.proto.freezing.v1.StatementLine line) {
    return new StatementLine(
        RequestProtos.time(line.getBookingTime()),
        line.getDirection() == LineDirection.LINE_CREDIT
            ? StatementLine.Direction.CREDIT
            : StatementLine.Direction.DEBIT,
        line.getAmountFen(),
        line.getBalanceAfterFen(),
        line.hasCounterparty() ? RequestProtos.payee(line.getCounterparty()) : null,
        RequestProtos.channel(line.getChannel()),
        line.getTerminal().strip(),
        line.getBranch().strip(),
        line.getSerialNumber().strip());
  }

  static List<io.holdfast.proto.freezing.v1.StatementLine> lines(List<StatementLine> statement) {
    var lines = new ArrayList<io.holdfast.proto.freezing.v1.StatementLine>();
    for (StatementLine line : statement) {
      var out =
          io.holdfast.proto.freezing.v1.StatementLine.newBuilder()
              .setNumber(lines.size() + 1)
              .setBookingTime(StopProtos.time(line.time()))
              .setDirection(
                  switch (line.direction()) {
                    case CREDIT -> LineDirection.LINE_CREDIT;
                    case DEBIT -> LineDirection.LINE_DEBIT;
                  })
              .setAmountFen(line.amountFen())
              .setBalanceAfterFen(line.balanceAfterFen())
              .setChannel(StopProtos.channel(line.channel()))
              .setTerminal(line.terminal())
              .setBranch(line.branch())
              .setSerialNumber(line.serialNumber());
      if (line.counterparty() != null) {
        out.setCounterparty(OutflowProtos.payee(line.counterparty()));
      }
      lines.add(out.build());
    }
    return lines;
  }
}
