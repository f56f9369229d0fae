package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Transfer;

/**
 * An urgent lookup to be made: one payment whose payee's account the victim does not know.
 *
 * @param accountQuery the id the lookup will have
 * @param queryNumber 紧急查询编号
 */
public record LookupRequest(String accountQuery, String queryNumber, Transfer transfer) {
  LookupLink link() {
    return new LookupLink(accountQuery, transfer.number(), LookupState.ASKED, "", 1, null, "", 0);
  }
}
