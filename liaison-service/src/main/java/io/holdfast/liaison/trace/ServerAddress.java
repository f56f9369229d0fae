package io.holdfast.liaison.trace;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a server as carriers write it; no name is ever looked up. */
public final class ServerAddress {
  private static final int PORT_MAX = 65_535;
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)\\](?::([0-9]{1,5}))?");
  private static final Pattern DOTTED =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::([0-9]{1,5}))?");

  private ServerAddress() {}

  /**
   * Whether the text is {@code 192.0.2.1}, {@code 192.0.2.1:5060}, {@code 2001:db8::1} or {@code
   * [2001:db8::1]:5060}.
   */
  public static boolean valid(String text) {
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return bracketed.group(1).contains(":") && fits(bracketed.group(1), bracketed.group(2));
    }
    Matcher dotted = DOTTED.matcher(text);
    return dotted.matches()
        ? fits(dotted.group(1), dotted.group(2))
        : text.contains(":") && literal(text);
  }

  private static boolean fits(String address, @Nullable String port) {
    boolean possible =
        port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= PORT_MAX);
    return possible && literal(address);
  }

  private static boolean literal(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress().length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
