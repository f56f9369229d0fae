package io.holdfast.casefile.report.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.holdfast.casefile.report.PhoneNumbers;

/**
 * Number plans as libphonenumber knows them; a number without a country code is read as dialled in
 * China.
 */
public final class LibPhoneNumbers implements PhoneNumbers {
  private static final String REGION = "CN";
  // Longer texts are no numbers, and parsing them costs.
  private static final int LENGTH_MAX = 40;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  @Override
  public String e164(String displayed) {
    if (displayed.isBlank() || displayed.length() > LENGTH_MAX) {
      return "";
    }
    try {
      PhoneNumber number = plans.parse(displayed, REGION);
      return plans.isValidNumber(number) ? plans.format(number, PhoneNumberFormat.E164) : "";
    } catch (NumberParseException e) {
      return "";
    }
  }
}
