package io.holdfast.casefile.desk;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The institutions as liaison-service last told of them; no report waits for it. */
public final class InstitutionDirectory {
  private static final int DEPTH_MAX = 20;
  private static final Duration FIRST_COPY = Duration.ofSeconds(5);

  private record Index(long version, Map<String, Institution> byId) {}

  private final Supplier<Optional<Directory>> source;
  private volatile @Nullable Index current;

  /**
   * @param source the last good copy; empty before the first
   */
  public InstitutionDirectory(Supplier<Optional<Directory>> source) {
    this.source = source;
  }

  /** The police institution {@code id}. */
  Station station(String id) {
    Map<String, Institution> byId = byId();
    Institution found = byId.get(id);
    if (found == null || found.getDisabled() || found.getKind() != InstitutionKind.POLICE) {
      throw Problem.of(CaseReason.INSTITUTION_UNKNOWN, "field", "station");
    }
    return new Station(id, found.getCode(), found.getRegion(), ancestors(byId, found));
  }

  /** Whether {@code id} is an institution somewhere below {@code above}. */
  boolean below(String id, String above) {
    Map<String, Institution> byId = byId();
    Institution found = byId.get(id);
    return found != null && ancestors(byId, found).contains(above);
  }

  private static List<String> ancestors(Map<String, Institution> byId, Institution of) {
    List<String> ancestors = new ArrayList<>();
    Institution at = byId.get(of.getParent());
    while (at != null && ancestors.size() < DEPTH_MAX) {
      ancestors.add(at.getId());
      at = byId.get(at.getParent());
    }
    return ancestors;
  }

  /**
   * Refuses payee institutions chosen by the officer that cannot be: unknown ones, and those of the
   * other world, real or demonstration.
   *
   * @param path path of the transfers in the request
   */
  void requirePayees(String path, List<Transfer> transfers, String stationRegion) {
    for (int i = 0; i < transfers.size(); i++) {
      Account payee = transfers.get(i).payee();
      if (!payee.institution().isEmpty()) {
        requirePayee(path + '[' + i + "].payee.institution", payee.institution(), stationRegion);
      }
    }
  }

  void requirePayee(String field, String institution, String stationRegion) {
    Institution found = byId().get(institution);
    if (found == null || found.getDisabled() || !holdsAccounts(found.getKind())) {
      throw Problem.of(CaseReason.INSTITUTION_UNKNOWN, "field", field);
    }
    if (Station.isDemo(found.getRegion()) != Station.isDemo(stationRegion)) {
      throw Problem.of(CaseReason.DEMO_REAL_MIXED, "field", field);
    }
  }

  /** Refuses a carrier chosen by the officer that cannot be asked. */
  void requireCarrier(String institution, String stationRegion) {
    if (institution.isEmpty()) {
      return;
    }
    Institution found = byId().get(institution);
    if (found == null || found.getDisabled() || found.getKind() != InstitutionKind.CARRIER) {
      throw Problem.of(CaseReason.INSTITUTION_UNKNOWN, "field", "carrier");
    }
    if (Station.isDemo(found.getRegion()) != Station.isDemo(stationRegion)) {
      throw Problem.of(CaseReason.DEMO_REAL_MIXED, "field", "carrier");
    }
  }

  private static boolean holdsAccounts(InstitutionKind kind) {
    return switch (kind) {
      case BANK, PAYMENT_FIRM -> true;
      case INSTITUTION_KIND_UNSPECIFIED, POLICE, CARRIER, INTERNET_FIRM, UNRECOGNIZED -> false;
    };
  }

  private Map<String, Institution> byId() {
    Directory directory =
        source
            .get()
            .orElseThrow(
                () ->
                    Problem.of(KitReason.PEER_UNAVAILABLE, "peer", "liaison-service")
                        .retryAfter(FIRST_COPY));
    Index index = current;
    if (index == null || index.version() != directory.getVersion()) {
      Map<String, Institution> byId = new LinkedHashMap<>();
      directory.getInstitutionsList().forEach(found -> byId.put(found.getId(), found));
      index = new Index(directory.getVersion(), byId);
      current = index;
    }
    return index.byId();
  }
}
