package io.holdfast.casefile.report;

import io.holdfast.casefile.report.ReportRule.Weight;
import java.util.List;

/**
 * What a check found.
 *
 * @param faults make the report unusable
 * @param remarks are told to the officer and block nothing
 */
public record Findings(List<Finding> faults, List<Finding> remarks) {
  /** Most remarks kept: what is beyond repeats what was said before. */
  public static final int REMARKS_MAX = 200;

  public Findings {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  static Findings of(List<Finding> all) {
    return new Findings(
        all.stream().filter(finding -> finding.rule().weight() == Weight.FAULT).toList(),
        all.stream()
            .filter(finding -> finding.rule().weight() == Weight.REMARK)
            .limit(REMARKS_MAX)
            .toList());
  }
}
