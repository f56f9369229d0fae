package io.holdfast.liaison.officer;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.directory.InstitutionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person who works with Holdfast.
 *
 * @param institution the id of the one he belongs to
 * @param region that institution's division (GB/T 2260)
 * @param username what he logs in with; his for good
 * @param officerNumber 警号 or staff number; may be empty
 * @param roles at least one
 * @param state where he stands with the identity provider
 */
public record Officer(
    String institution,
    String region,
    String username,
    Personal name,
    String officerNumber,
    Personal phone,
    List<OfficerRole> roles,
    OfficerState state) {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,40}");

  public Officer {
    roles = roles.stream().distinct().toList();
  }

  /** The same person in another state. */
  public Officer with(OfficerState next) {
    return new Officer(institution, region, username, name, officerNumber, phone, roles, next);
  }

  /** When the identity provider is to be asked next; empty when nothing is due there. */
  public Optional<Instant> nextTryTime() {
    return switch (state) {
      case OfficerState.Provisioning s -> Optional.of(s.nextTryTime());
      case OfficerState.Disabling s -> Optional.of(s.nextTryTime());
      case OfficerState.Active _, OfficerState.Disabled _ -> Optional.empty();
    };
  }

  /**
   * What is wrong with him as a member of an institution of this kind; empty when he may be added.
   */
  public List<Fault> faults(InstitutionKind kind) {
    var faults = new ArrayList<Fault>();
    if (!USERNAME.matcher(username).matches()) {
      faults.add(new Fault.UsernameMalformed());
    }
    if (name.reveal().isBlank()) {
      faults.add(new Fault.NameMissing());
    }
    if (roles.isEmpty()) {
      faults.add(new Fault.RolesMissing());
    }
    for (int i = 0; i < roles.size(); i++) {
      if (!roles.get(i).fits(kind)) {
        faults.add(new Fault.RoleUnfit(i, roles.get(i), kind));
      }
    }
    return faults;
  }

  /** Why an officer cannot be added as he is. */
  public sealed interface Fault {
    /** Not 3 to 41 of a-z, 0-9, dot and hyphen, beginning with a letter or digit. */
    record UsernameMalformed() implements Fault {}

    /** No name. */
    record NameMissing() implements Fault {}

    /** No role. */
    record RolesMissing() implements Fault {}

    /** Nobody of an institution of this kind holds such a role. */
    record RoleUnfit(int position, OfficerRole role, InstitutionKind kind) implements Fault {}
  }
}
