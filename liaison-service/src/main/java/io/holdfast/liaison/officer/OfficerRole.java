package io.holdfast.liaison.officer;

import io.holdfast.liaison.directory.InstitutionKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a person may act as, and at what institution. Machines' roles are given to clients, never to
 * people.
 */
public enum OfficerRole {
  STATION_OFFICER(EnumSet.of(InstitutionKind.POLICE)),
  /** 专职联络员. */
  STATION_LIAISON(EnumSet.of(InstitutionKind.POLICE)),
  STATION_SUPERVISOR(EnumSet.of(InstitutionKind.POLICE)),
  /** 办案部门负责人. */
  UNIT_HEAD(EnumSet.of(InstitutionKind.POLICE)),
  COUNTY_APPROVER(EnumSet.of(InstitutionKind.POLICE)),
  PREFECTURE_APPROVER(EnumSet.of(InstitutionKind.POLICE)),
  CYBER_OFFICER(EnumSet.of(InstitutionKind.POLICE)),
  /** 110. */
  COMMAND_CENTRE(EnumSet.of(InstitutionKind.POLICE)),
  BANK_LIAISON(EnumSet.of(InstitutionKind.BANK, InstitutionKind.PAYMENT_FIRM)),
  BANK_BRANCH(EnumSet.of(InstitutionKind.BANK, InstitutionKind.PAYMENT_FIRM)),
  /** 保卫部门. */
  BANK_SECURITY_DESK(EnumSet.of(InstitutionKind.BANK, InstitutionKind.PAYMENT_FIRM)),
  CARRIER_STAFF(EnumSet.of(InstitutionKind.CARRIER, InstitutionKind.INTERNET_FIRM)),
  /** 督察. */
  AUDITOR(EnumSet.of(InstitutionKind.POLICE)),
  ADMINISTRATOR(EnumSet.of(InstitutionKind.POLICE));

  private final Set<InstitutionKind> kinds;

  OfficerRole(Set<InstitutionKind> kinds) {
    this.kinds = kinds;
  }

  /** Whether somebody of an institution of this kind can hold the role. */
  public boolean fits(InstitutionKind kind) {
    return kinds.contains(kind);
  }

  /** As it stands in a token: {@code station-officer}. */
  public String tokenName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
