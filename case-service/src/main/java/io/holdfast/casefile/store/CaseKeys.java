package io.holdfast.casefile.store;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.Clue;
import io.holdfast.casefile.casefile.LookupLink;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.crypto.Lookup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keyed hashes under which a case is found; equal numbers give equal keys however they were typed.
 */
public final class CaseKeys {
  private final Lookup lookup;
  private final PhoneNumbers phones;

  public CaseKeys(Lookup lookup, PhoneNumbers phones) {
    this.lookup = lookup;
    this.phones = phones;
  }

  /** The key of an account number. */
  public String account(String typed) {
    return lookup.key("account", Tidying.accountNumber(typed).toUpperCase(Locale.ROOT));
  }

  /** The keys of a phone number: as displayed and, where it can be read so, as E.164. */
  public Set<String> phone(String typed) {
    String displayed = Tidying.phone(typed);
    Set<String> keys = new LinkedHashSet<>();
    keys.add(phoneKey(displayed));
    String e164 = phones.e164(displayed);
    if (!e164.isEmpty()) {
      keys.add(phoneKey(e164));
    }
    return keys;
  }

  /** The key of a document number. */
  public String idNumber(String typed) {
    return lookup.key("id", Tidying.idNumber(typed));
  }

  /** The key of a receipt number. */
  public String receipt(String typed) {
    return lookup.key("receipt", typed.strip().toUpperCase(Locale.ROOT));
  }

  /**
   * Every key of a case: accounts known in full, all phone numbers, the victim's document, the
   * receipt.
   */
  public Set<String> of(CaseFile file) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(receipt(file.receiptNumber()));
    Report report = file.report();
    for (Transfer transfer : report.transfers()) {
      for (Account account : List.of(transfer.payee(), transfer.payer())) {
        if (account.stoppable()) {
          keys.add(account(account.number().reveal()));
        }
      }
    }
    for (LookupLink lookup : file.lookups()) {
      if (lookup.payee() != null) {
        keys.add(account(lookup.payee().number().reveal()));
      }
    }
    if (!report.victim().idNumber().isEmpty()) {
      keys.add(idNumber(report.victim().idNumber().reveal()));
    }
    addPhone(keys, report.victim().phone().reveal());
    addPhone(keys, report.reporter().phone().reveal());
    for (Contact contact : report.contacts()) {
      String displayed = Tidying.phone(contact.displayed().reveal());
      if (!displayed.isEmpty()) {
        keys.add(phoneKey(displayed));
      }
      if (!contact.e164().isEmpty()) {
        keys.add(phoneKey(contact.e164().reveal()));
      }
    }
    file.clues().stream().filter(clue -> !clue.withdrawn()).forEach(clue -> add(keys, clue));
    return keys;
  }

  /** What a trace brought to light leads to the case as well as what was reported. */
  private void add(Set<String> keys, Clue clue) {
    switch (clue.kind()) {
      case NUMBER -> addPhone(keys, clue.value().reveal());
      case BANK_ACCOUNT, PAYMENT_ACCOUNT -> keys.add(account(clue.value().reveal()));
      case IP, LOGIN, NAME, HOST -> {}
    }
  }

  private void addPhone(Set<String> keys, String phone) {
    if (!phone.isEmpty()) {
      keys.addAll(phone(phone));
    }
  }

  private String phoneKey(String phone) {
    return lookup.key("phone", phone.toUpperCase(Locale.ROOT));
  }
}
