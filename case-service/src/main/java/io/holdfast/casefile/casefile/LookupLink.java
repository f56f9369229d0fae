package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An urgent lookup (紧急查询) of one of the case's transfers. What the victim saw stands in the
 * transfer, what was answered here.
 *
 * @param accountQuery the lookup's id
 * @param transfer the transfer's number
 * @param institution who is asked; empty while nobody is found
 * @param step 1: the payer's own institution; 2 and on: those the money went through
 * @param payee as answered; null before, and after the answer was taken back
 * @param stopOrder the order on the payee's account; empty before
 * @param seq number of the last word heard of it, which rises; 0 before the first
 */
public record LookupLink(
    String accountQuery,
    int transfer,
    LookupState state,
    String institution,
    int step,
    @Nullable Account payee,
    String stopOrder,
    long seq) {
  /** How many of them the case asked for itself: those that others led to have later steps. */
  static int asked(List<LookupLink> lookups) {
    return (int) lookups.stream().filter(lookup -> lookup.step() == 1).count();
  }
}
