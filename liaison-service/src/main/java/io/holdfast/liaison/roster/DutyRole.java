package io.holdfast.liaison.roster;

/** AB 角. */
public enum DutyRole {
  /** Rung first. */
  A,
  /** Rung when A does not come. */
  B;

  /** The other one. */
  public DutyRole other() {
    return switch (this) {
      case A -> B;
      case B -> A;
    };
  }
}
