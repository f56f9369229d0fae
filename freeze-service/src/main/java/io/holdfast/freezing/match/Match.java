package io.holdfast.freezing.match;

import java.util.ArrayList;
import java.util.List;

/** The verdict on each field, kept with the answer. */
public record Match(Verdict name, Verdict account, Verdict amount, Verdict time) {

  /** The fields that forbid a stop: those that differ (86号: 不符的不得止付). */
  public List<MatchField> blocking() {
    return with(Verdict.DIFFERENT, Verdict.DIFFERENT);
  }

  /**
   * The fields that agree as far as can be seen but are not proven; a stop on them wants a reason.
   */
  public List<MatchField> unproven() {
    return with(Verdict.CONSISTENT, Verdict.NOT_GIVEN);
  }

  private List<MatchField> with(Verdict one, Verdict other) {
    var fields = new ArrayList<MatchField>();
    for (MatchField field : MatchField.values()) {
      Verdict verdict = of(field);
      if (verdict == one || verdict == other) {
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }

  private Verdict of(MatchField field) {
    return switch (field) {
      case NAME -> name;
      case ACCOUNT -> account;
      case AMOUNT -> amount;
      case TIME -> time;
    };
  }
}
