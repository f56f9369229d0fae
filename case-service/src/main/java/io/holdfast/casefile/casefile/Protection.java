package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Account;
import java.time.Instant;

/**
 * A protective stop of an account of the victim's own (保护性止付), with his consent on record.
 *
 * @param stopOrder the order on it
 * @param consentForm how he gave his consent, e.g. 当面签字
 */
public record Protection(
    String stopOrder, Account account, Instant consentTime, String consentForm) {}
