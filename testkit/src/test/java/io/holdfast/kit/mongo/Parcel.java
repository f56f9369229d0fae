package io.holdfast.kit.mongo;

import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An aggregate that exists only in these tests. */
record Parcel(
    String label, Personal recipient, long weight, Place place, List<String> stops, boolean told) {
  sealed interface Place {
    record Shelf(int number) implements Place {}

    record Road(Instant due, @Nullable String note) implements Place {}
  }

  static final AccessPath BY_OWNER = AccessPath.of("byOwner", "access.owner", "-created", "-_id");
  static final AccessPath OPEN = AccessPath.sparse("open", "openKey", "_id");
  static final Access ACCESS = Access.of("inst-a", List.of("county"), "999001");

  static final Layout<Parcel> LAYOUT =
      new Layout<>(
          "parcels",
          Parcel.class,
          List.of(BY_OWNER, OPEN),
          parcel ->
              parcel.place() instanceof Place.Road road
                  ? Optional.of(road.due())
                  : Optional.empty(),
          parcel ->
              parcel.place() instanceof Place.Shelf shelf
                  ? Map.of("openKey", "shelf|" + shelf.number())
                  : Map.of(),
          parcel -> Set.of("label:" + parcel.label()),
          (parcel, _) -> parcel.told() ? parcel : parcel.withTold());

  static Parcel on(int shelf) {
    return new Parcel(
        "测试" + shelf,
        Personal.of(Personal.Kind.NAME, "测试收件人"),
        1L + shelf,
        new Place.Shelf(shelf),
        List.of("a", "b"),
        false);
  }

  Parcel sent(Instant due) {
    return new Parcel(label, recipient, weight, new Place.Road(due, null), stops, told);
  }

  Parcel heavier() {
    return new Parcel(label, recipient, weight + 1, place, stops, told);
  }

  private Parcel withTold() {
    return new Parcel(label, recipient, weight, place, stops, true);
  }

  static Fact fact() {
    return Fact.of(CaseEvent.getDefaultInstance());
  }
}
