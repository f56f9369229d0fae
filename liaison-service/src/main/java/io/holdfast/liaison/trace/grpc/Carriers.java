package io.holdfast.liaison.trace.grpc;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.grpc.InstitutionBook;

/** Who can be asked for a call. */
final class Carriers {
  private static final String DEMO = "999";

  private final InstitutionBook institutions;

  Carriers(InstitutionBook institutions) {
    this.institutions = institutions;
  }

  /**
   * Lets go on only with a carrier or internet firm that takes part, of the same world as the
   * trace: demonstration and reality never meet.
   *
   * @param region the trace's
   */
  void require(String institution, String region) {
    boolean fit =
        institutions
            .find(institution)
            .map(Stored::state)
            .filter(found -> fits(found, region))
            .isPresent();
    if (!fit) {
      throw Problem.of(LiaisonReason.INSTITUTION_UNKNOWN, "institution", institution);
    }
  }

  private static boolean fits(Institution found, String region) {
    return !found.disabled()
        && Desk.TRACE_DESK.fits(found.kind())
        && found.region().startsWith(DEMO) == region.startsWith(DEMO);
  }
}
