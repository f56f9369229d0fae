package io.holdfast.casefile.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report in the making, owned by a unit and not by a person.
 *
 * @param offeredTo the station that is asked to go on with it; empty: none
 * @param begunBy the unit that offered it, once another has adopted it; empty before
 * @param fields in the order of their first edit
 * @param touches who saved last, latest first, one entry a person
 * @param edits rises with every change of a text
 * @param sweepTime when what was typed goes unless somebody saves; null where it stays
 */
public record Draft(
    Unit unit,
    String offeredTo,
    String begunBy,
    DraftState state,
    List<DraftField> fields,
    List<Touch> touches,
    long edits,
    Instant lastEditTime,
    @Nullable Instant sweepTime) {
  /** Most fields of a draft. */
  public static final int FIELDS_MAX = 600;

  /** Whoever saved within this time counts as being at it. */
  public static final Duration AT_IT = Duration.ofMinutes(1);

  static final int TOUCHES_MAX = 16;

  public Draft {
    fields = List.copyOf(fields);
    touches = List.copyOf(touches);
  }

  /** A draft without a word yet. */
  public static Draft begun(Unit unit, String offeredTo, Instant now, Instant sweepTime) {
    return new Draft(
        unit, offeredTo, "", new DraftState.Open(), List.of(), List.of(), 0, now, sweepTime);
  }

  /** The draft as of {@code now}: one left alone for too long is swept, sweeper or no sweeper. */
  public Draft at(Instant now) {
    Instant sweep = sweepTime;
    if (sweep == null || now.isBefore(sweep)) {
      return this;
    }
    DraftState swept = state instanceof DraftState.Open ? new DraftState.Swept(sweep) : state;
    return new Draft(
        unit, offeredTo, begunBy, swept, List.of(), List.of(), edits, lastEditTime, null);
  }

  /** Every institution that may see it. */
  public Set<String> readers() {
    Set<String> readers = new LinkedHashSet<>();
    readers.add(unit.id());
    readers.addAll(unit.ancestors());
    parties().forEach(readers::add);
    return readers;
  }

  /** Those among them that are neither the unit nor above it. */
  public List<String> parties() {
    return List.of(offeredTo, begunBy).stream().filter(party -> !party.isEmpty()).toList();
  }

  /** The field at {@code path}. */
  public Optional<DraftField> field(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** Whoever else has saved within the last minute. */
  public List<Touch> others(String subject, Instant now) {
    return touches.stream()
        .filter(touch -> !touch.author().subject().equals(subject))
        .filter(touch -> touch.time().plus(AT_IT).isAfter(now))
        .toList();
  }

  Draft in(DraftState other, @Nullable Instant otherSweepTime) {
    return new Draft(
        unit, offeredTo, begunBy, other, fields, touches, edits, lastEditTime, otherSweepTime);
  }

  Draft offeredTo(String station) {
    return new Draft(
        unit, station, begunBy, state, fields, touches, edits, lastEditTime, sweepTime);
  }

  Draft adoptedBy(Unit station) {
    return new Draft(
        station, "", unit.id(), state, fields, touches, edits, lastEditTime, sweepTime);
  }

  Draft with(
      List<DraftField> otherFields,
      List<Touch> otherTouches,
      Instant time,
      @Nullable Instant otherSweepTime) {
    return new Draft(
        unit,
        offeredTo,
        begunBy,
        state,
        otherFields,
        otherTouches,
        otherFields.equals(fields) ? edits : edits + 1,
        time,
        otherSweepTime);
  }
}
