package io.holdfast.liaison.routing.grpc;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Page tokens of the table: a place in one revision of it; after an import a reader starts again.
 */
final class RoutePages {
  private static final Pattern PLACE = Pattern.compile("routes/([0-9]{1,18})/([0-9]{1,6})");

  private RoutePages() {}

  static String token(long rev, int from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("routes/" + rev + '/' + from).getBytes(StandardCharsets.UTF_8));
  }

  /** Where the page begins. */
  static int from(String token, long rev, int size) {
    if (token.isEmpty()) {
      return 0;
    }
    try {
      Matcher place =
          PLACE.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
      if (place.matches() && Long.parseLong(place.group(1)) == rev) {
        int from = Integer.parseInt(place.group(2));
        if (from < size) {
          return from;
        }
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw Problem.of(KitReason.PAGE_TOKEN_INVALID);
  }
}
