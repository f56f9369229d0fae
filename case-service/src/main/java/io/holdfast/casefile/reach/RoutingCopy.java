package io.holdfast.casefile.reach;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.AccountKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one version of the routing table sends an account. It decides nothing: freeze-service
 * routes the order; this tells the officer beforehand whom he may have to ring. Like there, the
 * officer's choice wins, then the longest prefix, then the name; wallets and company accounts go by
 * name first; what names two institutions names none.
 */
public final class RoutingCopy {
  private static final int PREFIX_MAX = 12;
  private static final int NAME_START_MIN = 4;

  private final Set<String> banks;
  private final Map<String, List<Line>> byPrefix = new HashMap<>();
  private final Map<String, List<Line>> byName = new HashMap<>();

  /**
   * @param banks names by id of the institutions that may be asked; a line to anybody else counts
   *     for nothing
   */
  public RoutingCopy(Map<String, String> banks, List<Line> lines) {
    this.banks = Set.copyOf(banks.keySet());
    banks.forEach(
        (id, name) -> named(name, new Line("", 0, AccountKind.NOT_GIVEN, List.of(name), id)));
    for (Line line : lines) {
      if (this.banks.contains(line.institution())) {
        if (!line.prefix().isEmpty()) {
          byPrefix.computeIfAbsent(line.prefix(), _ -> new ArrayList<>()).add(line);
        }
        line.names().forEach(name -> named(name, line));
      }
    }
  }

  private void named(String name, Line line) {
    String plain = plain(name);
    if (!plain.isEmpty()) {
      byName.computeIfAbsent(plain, _ -> new ArrayList<>()).add(line);
    }
  }

  /** The bank the account goes to; empty where a person must look. */
  public Optional<String> bank(Account account) {
    if (banks.contains(account.institution())) {
      return Optional.of(account.institution());
    }
    return switch (account.kind()) {
      case WALLET, COMPANY_ACCOUNT -> byName(account).or(() -> byNumber(account));
      case QR_CODE -> Optional.empty();
      case NOT_GIVEN, CARD, PASSBOOK -> byNumber(account).or(() -> byName(account));
    };
  }

  private Optional<String> byNumber(Account account) {
    String number = account.number().reveal();
    boolean masked = !number.chars().allMatch(Character::isDigit);
    for (int length = Math.min(number.length(), PREFIX_MAX); length > 0; length--) {
      List<Line> fitting =
          byPrefix.getOrDefault(number.substring(0, length), List.of()).stream()
              .filter(line -> fits(line.kind(), account.kind()))
              .filter(line -> line.length() == 0 || (!masked && line.length() == number.length()))
              .toList();
      if (!fitting.isEmpty()) {
        int best = fitting.stream().mapToInt(line -> says(line, account)).max().orElse(0);
        return only(fitting.stream().filter(line -> says(line, account) == best).toList());
      }
    }
    return Optional.empty();
  }

  private static int says(Line line, Account account) {
    return (line.length() > 0 ? 2 : 0) + (line.kind() == account.kind() ? 1 : 0);
  }

  private Optional<String> byName(Account account) {
    String told = plain(account.institutionName());
    for (int length = told.length(); length > 0; length--) {
      if (length < told.length() && length < NAME_START_MIN) {
        break;
      }
      List<Line> fitting =
          byName.getOrDefault(told.substring(0, length), List.of()).stream()
              .filter(
                  line -> line.kind() == AccountKind.NOT_GIVEN || fits(line.kind(), account.kind()))
              .toList();
      if (!fitting.isEmpty()) {
        return only(fitting);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> only(List<Line> lines) {
    Set<String> claimed =
        lines.stream().map(Line::institution).collect(Collectors.toCollection(HashSet::new));
    return claimed.size() == 1 ? Optional.of(claimed.iterator().next()) : Optional.empty();
  }

  private static boolean fits(AccountKind line, AccountKind wanted) {
    return line == wanted
        || (line == AccountKind.NOT_GIVEN && wanted != AccountKind.WALLET)
        || (wanted == AccountKind.NOT_GIVEN && line != AccountKind.WALLET);
  }

  /** Letters and digits only, in one case and width. */
  private static String plain(String name) {
    var text = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
