package io.holdfast.liaison.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The routing table as a whole.
 *
 * @param version rises by one with every import that changes something; 0 before the first
 * @param routes by prefix, the more precise first
 * @param last what the last import changed
 */
public record RoutingTable(long version, List<Route> routes, Difference last) {
  /** Most lines of a table. */
  public static final int ROUTES_MAX = 5_000;

  /** Most names of one line. */
  public static final int NAMES_MAX = 50;

  /** Longest prefix, in digits. */
  public static final int PREFIX_MAX = 12;

  /** Longest account number, in digits. */
  public static final int LENGTH_MAX = 40;

  /** Before the first import. */
  public static final RoutingTable EMPTY = new RoutingTable(0, List.of(), new Difference(0, 0, 0));

  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::prefix)
          .thenComparing(Comparator.comparingInt(Route::precision).reversed())
          .thenComparing(route -> route.kind().name())
          .thenComparingInt(Route::length)
          .thenComparing(route -> String.join(",", route.names()));

  private static final Pattern PREFIX = Pattern.compile("[0-9]{0," + PREFIX_MAX + "}");

  public RoutingTable {
    routes = List.copyOf(routes);
  }

  /** How many lines an import adds, takes away and leaves. */
  public record Difference(int added, int removed, int unchanged) {
    /** Whether there is any difference. */
    public boolean any() {
      return added > 0 || removed > 0;
    }
  }

  /** What became of an import. */
  public sealed interface Import {
    /** The table after it. */
    record Ready(RoutingTable next, Difference difference) implements Import {}

    /** The lines that cannot stand. */
    record Refused(List<Fault> faults) implements Import {}
  }

  /** Why a line cannot stand. */
  public sealed interface Fault {
    /** The line's position, from 0. */
    int line();

    /** The prefix is not up to 12 digits. */
    record PrefixMalformed(int line) implements Fault {}

    /** The length is negative, over 40 or shorter than the prefix. */
    record LengthImpossible(int line, int length) implements Fault {}

    /** Neither prefix nor name: it would claim everything. */
    record SaysNothing(int line) implements Fault {}

    /** More names than {@link #NAMES_MAX}. */
    record TooManyNames(int line, int names) implements Fault {}

    /** An earlier line claims the same. */
    record Repeated(int line) implements Fault {}

    /** The institution is not in the directory. */
    record InstitutionUnknown(int line, String institution) implements Fault {}

    /** More lines than {@link #ROUTES_MAX}. */
    record TooManyRoutes(int line) implements Fault {}
  }

  /** The table after replacing every line by {@code lines}; nothing is changed by asking. */
  public Import importing(List<Route> lines, Predicate<String> known) {
    List<Fault> faults = faults(lines, known);
    if (!faults.isEmpty()) {
      return new Import.Refused(faults);
    }
    Set<Route> before = new HashSet<>(routes);
    int unchanged = (int) lines.stream().filter(before::contains).count();
    var difference = new Difference(lines.size() - unchanged, routes.size() - unchanged, unchanged);
    long next = difference.any() ? version + 1 : version;
    return new Import.Ready(
        new RoutingTable(next, lines.stream().sorted(ORDER).toList(), difference), difference);
  }

  private static List<Fault> faults(List<Route> lines, Predicate<String> known) {
    if (lines.size() > ROUTES_MAX) {
      return List.of(new Fault.TooManyRoutes(ROUTES_MAX));
    }
    var faults = new ArrayList<Fault>();
    Set<Route.Claim> claims = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Route route = lines.get(i);
      shape(i, route).ifPresent(faults::add);
      if (route.claims().stream().filter(claims::add).count() < route.claims().size()) {
        faults.add(new Fault.Repeated(i));
      }
      if (!known.test(route.institution())) {
        faults.add(new Fault.InstitutionUnknown(i, route.institution()));
      }
    }
    return faults;
  }

  private static Optional<Fault> shape(int line, Route route) {
    if (!PREFIX.matcher(route.prefix()).matches()) {
      return Optional.of(new Fault.PrefixMalformed(line));
    }
    boolean impossible =
        route.length() < 0
            || route.length() > LENGTH_MAX
            || (route.length() > 0 && route.length() < route.prefix().length());
    if (impossible) {
      return Optional.of(new Fault.LengthImpossible(line, route.length()));
    }
    if (route.names().size() > NAMES_MAX) {
      return Optional.of(new Fault.TooManyNames(line, route.names().size()));
    }
    boolean nameless = route.names().stream().allMatch(String::isEmpty);
    return route.prefix().isEmpty() && nameless
        ? Optional.of(new Fault.SaysNothing(line))
        : Optional.empty();
  }

  /**
   * Where an account belongs: what the officer chose; else the longest prefix, and of equal ones
   * the more precise; else the name.
   *
   * @param chosen empty where the officer left it to the table
   * @param number as written, spaces and hyphens and all
   * @param name the institution as told; may be empty
   */
  public Found find(String chosen, String number, String name, AccountKind kind) {
    if (!chosen.isEmpty()) {
      return new Found.ByOfficer(chosen);
    }
    Optional<Route> byNumber = byNumber(SpokenName.number(number), kind);
    if (byNumber.isPresent()) {
      Route route = byNumber.get();
      return new Found.ByNumber(route.institution(), route.prefix(), version);
    }
    return byName(name, kind);
  }

  /**
   * The carrier whose number range a telephone number lies in. A proposal: numbers are ported.
   *
   * @param digits of E.164, without {@code +}
   */
  public Optional<String> carrier(String digits) {
    return byNumber(digits, AccountKind.TELEPHONE).map(Route::institution);
  }

  private Optional<Route> byNumber(String digits, AccountKind kind) {
    return routes.stream()
        .filter(route -> route.takes(digits, kind))
        .max(Comparator.comparingInt(Route::precision));
  }

  private Found byName(String name, AccountKind kind) {
    String spoken = SpokenName.normalised(name);
    if (spoken.isEmpty()) {
      return new Found.Unrouted(version);
    }
    return routes.stream()
        .filter(route -> route.named(spoken, kind))
        .max(Comparator.comparingInt(Route::precision))
        .<Found>map(route -> new Found.ByName(route.institution(), spoken, version))
        .orElse(new Found.Unrouted(version));
  }
}
