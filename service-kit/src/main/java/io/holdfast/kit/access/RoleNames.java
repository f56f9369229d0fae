package io.holdfast.kit.access;

import io.holdfast.proto.access.v1.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Roles as they stand in tokens: {@link Role#STATION_OFFICER} is {@code station-officer}. */
public final class RoleNames {
  private static final Map<String, Role> BY_NAME =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.UNRECOGNIZED && role != Role.ROLE_UNSPECIFIED)
          .collect(Collectors.toUnmodifiableMap(RoleNames::of, role -> role));

  private RoleNames() {}

  /** The role's name in a token. */
  public static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of several roles, sorted. */
  public static List<String> of(Collection<Role> roles) {
    return roles.stream().map(RoleNames::of).sorted().toList();
  }

  /** The role a token's name stands for; other systems' roles in the same token stand for none. */
  public static Optional<Role> role(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
