package io.holdfast.casefile.wire;

import io.holdfast.casefile.report.Channel;
import io.holdfast.casefile.report.ContactDirection;
import io.holdfast.casefile.report.ContactKind;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.report.IdType;
import io.holdfast.casefile.report.VictimKind;

/**
 * The enums of a report, both ways. What a newer client sends and nobody here knows counts as not
 * given.
 */
final class ReportEnums {
  private ReportEnums() {}

  static Channel channel(io.holdfast.proto.casefile.v1.ReportChannel sent) {
    return switch (sent) {
      case REPORT_CHANNEL_UNSPECIFIED, UNRECOGNIZED -> Channel.NOT_GIVEN;
      case EMERGENCY_110 -> Channel.EMERGENCY_110;
      case WINDOW -> Channel.WINDOW;
      case HOTLINE_96110 -> Channel.HOTLINE_96110;
      case FROM_BANK -> Channel.FROM_BANK;
      case HANDED_OVER -> Channel.HANDED_OVER;
    };
  }

  static io.holdfast.proto.casefile.v1.ReportChannel channel(Channel given) {
    return switch (given) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.ReportChannel.REPORT_CHANNEL_UNSPECIFIED;
      case EMERGENCY_110 -> io.holdfast.proto.casefile.v1.ReportChannel.EMERGENCY_110;
      case WINDOW -> io.holdfast.proto.casefile.v1.ReportChannel.WINDOW;
      case HOTLINE_96110 -> io.holdfast.proto.casefile.v1.ReportChannel.HOTLINE_96110;
      case FROM_BANK -> io.holdfast.proto.casefile.v1.ReportChannel.FROM_BANK;
      case HANDED_OVER -> io.holdfast.proto.casefile.v1.ReportChannel.HANDED_OVER;
    };
  }

  static FraudType fraudType(io.holdfast.proto.casefile.v1.FraudType sent) {
    return switch (sent) {
      case FRAUD_TYPE_UNSPECIFIED, UNRECOGNIZED -> FraudType.NOT_GIVEN;
      case BRUSHING_REBATE -> FraudType.BRUSHING_REBATE;
      case FALSE_INVESTMENT -> FraudType.FALSE_INVESTMENT;
      case FALSE_SHOPPING -> FraudType.FALSE_SHOPPING;
      case FALSE_CUSTOMER_SERVICE -> FraudType.FALSE_CUSTOMER_SERVICE;
      case FALSE_LOAN -> FraudType.FALSE_LOAN;
      case FALSE_CREDIT_RECORD -> FraudType.FALSE_CREDIT_RECORD;
      case FALSE_LEADER_OR_FRIEND -> FraudType.FALSE_LEADER_OR_FRIEND;
      case FALSE_AUTHORITY -> FraudType.FALSE_AUTHORITY;
      case FALSE_ROMANCE -> FraudType.FALSE_ROMANCE;
      case FALSE_GAME_TRADE -> FraudType.FALSE_GAME_TRADE;
      case OTHER_FRAUD -> FraudType.OTHER_FRAUD;
    };
  }

  static io.holdfast.proto.casefile.v1.FraudType fraudType(FraudType given) {
    return switch (given) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.FraudType.FRAUD_TYPE_UNSPECIFIED;
      case BRUSHING_REBATE -> io.holdfast.proto.casefile.v1.FraudType.BRUSHING_REBATE;
      case FALSE_INVESTMENT -> io.holdfast.proto.casefile.v1.FraudType.FALSE_INVESTMENT;
      case FALSE_SHOPPING -> io.holdfast.proto.casefile.v1.FraudType.FALSE_SHOPPING;
      case FALSE_CUSTOMER_SERVICE -> io.holdfast.proto.casefile.v1.FraudType.FALSE_CUSTOMER_SERVICE;
      case FALSE_LOAN -> io.holdfast.proto.casefile.v1.FraudType.FALSE_LOAN;
      case FALSE_CREDIT_RECORD -> io.holdfast.proto.casefile.v1.FraudType.FALSE_CREDIT_RECORD;
      case FALSE_LEADER_OR_FRIEND -> io.holdfast.proto.casefile.v1.FraudType.FALSE_LEADER_OR_FRIEND;
      case FALSE_AUTHORITY -> io.holdfast.proto.casefile.v1.FraudType.FALSE_AUTHORITY;
      case FALSE_ROMANCE -> io.holdfast.proto.casefile.v1.FraudType.FALSE_ROMANCE;
      case FALSE_GAME_TRADE -> io.holdfast.proto.casefile.v1.FraudType.FALSE_GAME_TRADE;
      case OTHER_FRAUD -> io.holdfast.proto.casefile.v1.FraudType.OTHER_FRAUD;
    };
  }

  static VictimKind victimKind(io.holdfast.proto.casefile.v1.VictimKind sent) {
    return switch (sent) {
      case VICTIM_KIND_UNSPECIFIED, UNRECOGNIZED -> VictimKind.NOT_GIVEN;
      case PERSON -> VictimKind.PERSON;
      case COMPANY -> VictimKind.COMPANY;
    };
  }

  static io.holdfast.proto.casefile.v1.VictimKind victimKind(VictimKind given) {
    return switch (given) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.VictimKind.VICTIM_KIND_UNSPECIFIED;
      case PERSON -> io.holdfast.proto.casefile.v1.VictimKind.PERSON;
      case COMPANY -> io.holdfast.proto.casefile.v1.VictimKind.COMPANY;
    };
  }

  static IdType idType(io.holdfast.proto.casefile.v1.IdType sent) {
    return switch (sent) {
      case ID_TYPE_UNSPECIFIED, UNRECOGNIZED -> IdType.NOT_GIVEN;
      case RESIDENT_ID -> IdType.RESIDENT_ID;
      case PASSPORT -> IdType.PASSPORT;
      case HK_MACAO_TAIWAN_PERMIT -> IdType.HK_MACAO_TAIWAN_PERMIT;
      case CREDIT_CODE -> IdType.CREDIT_CODE;
      case OTHER_ID -> IdType.OTHER_ID;
    };
  }

  static io.holdfast.proto.casefile.v1.IdType idType(IdType given) {
    return switch (given) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.IdType.ID_TYPE_UNSPECIFIED;
      case RESIDENT_ID -> io.holdfast.proto.casefile.v1.IdType.RESIDENT_ID;
      case PASSPORT -> io.holdfast.proto.casefile.v1.IdType.PASSPORT;
      case HK_MACAO_TAIWAN_PERMIT -> io.holdfast.proto.casefile.v1.IdType.HK_MACAO_TAIWAN_PERMIT;
      case CREDIT_CODE -> io.holdfast.proto.casefile.v1.IdType.CREDIT_CODE;
      case OTHER_ID -> io.holdfast.proto.casefile.v1.IdType.OTHER_ID;
    };
  }

  static ContactDirection direction(io.holdfast.proto.casefile.v1.ContactDirection sent) {
    return switch (sent) {
      case CONTACT_DIRECTION_UNSPECIFIED, UNRECOGNIZED -> ContactDirection.NOT_GIVEN;
      case INCOMING -> ContactDirection.INCOMING;
      case OUTGOING -> ContactDirection.OUTGOING;
    };
  }

  static io.holdfast.proto.casefile.v1.ContactDirection direction(ContactDirection given) {
    return switch (given) {
      case NOT_GIVEN ->
          io.holdfast.proto.casefile.v1.ContactDirection.CONTACT_DIRECTION_UNSPECIFIED;
      case INCOMING -> io.holdfast.proto.casefile.v1.ContactDirection.INCOMING;
      case OUTGOING -> io.holdfast.proto.casefile.v1.ContactDirection.OUTGOING;
    };
  }

  static ContactKind contactKind(io.holdfast.proto.casefile.v1.ContactKind sent) {
    return switch (sent) {
      case CONTACT_KIND_UNSPECIFIED, UNRECOGNIZED -> ContactKind.NOT_GIVEN;
      case MOBILE -> ContactKind.MOBILE;
      case FIXED_LINE -> ContactKind.FIXED_LINE;
      case SERVICE_NUMBER -> ContactKind.SERVICE_NUMBER;
      case OVERSEAS -> ContactKind.OVERSEAS;
      case SMS -> ContactKind.SMS;
      case MESSENGER -> ContactKind.MESSENGER;
      case WEBSITE -> ContactKind.WEBSITE;
    };
  }

  static io.holdfast.proto.casefile.v1.ContactKind contactKind(ContactKind given) {
    return switch (given) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.ContactKind.CONTACT_KIND_UNSPECIFIED;
      case MOBILE -> io.holdfast.proto.casefile.v1.ContactKind.MOBILE;
      case FIXED_LINE -> io.holdfast.proto.casefile.v1.ContactKind.FIXED_LINE;
      case SERVICE_NUMBER -> io.holdfast.proto.casefile.v1.ContactKind.SERVICE_NUMBER;
      case OVERSEAS -> io.holdfast.proto.casefile.v1.ContactKind.OVERSEAS;
      case SMS -> io.holdfast.proto.casefile.v1.ContactKind.SMS;
      case MESSENGER -> io.holdfast.proto.casefile.v1.ContactKind.MESSENGER;
      case WEBSITE -> io.holdfast.proto.casefile.v1.ContactKind.WEBSITE;
    };
  }
}
