package io.holdfast.liaison.roster;

import io.holdfast.liaison.directory.Desk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is on duty at one institution (银发〔2019〕85号: 7×24 with A and B officers).
 *
 * @param duties at most one for each desk and role; by desk, A before B
 */
public record Roster(String institution, List<Duty> duties) {
  private static final Comparator<Duty> ORDER =
      Comparator.comparing(Duty::desk).thenComparing(Duty::role);

  public Roster {
    duties = List.copyOf(duties);
  }

  /** Nobody is on duty yet. */
  public static Roster empty(String institution) {
    return new Roster(institution, List.of());
  }

  /** With one officer in place of the one before. */
  public Roster with(Duty duty) {
    var all = new ArrayList<>(duties);
    all.removeIf(known -> known.desk() == duty.desk() && known.role() == duty.role());
    all.add(duty);
    all.sort(ORDER);
    return new Roster(institution, all);
  }

  /** Who is on duty at a desk. */
  public Optional<Duty> at(Desk desk, DutyRole role) {
    return duties.stream().filter(duty -> duty.desk() == desk && duty.role() == role).findFirst();
  }
}
