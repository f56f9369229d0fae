package io.holdfast.casefile.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * The draft a case grew from, and which of its rows became what: a row that is typed on completes
 * the transfer or contact it has become.
 *
 * @param draft its id
 */
public record DraftOrigin(String draft, List<Row> transfers, List<Row> contacts) {
  /**
   * A row of the draft.
   *
   * @param key its key in the draft
   * @param number its position in the case, from 1
   */
  public record Row(String key, int number) {}

  /**
   * The draft's rows that are told with a report.
   *
   * @param transfers keys of the report's transfers, in its order
   * @param contacts keys of the report's contacts, in its order
   */
  public record Told(String draft, List<String> transfers, List<String> contacts) {
    public Told {
      transfers = List.copyOf(transfers);
      contacts = List.copyOf(contacts);
    }

    /** The origin of a case that opens with exactly these. */
    public DraftOrigin origin() {
      return new DraftOrigin(draft, numbered(transfers), numbered(contacts));
    }

    private static List<Row> numbered(List<String> keys) {
      var rows = new ArrayList<Row>();
      keys.forEach(key -> rows.add(new Row(key, rows.size() + 1)));
      return rows;
    }
  }

  public DraftOrigin {
    transfers = List.copyOf(transfers);
    contacts = List.copyOf(contacts);
  }

  /** The number of the transfer that the row has become; 0 for none yet. */
  public int transfer(String key) {
    return number(transfers, key);
  }

  /** The number of the contact that the row has become; 0 for none yet. */
  public int contact(String key) {
    return number(contacts, key);
  }

  private static int number(List<Row> rows, String key) {
    return rows.stream().filter(row -> row.key().equals(key)).mapToInt(Row::number).sum();
  }
}
