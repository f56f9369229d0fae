package io.holdfast.casefile.report;

/** The means by which the fraudster reached the victim. */
public enum ContactKind {
  NOT_GIVEN,
  MOBILE,
  FIXED_LINE,
  /** 400 or 800 number. */
  SERVICE_NUMBER,
  OVERSEAS,
  SMS,
  MESSENGER,
  WEBSITE;

  /** Whether it is reached under a phone number. */
  public boolean byPhone() {
    return switch (this) {
      case NOT_GIVEN, MOBILE, FIXED_LINE, SERVICE_NUMBER, OVERSEAS, SMS -> true;
      case MESSENGER, WEBSITE -> false;
    };
  }
}
