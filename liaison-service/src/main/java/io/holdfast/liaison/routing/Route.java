package io.holdfast.liaison.routing;

import java.util.List;

/**
 * One line of the routing table.
 *
 * @param prefix leading digits of the number; empty for a rule by name
 * @param length digits of the whole number; 0 for any
 * @param kind the kind of account it is for
 * @param names the institution as people call it; compared without case, spaces and punctuation
 * @param institution where such accounts belong
 */
public record Route(
    String prefix, int length, AccountKind kind, List<String> names, String institution) {
  public Route {
    names = names.stream().map(SpokenName::normalised).distinct().toList();
  }

  /** What it claims; two routes with a claim in common would contradict each other. */
  List<Claim> claims() {
    return prefix.isEmpty()
        ? names.stream().map(name -> new Claim(name, length, kind)).toList()
        : List.of(new Claim(prefix, length, kind));
  }

  /** Of two routes with the same prefix the one that says more comes first. */
  int precision() {
    return prefix.length() * 4 + (length > 0 ? 2 : 0) + (kind == AccountKind.ANY ? 0 : 1);
  }

  boolean takes(String number, AccountKind of) {
    return !prefix.isEmpty()
        && number.startsWith(prefix)
        && (length == 0 || length == number.length())
        && kind.fits(of);
  }

  boolean named(String name, AccountKind of) {
    return prefix.isEmpty() && kind.fits(of) && names.contains(name);
  }

  /** A prefix or name with the length and kind it is claimed for. */
  record Claim(String prefixOrName, int length, AccountKind kind) {}
}
