package io.holdfast.liaison.directory;

import java.util.EnumSet;
import java.util.Set;

/** A place in an institution where work arrives. */
public enum Desk {
  /** A police unit's own desk. */
  UNIT_DESK(EnumSet.of(InstitutionKind.POLICE)),
  /** A bank's or payment firm's liaison officers, 7×24 (银发〔2019〕85号). */
  LIAISON_DESK(EnumSet.of(InstitutionKind.BANK, InstitutionKind.PAYMENT_FIRM)),
  /** 保卫部门. */
  SECURITY_DESK(EnumSet.of(InstitutionKind.BANK, InstitutionKind.PAYMENT_FIRM)),
  /** Where trace-back requests arrive. */
  TRACE_DESK(EnumSet.of(InstitutionKind.CARRIER, InstitutionKind.INTERNET_FIRM)),
  /** The region's supervisors: what nobody else can place. */
  SUPERVISOR_DESK(EnumSet.of(InstitutionKind.POLICE));

  private final Set<InstitutionKind> kinds;

  Desk(Set<InstitutionKind> kinds) {
    this.kinds = kinds;
  }

  /** Whether an institution of this kind can have such a desk. */
  public boolean fits(InstitutionKind kind) {
    return kinds.contains(kind);
  }
}
