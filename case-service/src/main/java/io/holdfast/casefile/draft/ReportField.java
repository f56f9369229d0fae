package io.holdfast.casefile.draft;

import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Channel;
import io.holdfast.casefile.report.ContactDirection;
import io.holdfast.casefile.report.ContactKind;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.report.IdType;
import io.holdfast.casefile.report.TransferChannel;
import io.holdfast.casefile.report.VictimKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a report that a draft can hold, each with what its text is to be read as. */
public enum ReportField {
  CHANNEL("channel", Channel.class),
  RECEIVE_TIME("receiveTime", Form.TIME),
  OFFICER_NAME("officer.name", 60),
  OFFICER_NUMBER("officer.officerNumber", 20),
  OFFICER_PHONE("officer.phone", 40),
  SECOND_NAME("secondOfficer.name", 60),
  SECOND_NUMBER("secondOfficer.officerNumber", 20),
  SECOND_PHONE("secondOfficer.phone", 40),
  VICTIM_KIND("victim.kind", VictimKind.class),
  VICTIM_NAME("victim.name", 100),
  VICTIM_ID_TYPE("victim.idType", IdType.class),
  VICTIM_ID_NUMBER("victim.idNumber", 40),
  VICTIM_PHONE("victim.phone", 40),
  VICTIM_ADDRESS("victim.address", 300),
  VICTIM_OCCUPATION("victim.occupation", 60),
  REPORTER_NAME("reporter.name", 100),
  REPORTER_PHONE("reporter.phone", 40),
  REPORTER_RELATION("reporter.relation", 60),
  FRAUD_TYPE("fraudType", FraudType.class),
  IMPERSONATED("impersonatedIdentity", 100),
  NARRATIVE("narrative", 8000),
  PLACE("place", 300),
  CRIME_START("crimeStartTime", Form.TIME),
  CRIME_END("crimeEndTime", Form.TIME),
  TOTAL_LOSS("totalLoss", Form.YUAN),
  LOSS_REASON("lossReason", 300),
  LIABILITY_PROMISE("liabilityPromise", Form.FLAG),
  LOOKUP_CONSENT("lookupConsent", Form.FLAG),

  CONTACT_DIRECTION("contacts[].direction", ContactDirection.class),
  CONTACT_KIND("contacts[].kind", ContactKind.class),
  CONTACT_DISPLAYED("contacts[].displayed", 200),
  CONTACT_START("contacts[].startTime", Form.TIME),
  CONTACT_DURATION("contacts[].duration", Form.SECONDS),
  CONTACT_NOTE("contacts[].note", 500),

  PAYER_KIND("transfers[].payer.kind", AccountKind.class),
  PAYER_BANK("transfers[].payer.institutionName", 100),
  PAYER_INSTITUTION("transfers[].payer.institution", 26),
  PAYER_NUMBER("transfers[].payer.accountNumber", 60),
  PAYER_NAME("transfers[].payer.accountName", 100),
  PAYEE_KIND("transfers[].payee.kind", AccountKind.class),
  PAYEE_BANK("transfers[].payee.institutionName", 100),
  PAYEE_INSTITUTION("transfers[].payee.institution", 26),
  PAYEE_NUMBER("transfers[].payee.accountNumber", 60),
  PAYEE_NAME("transfers[].payee.accountName", 100),
  AMOUNT("transfers[].amount", Form.YUAN),
  TRANSFER_TIME("transfers[].transferTime", Form.TIME),
  TRANSFER_CHANNEL("transfers[].channel", TransferChannel.class),
  SERIAL_NUMBER("transfers[].serialNumber", 64);

  /** What a text is read as. */
  public enum Form {
    /** As it stands. */
    TEXT,
    /** An amount in yuan, kept as fen. */
    YUAN,
    /** A point in time. */
    TIME,
    /** A duration. */
    SECONDS,
    /** Yes or no. */
    FLAG,
    /** The name of one value of a list. */
    CHOICE
  }

  // Enough for a date in words; what is longer belongs into the narrative.
  private static final int UNREAD_LENGTH = 100;

  private static final Map<String, ReportField> BY_PATH =
      Arrays.stream(values()).collect(Collectors.toMap(field -> field.path, Function.identity()));

  private final String path;
  private final Form form;
  private final int length;
  private final @Nullable Class<? extends Enum<?>> choices;

  ReportField(String path, int length) {
    this(path, Form.TEXT, length, null);
  }

  ReportField(String path, Form form) {
    this(path, form, UNREAD_LENGTH, null);
  }

  ReportField(String path, Class<? extends Enum<?>> choices) {
    this(path, Form.CHOICE, UNREAD_LENGTH, choices);
  }

  ReportField(String path, Form form, int length, @Nullable Class<? extends Enum<?>> choices) {
    this.path = path;
    this.form = form;
    this.length = length;
    this.choices = choices;
  }

  static Optional<ReportField> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /** Its place in a report; {@code []} stands for a row's key. */
  String path() {
    return path;
  }

  /** What its text is read as. */
  public Form form() {
    return form;
  }

  /** Most characters of its text: what the contract allows for the report's own field. */
  public int length() {
    return length;
  }

  /** The value named so, of a field that is one of a list; {@code NOT_GIVEN} is nothing told. */
  Optional<Enum<?>> choice(String name) {
    return choices == null
        ? Optional.empty()
        : Arrays.<Enum<?>>stream(choices.getEnumConstants())
            .filter(value -> value.name().equals(name) && !name.equals("NOT_GIVEN"))
            .findFirst();
  }
}
