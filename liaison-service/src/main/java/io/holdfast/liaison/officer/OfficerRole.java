package io.holdfast.liaison.officer;

import io.holdfast.liaison.directory.InstitutionKind;
import java.util.Locale;

/**
 * What a person may act as, and at what institution. Machines' roles are given to clients, never to
 * people.
 */
public enum OfficerRole {
  STATION_OFFICER,
  /** 专职联络员. */
  STATION_LIAISON,
  STATION_SUPERVISOR,
  /** 办案部门负责人. */
  UNIT_HEAD,
  COUNTY_APPROVER,
  PREFECTURE_APPROVER,
  CYBER_OFFICER,
  /** 110. */
  COMMAND_CENTRE,
  BANK_LIAISON,
  BANK_BRANCH,
  /** 保卫部门. */
  BANK_SECURITY_DESK,
  CARRIER_STAFF,
  /** 督察. */
  AUDITOR,
  ADMINISTRATOR;

  /** Whether somebody of an institution of this kind can hold the role. */
  public boolean fits(InstitutionKind kind) {
    return switch (this) {
      case STATION_OFFICER,
          STATION_LIAISON,
          STATION_SUPERVISOR,
          UNIT_HEAD,
          COUNTY_APPROVER,
          PREFECTURE_APPROVER,
          CYBER_OFFICER,
          COMMAND_CENTRE,
          AUDITOR,
          ADMINISTRATOR ->
          kind == InstitutionKind.POLICE;
      case BANK_LIAISON, BANK_BRANCH, BANK_SECURITY_DESK ->
          kind == InstitutionKind.BANK || kind == InstitutionKind.PAYMENT_FIRM;
      case CARRIER_STAFF ->
          kind == InstitutionKind.CARRIER || kind == InstitutionKind.INTERNET_FIRM;
    };
  }

  /** As it stands in a token: {@code station-officer}. */
  public String tokenName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
