package io.holdfast.freezing.routing;

import io.holdfast.freezing.match.AccountNumbers;
import io.holdfast.freezing.routing.Routing.Basis;
import io.holdfast.freezing.routing.Routing.Found;
import io.holdfast.freezing.routing.Routing.Unrouted;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the bank of an account in one version of the routing table. The officer's choice wins;
 * cards and passbooks go by the longest prefix, wallets and company accounts by the institution's
 * name first. What names two institutions equally well names none: a person must look.
 */
public final class Router {
  /**
   * A told name may go on after a listed one (a branch); a listed name shorter than this must be
   * told exactly.
   */
  private static final int NAME_START_MIN = 4;

  private final long version;
  private final Map<String, Institution> institutions = new HashMap<>();
  private final Map<String, List<Line>> byPrefix = new HashMap<>();
  private final Map<String, Set<NamedBy>> byName = new HashMap<>();

  private record NamedBy(String institution, RoutedKind kind) {}

  /**
   * @param version of the table, told in every reason
   * @param banks those that may be asked; a line to anybody else counts for nothing
   */
  public Router(long version, List<Institution> banks, List<Line> lines) {
    this.version = version;
    for (Institution bank : banks) {
      institutions.put(bank.id(), bank);
      named(bank.name(), new NamedBy(bank.id(), RoutedKind.ANY));
    }
    for (Line line : lines) {
      if (institutions.containsKey(line.institution())) {
        if (!line.prefix().isEmpty()) {
          byPrefix.computeIfAbsent(line.prefix(), _ -> new ArrayList<>()).add(line);
        }
        line.names().forEach(name -> named(name, new NamedBy(line.institution(), line.kind())));
      }
    }
  }

  private void named(String name, NamedBy by) {
    String plain = plain(name);
    if (!plain.isEmpty()) {
      byName.computeIfAbsent(plain, _ -> new LinkedHashSet<>()).add(by);
    }
  }

  /** The bank with this id, where it may be asked. */
  public Optional<Institution> bank(String id) {
    return Optional.ofNullable(institutions.get(id));
  }

  /** Finds the bank, or says why a person must look. */
  public Routing route(Wanted wanted) {
    return route(wanted, Set.of());
  }

  /**
   * Finds another bank for an account that belongs to none of {@code not}.
   *
   * @param not institutions that have said so
   */
  public Routing route(Wanted wanted, Set<String> not) {
    Routing table = byTable(wanted, not);
    if (wanted.chosen().isEmpty() || not.contains(wanted.chosen())) {
      return table;
    }
    if (!institutions.containsKey(wanted.chosen())) {
      return table instanceof Found found
          ? new Found(
              found.institution(), found.basis(), "chosen institution unknown; " + found.reason())
          : new Unrouted("chosen institution unknown; " + table.reason());
    }
    String said =
        table instanceof Found found
            ? found.institution().equals(wanted.chosen())
                ? "; " + table.reason() + " agrees"
                : "; against " + table.reason()
            : "";
    return new Found(wanted.chosen(), Basis.BY_OFFICER, "chosen by the officer" + said);
  }

  private Routing byTable(Wanted wanted, Set<String> not) {
    boolean nameFirst =
        wanted.kind() == RoutedKind.WALLET || wanted.kind() == RoutedKind.COMPANY_ACCOUNT;
    Routing first = nameFirst ? byName(wanted, not) : byNumber(wanted, not);
    if (first instanceof Found) {
      return first;
    }
    Routing second = nameFirst ? byNumber(wanted, not) : byName(wanted, not);
    return second instanceof Found ? second : new Unrouted(first.reason() + "; " + second.reason());
  }

  private Routing byNumber(Wanted wanted, Set<String> not) {
    String number = AccountNumbers.normalised(wanted.accountNumber().reveal());
    boolean masked = !number.chars().allMatch(Character::isDigit);
    for (int length = Math.min(number.length(), 12); length > 0; length--) {
      String prefix = number.substring(0, length);
      List<Line> fitting =
          byPrefix.getOrDefault(prefix, List.of()).stream()
              .filter(line -> fits(line.kind(), wanted.kind()))
              .filter(line -> !not.contains(line.institution()))
              .filter(line -> line.length() == 0 || (!masked && line.length() == number.length()))
              .toList();
      if (!fitting.isEmpty()) {
        return closest(fitting, wanted.kind(), prefix);
      }
    }
    return new Unrouted("no number range, table " + version);
  }

  /**
   * Among lines of one prefix: the exact length before any length, the exact kind before any kind.
   */
  private Routing closest(List<Line> fitting, RoutedKind kind, String prefix) {
    int best = fitting.stream().mapToInt(line -> closeness(line, kind)).max().orElseThrow();
    Set<String> claimed = new LinkedHashSet<>();
    for (Line line : fitting) {
      if (closeness(line, kind) == best) {
        claimed.add(line.institution());
      }
    }
    String reason = "BIN " + prefix + ", table " + version;
    return claimed.size() == 1
        ? new Found(claimed.iterator().next(), Basis.BY_NUMBER, reason)
        : new Unrouted(reason + " names " + claimed.size() + " institutions");
  }

  private static int closeness(Line line, RoutedKind kind) {
    return (line.length() > 0 ? 2 : 0) + (line.kind() == kind ? 1 : 0);
  }

  private Routing byName(Wanted wanted, Set<String> not) {
    String told = plain(wanted.institutionName());
    for (int length = told.length(); length > 0; length--) {
      String start = told.substring(0, length);
      if (length < told.length() && length < NAME_START_MIN) {
        break;
      }
      Set<String> claimed = new LinkedHashSet<>();
      for (NamedBy by : byName.getOrDefault(start, Set.of())) {
        boolean fits = by.kind() == RoutedKind.ANY || fits(by.kind(), wanted.kind());
        if (fits && !not.contains(by.institution())) {
          claimed.add(by.institution());
        }
      }
      if (claimed.size() == 1) {
        return new Found(
            claimed.iterator().next(), Basis.BY_NAME, "name " + start + ", table " + version);
      }
      if (!claimed.isEmpty()) {
        return new Unrouted(
            "name " + start + ", table " + version + " names " + claimed.size() + " institutions");
      }
    }
    return new Unrouted("no such name, table " + version);
  }

  /** A number that is a wallet's is nobody's BIN: only lines made for wallets fit it. */
  private static boolean fits(RoutedKind line, RoutedKind wanted) {
    return line == wanted
        || (line == RoutedKind.ANY && wanted != RoutedKind.WALLET)
        || (wanted == RoutedKind.ANY && line != RoutedKind.WALLET);
  }

  /** Letters and digits only, in one case and width. */
  static String plain(String name) {
    var text = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
