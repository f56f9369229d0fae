package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Synthetic reports (测试) for tests: nobody's name, number or money. */
public final class Reports {
  public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  /** A valid card number by Luhn, of no bank's range. */
  public static final String CARD = "9900010000000000018";

  public static final String OTHER_CARD = "9900020000000000024";

  /** The example number of GB 11643. */
  public static final String RESIDENT_ID = "11010519491231002X";

  public static final PhoneNumbers PHONES =
      text -> text.matches("1[3-9][0-9]{9}") ? "+86" + text : "";

  private Reports() {}

  /** A report without a fault or remark: one transfer of 50,000 yuan to {@link #CARD}. */
  public static Report report() {
    return report(List.of(transfer(CARD, 5_000_000)));
  }

  public static Report report(List<Transfer> transfers) {
    return report(transfers, true);
  }

  /** The same with or without the victim's consent to lookups. */
  public static Report report(List<Transfer> transfers, boolean lookupConsent) {
    return new Report(
        Channel.WINDOW,
        NOON.minus(Duration.ofMinutes(8)),
        officer("测试民警甲", "T00001"),
        officer("测试民警乙", "T00002"),
        victim(IdType.RESIDENT_ID, RESIDENT_ID),
        new Reporter(name(""), phone(""), ""),
        FraudType.FALSE_AUTHORITY,
        "电话局",
        Personal.of(Kind.TEXT, "测试：自称电话局来电，称欠费3600元。"),
        Personal.of(Kind.ADDRESS, "测试市测试路1号"),
        NOON.minus(Duration.ofHours(2)),
        NOON.minus(Duration.ofMinutes(30)),
        List.of(contact(ContactKind.MOBILE, "13800000000")),
        transfers,
        0,
        "",
        true,
        lookupConsent);
  }

  public static Victim victim(IdType type, String number) {
    return new Victim(
        VictimKind.PERSON,
        name("测试某"),
        type,
        Personal.of(Kind.ID_NUMBER, number),
        phone("13900000000"),
        Personal.of(Kind.ADDRESS, ""),
        "",
        null);
  }

  public static Contact contact(ContactKind kind, String displayed) {
    return new Contact(
        0,
        ContactDirection.INCOMING,
        kind,
        phone(displayed),
        phone(""),
        NOON.minus(Duration.ofHours(2)),
        600,
        Personal.of(Kind.TEXT, ""));
  }

  public static Transfer transfer(String number, long amountFen) {
    return transfer(card(number), amountFen);
  }

  public static Transfer transfer(Account payee, long amountFen) {
    return new Transfer(
        0,
        Account.NONE,
        payee,
        amountFen,
        NOON.minus(Duration.ofMinutes(30)),
        TransferChannel.COUNTER,
        "",
        "");
  }

  public static Account card(String number) {
    return account(AccountKind.CARD, "测试银行", number);
  }

  public static Account account(AccountKind kind, String institutionName, String number) {
    return new Account(kind, institutionName, "", Personal.of(Kind.ACCOUNT, number), name("测试收款人"));
  }

  private static OfficerCard officer(String name, String number) {
    return new OfficerCard(name(name), number, phone("13700000000"));
  }

  private static Personal name(String text) {
    return Personal.of(Kind.NAME, text);
  }

  private static Personal phone(String text) {
    return Personal.of(Kind.PHONE, text);
  }
}
