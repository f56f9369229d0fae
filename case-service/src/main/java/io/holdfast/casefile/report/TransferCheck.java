package io.holdfast.casefile.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds transfers against the rules. Pure. */
public final class TransferCheck {
  private final List<Finding> found = new ArrayList<>();
  private final Instant now;

  private TransferCheck(Instant now) {
    this.now = now;
  }

  /**
   * Checks tidied transfers.
   *
   * @param path path of their list, e.g. {@code report.transfers}
   * @param first position of the first of them in that list, from 0
   * @param earlier the case's transfers told before
   */
  public static Findings check(
      String path, int first, List<Transfer> transfers, List<Transfer> earlier, Instant now) {
    return Findings.of(find(path, first, transfers, earlier, now));
  }

  static List<Finding> find(
      String path, int first, List<Transfer> transfers, List<Transfer> earlier, Instant now) {
    var check = new TransferCheck(now);
    if (transfers.size() > Report.TRANSFERS_MAX) {
      check.add(path, ReportRule.TOO_MANY_TRANSFERS);
    }
    var seen = new ArrayList<>(earlier);
    for (int i = 0; i < transfers.size(); i++) {
      Transfer transfer = transfers.get(i);
      String at = path + '[' + (first + i) + ']';
      check.transfer(at, transfer);
      if (seen.stream().anyMatch(transfer::sameAs)) {
        check.add(at, ReportRule.TRANSFER_TWICE);
      }
      seen.add(transfer);
    }
    return check.found;
  }

  private void transfer(String at, Transfer transfer) {
    if (transfer.amountFen() <= 0) {
      add(at + ".amountFen", ReportRule.AMOUNT_NOT_POSITIVE);
    }
    if (transfer.transferTime().isAfter(now)) {
      add(at + ".transferTime", ReportRule.TRANSFER_TIME_IN_FUTURE);
    }
    payee(at + ".payee", transfer.payee());
    number(at + ".payer.accountNumber", transfer.payer());
    if (transfer.payee().sameAs(transfer.payer())) {
      add(at + ".payee.accountNumber", ReportRule.PAYEE_IS_PAYER);
    }
  }

  private void payee(String at, Account payee) {
    if (payee.number().isEmpty()) {
      add(at + ".accountNumber", ReportRule.PAYEE_ACCOUNT_MISSING);
    } else if (payee.kind() == AccountKind.QR_CODE) {
      add(at + ".accountNumber", ReportRule.PAYEE_BY_QR_CODE);
    } else if (payee.partial()) {
      add(at + ".accountNumber", ReportRule.PAYEE_ACCOUNT_PARTIAL);
    }
    number(at + ".accountNumber", payee);
    if (payee.name().isEmpty()) {
      add(at + ".accountName", ReportRule.PAYEE_NAME_MISSING);
    } else if (payee.name().reveal().matches(".*[*＊●•×].*")) {
      add(at + ".accountName", ReportRule.PAYEE_NAME_MASKED);
    }
    if (!payee.institutionKnown() && payee.kind() != AccountKind.CARD) {
      add(at + ".institutionName", ReportRule.PAYEE_BANK_MISSING);
    }
  }

  private void number(String at, Account account) {
    if (!account.stoppable()) {
      return;
    }
    String number = account.number().reveal();
    switch (account.kind()) {
      case CARD -> card(at, number);
      case PASSBOOK, COMPANY_ACCOUNT -> {
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
          add(at, ReportRule.ACCOUNT_CHARACTERS);
        }
      }
      // A wallet may go under a phone number, a mail address or a name of its own making.
      case WALLET, QR_CODE, NOT_GIVEN -> {}
    }
  }

  private void card(String at, String number) {
    if (!CardNumber.formed(number)) {
      add(at, ReportRule.CARD_LENGTH);
    } else if (!CardNumber.valid(number)) {
      add(at, ReportRule.CARD_CHECK_DIGIT);
    }
  }

  private void add(String field, ReportRule rule) {
    found.add(new Finding(field, rule));
  }
}
