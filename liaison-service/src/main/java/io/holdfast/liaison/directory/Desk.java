package io.holdfast.liaison.directory;

/** A place in an institution where work arrives. */
public enum Desk {
  /** A police unit's own desk. */
  UNIT_DESK,
  /** A bank's or payment firm's liaison officers, 7×24 (银发〔2019〕85号). */
  LIAISON_DESK,
  /** 保卫部门. */
  SECURITY_DESK,
  /** Where trace-back requests arrive. */
  TRACE_DESK,
  /** The region's supervisors: what nobody else can place. */
  SUPERVISOR_DESK;

  /** Whether an institution of this kind can have such a desk. */
  public boolean fits(InstitutionKind kind) {
    return switch (this) {
      case UNIT_DESK, SUPERVISOR_DESK -> kind == InstitutionKind.POLICE;
      case LIAISON_DESK, SECURITY_DESK ->
          kind == InstitutionKind.BANK || kind == InstitutionKind.PAYMENT_FIRM;
      case TRACE_DESK -> kind == InstitutionKind.CARRIER || kind == InstitutionKind.INTERNET_FIRM;
    };
  }
}
