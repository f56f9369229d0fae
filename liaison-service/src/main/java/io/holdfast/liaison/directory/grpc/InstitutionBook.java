package io.holdfast.liaison.directory.grpc;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.liaison.directory.InstitutionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All institutions in the store. */
public final class InstitutionBook {
  /** Most institutions of a deployment: the whole directory travels in one message. */
  public static final int INSTITUTIONS_MAX = 10_000;

  private static final AccessPath BY_CODE = AccessPath.of("by_code", "code");
  private static final AccessPath BY_KIND = AccessPath.of("by_kind", "kind", "code");
  private static final int PAGE = 100;

  private final Aggregates<Institution> institutions;

  private InstitutionBook(Aggregates<Institution> institutions) {
    this.institutions = institutions;
  }

  /** Opens the collection {@code institutions}. */
  public static InstitutionBook open(AggregateStore store) {
    return new InstitutionBook(
        store.open(
            Layout.plain(
                "institutions",
                Institution.class,
                List.of(BY_CODE, BY_KIND),
                state -> Map.of("code", state.code(), "kind", state.kind().name()))));
  }

  /** The id an institution of this code has. */
  static String id(String code) {
    return Ids.derived("institution", code.toUpperCase(Locale.ROOT));
  }

  Aggregates<Institution> aggregates() {
    return institutions;
  }

  /** An institution, if there is one. */
  public Optional<Stored<Institution>> find(String id) {
    return institutions.find(id);
  }

  /** One page of them by code, of one kind or of all. */
  public Page<Stored<Institution>> page(
      Optional<InstitutionKind> kind, int size, String pageToken) {
    return kind.isPresent()
        ? institutions.page(BY_KIND, List.of(kind.get().name()), size, pageToken)
        : institutions.page(BY_CODE, List.of(), size, pageToken);
  }

  /** All of them, by code. */
  public List<Stored<Institution>> all() {
    var all = new ArrayList<Stored<Institution>>();
    String token = "";
    do {
      Page<Stored<Institution>> page = institutions.page(BY_CODE, List.of(), PAGE, token);
      all.addAll(page.items());
      token = page.nextPageToken();
      if (all.size() > INSTITUTIONS_MAX) {
        throw Problem.of(
            KitReason.LIMIT_REACHED,
            "what",
            "institutions",
            "limit",
            Integer.toString(INSTITUTIONS_MAX));
      }
    } while (!token.isEmpty());
    return all;
  }
}
