package io.holdfast.casefile.wire;

import com.google.protobuf.Timestamp;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Reporter;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.Victim;
import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports. */
public final class ReportProtos {
  private ReportProtos() {}

  /**
   * A report as it was sent.
   *
   * @param now when it arrived: the time of a report that names none
   */
  public static Report fromProto(io.holdfast.proto.casefile.v1.Report sent, Instant now) {
    return new Report(
        ReportEnums.channel(sent.getChannel()),
        sent.hasReceiveTime() ? Times.fromProto(sent.getReceiveTime()) : now,
        officer(sent.getOfficer()),
        officer(sent.getSecondOfficer()),
        victim(sent.getVictim()),
        reporter(sent.getReporter()),
        ReportEnums.fraudType(sent.getFraudType()),
        sent.getImpersonatedIdentity(),
        Personal.of(Kind.TEXT, sent.getNarrative()),
        Personal.of(Kind.ADDRESS, sent.getPlace()),
        time(sent.hasCrimeStartTime(), sent.getCrimeStartTime()),
        time(sent.hasCrimeEndTime(), sent.getCrimeEndTime()),
        sent.getContactsList().stream().map(ReportProtos::contact).toList(),
        sent.getTransfersList().stream().map(AccountProtos::fromProto).toList(),
        sent.getTotalLossFen(),
        sent.getLossReason(),
        sent.getLiabilityPromise(),
        sent.getLookupConsent());
  }

  /** The same with the numbers of the transfers and contacts of a case that it completes. */
  public static Report numbered(io.holdfast.proto.casefile.v1.Report sent, Instant now) {
    Report report = fromProto(sent, now);
    var transfers = new ArrayList<Transfer>();
    for (Transfer transfer : report.transfers()) {
      transfers.add(transfer.numbered(sent.getTransfers(transfers.size()).getNumber()));
    }
    var contacts = new ArrayList<Contact>();
    for (Contact contact : report.contacts()) {
      contacts.add(contact.numbered(sent.getContacts(contacts.size()).getNumber()));
    }
    return report.with(transfers, report.totalLossFen()).contacted(contacts);
  }

  static io.holdfast.proto.casefile.v1.Report toProto(Report report) {
    var proto =
        io.holdfast.proto.casefile.v1.Report.newBuilder()
            .setChannel(ReportEnums.channel(report.channel()))
            .setReceiveTime(Times.toProto(report.receiveTime()))
            .setOfficer(toProto(report.officer()))
            .setVictim(toProto(report.victim()))
            .setFraudType(ReportEnums.fraudType(report.fraudType()))
            .setImpersonatedIdentity(report.impersonatedIdentity())
            .setNarrative(report.narrative().reveal())
            .setPlace(report.place().reveal())
            .setTotalLossFen(report.totalLossFen())
            .setLossReason(report.lossReason())
            .setLiabilityPromise(report.liabilityPromise())
            .setLookupConsent(report.lookupConsent());
    if (!report.secondOfficer().isEmpty()) {
      proto.setSecondOfficer(toProto(report.secondOfficer()));
    }
    Reporter reporter = report.reporter();
    if (!reporter.name().isEmpty() || !reporter.phone().isEmpty()) {
      proto.setReporter(toProto(reporter));
    }
    ifGiven(report.crimeStartTime(), proto::setCrimeStartTime);
    ifGiven(report.crimeEndTime(), proto::setCrimeEndTime);
    report.contacts().forEach(contact -> proto.addContacts(toProto(contact)));
    report.transfers().forEach(transfer -> proto.addTransfers(AccountProtos.toProto(transfer)));
    return proto.build();
  }

  static io.holdfast.proto.casefile.v1.OfficerCard toProto(OfficerCard officer) {
    return io.holdfast.proto.casefile.v1.OfficerCard.newBuilder()
        .setName(officer.name().reveal())
        .setOfficerNumber(officer.officerNumber())
        .setPhone(officer.phone().reveal())
        .build();
  }

  private static OfficerCard officer(io.holdfast.proto.casefile.v1.OfficerCard sent) {
    return new OfficerCard(
        Personal.of(Kind.NAME, sent.getName()),
        sent.getOfficerNumber(),
        Personal.of(Kind.PHONE, sent.getPhone()));
  }

  private static Victim victim(io.holdfast.proto.casefile.v1.Victim sent) {
    return new Victim(
        ReportEnums.victimKind(sent.getKind()),
        Personal.of(Kind.NAME, sent.getName()),
        ReportEnums.idType(sent.getIdType()),
        Personal.of(Kind.ID_NUMBER, sent.getIdNumber()),
        Personal.of(Kind.PHONE, sent.getPhone()),
        Personal.of(Kind.ADDRESS, sent.getAddress()),
        sent.getOccupation(),
        null);
  }

  private static io.holdfast.proto.casefile.v1.Victim toProto(Victim victim) {
    var proto =
        io.holdfast.proto.casefile.v1.Victim.newBuilder()
            .setKind(ReportEnums.victimKind(victim.kind()))
            .setName(victim.name().reveal())
            .setIdType(ReportEnums.idType(victim.idType()))
            .setIdNumber(victim.idNumber().reveal())
            .setPhone(victim.phone().reveal())
            .setAddress(victim.address().reveal())
            .setOccupation(victim.occupation());
    Integer age = victim.age();
    if (age != null) {
      proto.setAge(age);
    }
    return proto.build();
  }

  private static Reporter reporter(io.holdfast.proto.casefile.v1.Reporter sent) {
    return new Reporter(
        Personal.of(Kind.NAME, sent.getName()),
        Personal.of(Kind.PHONE, sent.getPhone()),
        sent.getRelation());
  }

  private static io.holdfast.proto.casefile.v1.Reporter toProto(Reporter reporter) {
    return io.holdfast.proto.casefile.v1.Reporter.newBuilder()
        .setName(reporter.name().reveal())
        .setPhone(reporter.phone().reveal())
        .setRelation(reporter.relation())
        .build();
  }

  private static Contact contact(io.holdfast.proto.casefile.v1.Contact sent) {
    return new Contact(
        0,
        ReportEnums.direction(sent.getDirection()),
        ReportEnums.contactKind(sent.getKind()),
        Personal.of(Kind.PHONE, sent.getDisplayed()),
        Personal.of(Kind.PHONE, sent.getE164()),
        time(sent.hasStartTime(), sent.getStartTime()),
        sent.getDurationSeconds(),
        Personal.of(Kind.TEXT, sent.getNote()));
  }

  private static io.holdfast.proto.casefile.v1.Contact toProto(Contact contact) {
    var proto =
        io.holdfast.proto.casefile.v1.Contact.newBuilder()
            .setNumber(contact.number())
            .setDirection(ReportEnums.direction(contact.direction()))
            .setKind(ReportEnums.contactKind(contact.kind()))
            .setDisplayed(contact.displayed().reveal())
            .setE164(contact.e164().reveal())
            .setDurationSeconds(contact.durationSeconds())
            .setNote(contact.note().reveal());
    ifGiven(contact.startTime(), proto::setStartTime);
    return proto.build();
  }

  private static @Nullable Instant time(boolean given, Timestamp sent) {
    return given ? Times.fromProto(sent) : null;
  }

  private static void ifGiven(@Nullable Instant time, Consumer<Timestamp> setter) {
    if (time != null) {
      setter.accept(Times.toProto(time));
    }
  }
}
