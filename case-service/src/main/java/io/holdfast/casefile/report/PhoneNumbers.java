package io.holdfast.casefile.report;

/** Number plans of the world. */
@FunctionalInterface
public interface PhoneNumbers {
  /**
   * The displayed number as E.164, e.g. {@code +8613800000000}; empty where no plan has such a
   * number.
   */
  String e164(String displayed);
}
