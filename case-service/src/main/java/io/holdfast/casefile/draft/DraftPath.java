package io.holdfast.casefile.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text belongs.
 *
 * @param row key of its row among the transfers or contacts; empty where the report has the field
 *     once
 */
public record DraftPath(ReportField field, String row) {
  /** The list of payments. */
  public static final String TRANSFERS = "transfers";

  /** The list of calls and messages. */
  public static final String CONTACTS = "contacts";

  // Keys are chosen by whoever adds a row: two people never mean the same one by chance.
  private static final Pattern ROW =
      Pattern.compile("(transfers|contacts)\\[([a-z][a-z0-9]{0,7})](.+)");

  /**
   * Reads a path such as {@code transfers[k7].payee.accountNumber}; empty where there is no such.
   */
  public static Optional<DraftPath> parse(String path) {
    Matcher row = ROW.matcher(path);
    if (row.matches()) {
      return ReportField.at(row.group(1) + "[]" + row.group(3))
          .map(field -> new DraftPath(field, row.group(2)));
    }
    return path.indexOf('[') >= 0
        ? Optional.empty()
        : ReportField.at(path).map(field -> new DraftPath(field, ""));
  }

  /** The list it is a row of; empty for none. */
  String list() {
    int bracket = field.path().indexOf('[');
    return bracket < 0 ? "" : field.path().substring(0, bracket);
  }

  /** The path as it is written. */
  public String text() {
    return field.path().replace("[]", "[" + row + "]");
  }
}
