package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.Payee;
import io.holdfast.kit.value.Personal;

/** What an institution answers to a lookup. */
public sealed interface LookupAnswer {
  /**
   * Whom the money reached.
   *
   * @param payee as booked, the number whole
   * @param serialNumber the transaction's number on the payee's side; may be empty
   */
  record Told(Payee payee, String serialNumber) implements LookupAnswer {}

  /**
   * Through whom it went.
   *
   * @param institutionName as the answering institution knows it; may be empty where the id is
   *     known
   * @param institution its id; may be empty
   * @param serialNumber the order number by which it finds the payment
   */
  record Onward(String institutionName, String institution, String serialNumber, Personal note)
      implements LookupAnswer {}

  /** It cannot tell. */
  record Unable(Why why, Personal note) implements LookupAnswer {}

  /** Why it cannot. */
  enum Why {
    /** 查无此交易. */
    NO_SUCH_TRANSACTION,
    /** 付款账户非本机构. */
    PAYER_NOT_OURS,
    /** 缺受害人同意. */
    CONSENT_MISSING
  }
}
