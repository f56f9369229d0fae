package io.holdfast.liaison.officer.grpc;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.officer.IdentityProvider;
import io.holdfast.liaison.officer.Officer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** All officers in the store. */
public final class OfficerBook {
  private static final AccessPath BY_USERNAME = AccessPath.of("by_username", "username");
  private static final AccessPath BY_INSTITUTION =
      AccessPath.of("by_institution", "institution", "username");
  private static final AccessPath BY_OWNER = AccessPath.of("by_owner", "access.owner", "username");

  private static final AccessPath BY_REGION =
      AccessPath.of("by_region", "access.region", "username");

  private final Aggregates<Officer> officers;

  private OfficerBook(Aggregates<Officer> officers) {
    this.officers = officers;
  }

  /**
   * Opens the collection {@code officers}; what the identity provider is owed is done as soon as it
   * is due.
   */
  public static OfficerBook open(
      AggregateStore store, IdentityProvider provider, LegalClock clock) {
    var waker = new AtomicReference<Waker>(_ -> {});
    Aggregates<Officer> officers = store.open(layout(), id -> waker.get().wake(id));
    waker.set(new Provisioning(officers, provider, clock));
    return new OfficerBook(officers);
  }

  private static Layout<Officer> layout() {
    return new Layout<>(
        "officers",
        Officer.class,
        List.of(BY_USERNAME, BY_INSTITUTION, BY_OWNER, BY_REGION),
        Officer::nextTryTime,
        officer -> Map.of("username", officer.username(), "institution", officer.institution()),
        _ -> Set.of(),
        (officer, _) -> officer);
  }

  /** The id the officer of this username has. */
  static String id(String username) {
    return Ids.derived("officer", username);
  }

  Aggregates<Officer> aggregates() {
    return officers;
  }

  Page<Stored<Officer>> all(int size, String pageToken) {
    return officers.page(BY_USERNAME, List.of(), size, pageToken);
  }

  Page<Stored<Officer>> of(String institution, int size, String pageToken) {
    return officers.page(BY_INSTITUTION, List.of(institution), size, pageToken);
  }

  /** Those of an area, as a division code names it. */
  Page<Stored<Officer>> in(String area, int size, String pageToken) {
    return officers.page(BY_REGION, List.of(area), size, pageToken);
  }

  /** Those of an institution and of all below it. */
  Page<Stored<Officer>> under(String institution, int size, String pageToken) {
    return officers.page(BY_OWNER, List.of(institution), size, pageToken);
  }
}
