package io.holdfast.freezing.account.store;

import io.holdfast.freezing.match.AccountNumbers;
import io.holdfast.kit.crypto.Lookup;
import io.holdfast.kit.value.Personal;

/** Names accounts without telling their numbers: {@code acct:<bank>:<keyed hash>}. */
public final class AccountKeys {
  private final Lookup lookup;

  public AccountKeys(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The id of the document of an account that is its victim's own: counted apart. */
  public String own(String bank, Personal number, String caseId) {
    return id(bank, number, caseId) + ":own";
  }

  /**
   * The id of an account's document.
   *
   * @param caseId empty where stops are counted per account alone
   */
  public String id(String bank, Personal number, String caseId) {
    String hash = lookup.key("acct", AccountNumbers.normalised(number.reveal()));
    String id = "acct:" + bank + hash.substring(hash.indexOf(':'));
    return caseId.isEmpty() ? id : id + ':' + caseId;
  }
}
