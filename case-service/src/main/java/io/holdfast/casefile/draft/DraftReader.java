package io.holdfast.casefile.draft;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Channel;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.ContactDirection;
import io.holdfast.casefile.report.ContactKind;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.report.IdType;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Reporter;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.TransferChannel;
import io.holdfast.casefile.report.Victim;
import io.holdfast.casefile.report.VictimKind;
import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a draft as a report. Pure. */
public final class DraftReader {
  private final Map<String, TypedText> texts = new HashMap<>();
  private final Set<String> transferRows = new LinkedHashSet<>();
  private final Set<String> contactRows = new LinkedHashSet<>();
  private final List<Finding> faults = new ArrayList<>();
  private final List<Finding> remarks = new ArrayList<>();
  private final List<String> unsettled = new ArrayList<>();

  private DraftReader(Draft draft) {
    for (DraftField field : draft.fields()) {
      DraftPath.parse(field.path()).ifPresent(path -> sort(path, field));
    }
  }

  /**
   * What the draft comes to.
   *
   * @param begun when the police were told, unless the draft says otherwise
   */
  public static DraftReading read(Draft draft, Instant begun) {
    return new DraftReader(draft).report(begun);
  }

  /**
   * How a text is understood where it is not a plain text: fen, RFC 3339 time, seconds, a name;
   * empty where it cannot be.
   */
  public static Optional<String> canonical(ReportField field, TypedText typed) {
    String text = typed.text().reveal();
    return switch (field.form()) {
      case TEXT -> Optional.of(text);
      case YUAN -> TypedReading.fen(text).map(String::valueOf);
      case TIME -> TypedReading.time(text, typed.time()).map(Instant::toString);
      case SECONDS -> TypedReading.seconds(text).map(String::valueOf);
      case FLAG -> TypedReading.flag(text).map(String::valueOf);
      case CHOICE -> field.choice(text.strip()).map(Enum::name);
    };
  }

  /** Payments begun in the draft, known or not. */
  public static int transferCount(Draft draft) {
    return new DraftReader(draft).transferRows.size();
  }

  private void sort(DraftPath path, DraftField field) {
    if (field.unsettled()) {
      unsettled.add(field.path());
      remarks.add(new Finding(field.path(), ReportRule.TEXT_UNSETTLED));
    }
    boolean told = field.texts().stream().anyMatch(text -> !text.text().reveal().isBlank());
    if (!told) {
      return;
    }
    if (path.list().equals(DraftPath.TRANSFERS)) {
      transferRows.add(path.row());
    } else if (path.list().equals(DraftPath.CONTACTS)) {
      contactRows.add(path.row());
    }
    field.text().ifPresent(text -> readable(path, text));
  }

  private void readable(DraftPath path, TypedText text) {
    if (canonical(path.field(), text).isPresent()) {
      texts.put(path.text(), text);
    } else if (path.field() != ReportField.AMOUNT && path.field() != ReportField.TRANSFER_TIME) {
      remarks.add(new Finding(path.text(), ReportRule.TEXT_UNREAD));
    }
  }

  private DraftReading report(Instant begun) {
    var transfers = new ArrayList<Transfer>();
    var rows = new ArrayList<String>();
    var known = new ArrayList<String>();
    for (String row : transferRows) {
      Transfer transfer = transfer(row);
      if (transfer != null) {
        transfers.add(transfer);
        rows.add(row);
        if (transfer.payee().told()) {
          known.add(row);
        }
      }
    }
    List<Contact> contacts = contactRows.stream().map(this::contact).toList();
    Instant received = time(ReportField.RECEIVE_TIME, "");
    var report =
        new Report(
            choice(ReportField.CHANNEL, "", Channel.class, Channel.NOT_GIVEN),
            received == null ? begun : received,
            officer(
                ReportField.OFFICER_NAME, ReportField.OFFICER_NUMBER, ReportField.OFFICER_PHONE),
            officer(ReportField.SECOND_NAME, ReportField.SECOND_NUMBER, ReportField.SECOND_PHONE),
            victim(),
            new Reporter(
                personal(Kind.NAME, ReportField.REPORTER_NAME, ""),
                personal(Kind.PHONE, ReportField.REPORTER_PHONE, ""),
                text(ReportField.REPORTER_RELATION, "")),
            choice(ReportField.FRAUD_TYPE, "", FraudType.class, FraudType.NOT_GIVEN),
            text(ReportField.IMPERSONATED, ""),
            personal(Kind.TEXT, ReportField.NARRATIVE, ""),
            personal(Kind.ADDRESS, ReportField.PLACE, ""),
            time(ReportField.CRIME_START, ""),
            time(ReportField.CRIME_END, ""),
            contacts,
            transfers,
            fen(ReportField.TOTAL_LOSS, "").orElse(0L),
            text(ReportField.LOSS_REASON, ""),
            TypedReading.flag(text(ReportField.LIABILITY_PROMISE, "")).orElse(false),
            TypedReading.flag(text(ReportField.LOOKUP_CONSENT, "")).orElse(false));
    return new DraftReading(
        report, rows, List.copyOf(contactRows), known, faults, remarks, unsettled);
  }

  private @Nullable Transfer transfer(String row) {
    Optional<Long> amountFen = fen(ReportField.AMOUNT, row);
    Instant time = time(ReportField.TRANSFER_TIME, row);
    if (amountFen.isEmpty()) {
      faults.add(at(ReportField.AMOUNT, row, ReportRule.AMOUNT_UNREAD));
    }
    if (time == null) {
      faults.add(at(ReportField.TRANSFER_TIME, row, ReportRule.TRANSFER_TIME_UNREAD));
    }
    if (amountFen.isEmpty() || time == null || half(row)) {
      return null;
    }
    return new Transfer(
        0,
        account(
            row,
            choice(ReportField.PAYER_KIND, row, AccountKind.class, AccountKind.NOT_GIVEN),
            ReportField.PAYER_BANK,
            ReportField.PAYER_INSTITUTION,
            ReportField.PAYER_NUMBER,
            ReportField.PAYER_NAME),
        account(
            row,
            choice(ReportField.PAYEE_KIND, row, AccountKind.class, AccountKind.NOT_GIVEN),
            ReportField.PAYEE_BANK,
            ReportField.PAYEE_INSTITUTION,
            ReportField.PAYEE_NUMBER,
            ReportField.PAYEE_NAME),
        amountFen.get(),
        time,
        choice(ReportField.TRANSFER_CHANNEL, row, TransferChannel.class, TransferChannel.NOT_GIVEN),
        text(ReportField.SERIAL_NUMBER, row),
        "");
  }

  /** Whether the payee is disputed between two authors: a wrong one would stop somebody else. */
  private boolean half(String row) {
    return List.of(ReportField.PAYEE_NUMBER, ReportField.PAYEE_NAME, ReportField.PAYEE_INSTITUTION)
        .stream()
        .anyMatch(field -> unsettled.contains(new DraftPath(field, row).text()));
  }

  private Account account(
      String row,
      AccountKind kind,
      ReportField bank,
      ReportField institution,
      ReportField number,
      ReportField name) {
    return new Account(
        kind,
        text(bank, row),
        text(institution, row),
        personal(Kind.ACCOUNT, number, row),
        personal(Kind.NAME, name, row));
  }

  private Contact contact(String row) {
    return new Contact(
        0,
        choice(
            ReportField.CONTACT_DIRECTION, row, ContactDirection.class, ContactDirection.NOT_GIVEN),
        choice(ReportField.CONTACT_KIND, row, ContactKind.class, ContactKind.NOT_GIVEN),
        personal(Kind.PHONE, ReportField.CONTACT_DISPLAYED, row),
        Personal.of(Kind.PHONE, ""),
        time(ReportField.CONTACT_START, row),
        TypedReading.seconds(text(ReportField.CONTACT_DURATION, row)).orElse(0),
        personal(Kind.TEXT, ReportField.CONTACT_NOTE, row));
  }

  private Victim victim() {
    return new Victim(
        choice(ReportField.VICTIM_KIND, "", VictimKind.class, VictimKind.NOT_GIVEN),
        personal(Kind.NAME, ReportField.VICTIM_NAME, ""),
        choice(ReportField.VICTIM_ID_TYPE, "", IdType.class, IdType.NOT_GIVEN),
        personal(Kind.ID_NUMBER, ReportField.VICTIM_ID_NUMBER, ""),
        personal(Kind.PHONE, ReportField.VICTIM_PHONE, ""),
        personal(Kind.ADDRESS, ReportField.VICTIM_ADDRESS, ""),
        text(ReportField.VICTIM_OCCUPATION, ""),
        null);
  }

  private OfficerCard officer(ReportField name, ReportField number, ReportField phone) {
    return new OfficerCard(
        personal(Kind.NAME, name, ""), text(number, ""), personal(Kind.PHONE, phone, ""));
  }

  private Personal personal(Kind kind, ReportField field, String row) {
    return Personal.of(kind, text(field, row));
  }

  private Optional<Long> fen(ReportField field, String row) {
    return typed(field, row).flatMap(typed -> TypedReading.fen(typed.text().reveal()));
  }

  private @Nullable Instant time(ReportField field, String row) {
    return typed(field, row)
        .flatMap(typed -> TypedReading.time(typed.text().reveal(), typed.time()))
        .orElse(null);
  }

  private <E extends Enum<E>> E choice(ReportField field, String row, Class<E> type, E notGiven) {
    return typed(field, row)
        .flatMap(typed -> field.choice(typed.text().reveal().strip()))
        .map(type::cast)
        .orElse(notGiven);
  }

  private String text(ReportField field, String row) {
    return typed(field, row).map(typed -> typed.text().reveal()).orElse("");
  }

  private Optional<TypedText> typed(ReportField field, String row) {
    return Optional.ofNullable(texts.get(new DraftPath(field, row).text()));
  }

  private static Finding at(ReportField field, String row, ReportRule rule) {
    return new Finding(new DraftPath(field, row).text(), rule);
  }
}
