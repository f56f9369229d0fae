package io.holdfast.casefile.draft;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Report;
import java.util.List;

/**
 * What a draft comes to as a report.
 *
 * @param report its transfers are those with an amount and a time; what cannot be read, or is not
 *     settled, is left out
 * @param transferRows keys of the report's transfers, in its order
 * @param contactRows keys of the report's contacts, in its order
 * @param known keys of the transfers that a stop or a lookup can be asked for: account, amount and
 *     time told, or that they went to a wallet or code that shows no number
 * @param faults what keeps a row from being a transfer, under the draft's paths
 * @param remarks texts that were left out, under the draft's paths
 * @param unsettled paths where somebody must choose
 */
public record DraftReading(
    Report report,
    List<String> transferRows,
    List<String> contactRows,
    List<String> known,
    List<Finding> faults,
    List<Finding> remarks,
    List<String> unsettled) {
  public DraftReading {
    transferRows = List.copyOf(transferRows);
    contactRows = List.copyOf(contactRows);
    known = List.copyOf(known);
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
    unsettled = List.copyOf(unsettled);
  }

  /** The same with only those transfers that a stop or an urgent lookup can be asked for. */
  public DraftReading stoppable() {
    var transfers =
        report.transfers().stream()
            .filter(
                transfer -> known.contains(transferRows.get(report.transfers().indexOf(transfer))))
            .toList();
    return new DraftReading(
        report.with(transfers, report.totalLossFen()),
        known,
        contactRows,
        known,
        faults,
        remarks,
        unsettled);
  }

  /** A finding of the report's own check, under the draft's path. */
  public Finding inDraft(Finding finding) {
    return new Finding(inDraft(finding.field()), finding.rule());
  }

  /** A path of the report, as the draft has it. */
  public String inDraft(String reportPath) {
    String path = reportPath;
    if (path.startsWith("report.")) {
      path = path.substring("report.".length());
    }
    path = rows(path, DraftPath.TRANSFERS, transferRows);
    path = rows(path, DraftPath.CONTACTS, contactRows);
    return path.replace("amountFen", "amount").replace("totalLossFen", "totalLoss");
  }

  private static String rows(String path, String list, List<String> keys) {
    if (!path.startsWith(list + "[")) {
      return path;
    }
    int end = path.indexOf(']');
    int position = Integer.parseInt(path.substring(list.length() + 1, end));
    return position < keys.size() ? list + '[' + keys.get(position) + path.substring(end) : path;
  }
}
