package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was typed into one form: full-width digits, spaces and hyphens in numbers, E.164, the
 * victim's age, the total. Never changes what is evidence as it stands, above all the number a
 * phone displayed.
 */
public final class Tidying {
  /** An officer's machine may run ahead by this much; what it calls now is now. */
  static final Duration SKEW_MAX = Duration.ofMinutes(2);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-\\x{2010}-\\x{2015}]+");
  private static final Pattern PHONE_SEPARATORS = Pattern.compile("[().]+");
  // What screens put in place of digits: stars, bullets, crosses, x in a row, dots in a row.
  private static final Pattern MASKS = Pattern.compile("[*●•×]+|[xX]{2,}|[.]{2,}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private Tidying() {}

  /** The report in its stored form, received at {@code now} at the latest. */
  public static Report tidied(Report told, PhoneNumbers phones, Instant now) {
    Instant receiveTime = notAhead(seconds(told.receiveTime()), now);
    List<Transfer> transfers = tidied(told.transfers(), 0);
    long sum = transfers.stream().mapToLong(Transfer::amountFen).sum();
    return new Report(
        told.channel(),
        receiveTime,
        tidied(told.officer()),
        tidied(told.secondOfficer()),
        tidied(told.victim(), receiveTime),
        tidied(told.reporter()),
        told.fraudType(),
        told.impersonatedIdentity().strip(),
        stripped(told.narrative()),
        stripped(told.place()),
        seconds(told.crimeStartTime()),
        seconds(told.crimeEndTime()),
        contacts(told.contacts(), phones),
        transfers,
        told.totalLossFen() == 0 ? sum : told.totalLossFen(),
        told.lossReason().strip(),
        told.liabilityPromise(),
        told.lookupConsent());
  }

  /** Transfers in their stored form, numbered on from {@code last}. */
  public static List<Transfer> tidied(List<Transfer> told, int last) {
    var transfers = new ArrayList<Transfer>();
    for (Transfer transfer : told) {
      transfers.add(
          new Transfer(
              last + transfers.size() + 1,
              tidied(transfer.payer()),
              tidied(transfer.payee()),
              transfer.amountFen(),
              transfer.transferTime().truncatedTo(ChronoUnit.SECONDS),
              transfer.channel(),
              transfer.serialNumber().strip(),
              ""));
    }
    return transfers;
  }

  /**
   * An account number without spaces and hyphens, in plain digits and capitals; every mask is a
   * {@code *}. A mail address (some wallets go by one) stays as it is.
   */
  public static String accountNumber(String typed) {
    if (typed.indexOf('@') >= 0) {
      return typed.strip();
    }
    String plain = SEPARATORS.matcher(narrow(typed)).replaceAll("");
    return MASKS.matcher(plain).replaceAll("*").toUpperCase(Locale.ROOT);
  }

  /** A document number without separators, in plain digits and capitals. */
  public static String idNumber(String typed) {
    return SEPARATORS.matcher(narrow(typed)).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** A phone number without separators and brackets, in plain digits. */
  public static String phone(String typed) {
    String plain = SEPARATORS.matcher(narrow(typed)).replaceAll("");
    return PHONE_SEPARATORS.matcher(plain).replaceAll("");
  }

  private static String narrow(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  private static Victim tidied(Victim told, Instant receiveTime) {
    String id = idNumber(told.idNumber().reveal());
    return new Victim(
        told.kind(),
        stripped(told.name()),
        told.idType(),
        Personal.of(told.idNumber().kind(), id),
        Personal.of(told.phone().kind(), phone(told.phone().reveal())),
        stripped(told.address()),
        told.occupation().strip(),
        told.idType() == IdType.RESIDENT_ID
            ? ResidentId.age(id, receiveTime.atZone(CHINA).toLocalDate()).orElse(null)
            : null);
  }

  private static Reporter tidied(Reporter told) {
    return new Reporter(
        stripped(told.name()),
        Personal.of(told.phone().kind(), phone(told.phone().reveal())),
        told.relation().strip());
  }

  private static OfficerCard tidied(OfficerCard told) {
    return new OfficerCard(
        stripped(told.name()),
        told.officerNumber().strip(),
        Personal.of(told.phone().kind(), phone(told.phone().reveal())));
  }

  /** An account in its stored form. */
  public static Account tidied(Account told) {
    return new Account(
        told.kind(),
        narrow(told.institutionName()).strip(),
        told.institution().strip(),
        Personal.of(told.number().kind(), accountNumber(told.number().reveal())),
        stripped(told.name()));
  }

  private static List<Contact> contacts(List<Contact> told, PhoneNumbers phones) {
    var contacts = new ArrayList<Contact>();
    for (Contact contact : told) {
      contacts.add(
          new Contact(
              contacts.size() + 1,
              contact.direction(),
              contact.kind(),
              contact.displayed(),
              Personal.of(Personal.Kind.PHONE, e164(contact, phones)),
              seconds(contact.startTime()),
              contact.durationSeconds(),
              stripped(contact.note())));
    }
    return contacts;
  }

  private static String e164(Contact contact, PhoneNumbers phones) {
    String typed = phone(contact.e164().reveal());
    if (E164.matcher(typed).matches()) {
      return typed;
    }
    return contact.kind().byPhone() ? phones.e164(phone(contact.displayed().reveal())) : "";
  }

  private static Personal stripped(Personal told) {
    return Personal.of(told.kind(), told.reveal().strip());
  }

  private static Instant notAhead(@Nullable Instant told, Instant now) {
    if (told == null || (told.isAfter(now) && !told.isAfter(now.plus(SKEW_MAX)))) {
      return now.truncatedTo(ChronoUnit.MILLIS);
    }
    return told;
  }

  private static @Nullable Instant seconds(@Nullable Instant told) {
    return told == null ? null : told.truncatedTo(ChronoUnit.SECONDS);
  }
}
