package io.holdfast.liaison.trace.grpc;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.liaison.trace.Target;

/** Who can be asked for a call. */
final class Carriers {
  private static final String DEMO = "999";

  private static final String CHINA = "86";
  private static final int NATIONAL_MAX = 11;

  private final InstitutionBook institutions;
  private final RoutingBook routing;

  Carriers(InstitutionBook institutions, RoutingBook routing) {
    this.institutions = institutions;
    this.routing = routing;
  }

  /**
   * Lets go on only with a carrier or internet firm that takes part, of the same world as the
   * trace: demonstration and reality never meet.
   *
   * @param region the trace's
   */
  void require(String institution, String region) {
    if (!fits(institution, region)) {
      throw Problem.of(LiaisonReason.INSTITUTION_UNKNOWN, "institution", institution);
    }
  }

  /** Whom the number ranges propose for a number, if he can be asked; numbers are ported. */
  Target proposed(String number, String region) {
    return routing
        .table()
        .state()
        .carrier(international(number))
        .filter(institution -> fits(institution, region))
        .<Target>map(institution -> new Target.Inside(institution, ""))
        .orElseGet(Target.Unknown::new);
  }

  /** A number as people write it in China, as the digits of E.164. */
  private static String international(String number) {
    String digits = number.replaceAll("[^0-9+]", "");
    if (digits.startsWith("+") || digits.startsWith("00")) {
      return digits.replaceFirst("^(\\+|00)", "");
    }
    return digits.startsWith(CHINA) && digits.length() > NATIONAL_MAX
        ? digits
        : CHINA + digits.replaceFirst("^0", "");
  }

  private boolean fits(String institution, String region) {
    return institutions
        .find(institution)
        .map(Stored::state)
        .filter(found -> fits(found, region))
        .isPresent();
  }

  private static boolean fits(Institution found, String region) {
    return !found.disabled()
        && Desk.TRACE_DESK.fits(found.kind())
        && found.region().startsWith(DEMO) == region.startsWith(DEMO);
  }
}
