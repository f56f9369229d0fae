package io.holdfast.freezing.match;

import io.holdfast.kit.value.Personal;
import java.util.List;

/**
 * What the bank's books say of the account. Compared and then forgotten: only the verdicts are
 * kept.
 *
 * @param credits the account's credits that may be the order's transfers
 */
public record BankRecord(Personal accountName, Personal accountNumber, List<BankCredit> credits) {
  public BankRecord {
    credits = List.copyOf(credits);
  }
}
