package io.holdfast.gateway.contract;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Rule;
import io.holdfast.proto.access.v1.Scope;
import java.util.List;
import java.util.Locale;

/** What the contract says of who may call and what is personal. The services enforce it. */
public final class Grants {
  private Grants() {}

  /**
   * Whether only Holdfast's own services may call this method. One without any rule counts as
   * internal: what nobody was granted is not let through.
   */
  public static boolean internal(MethodDescriptor method) {
    return rules(method).stream().allMatch(rule -> rule.getScope() == Scope.INTERNAL);
  }

  /** The method's grants, in the order written. */
  public static List<Rule> rules(MethodDescriptor method) {
    return method.getOptions().getExtension(Access.rule);
  }

  /** Whether the field is personal data, so never in a path, query, log or error text. */
  public static boolean personal(FieldDescriptor field) {
    return field.getOptions().getExtension(Access.personal);
  }

  /** The roles a field is shown to; empty: to whoever gets the message. */
  public static List<Role> seenBy(FieldDescriptor field) {
    return field.getOptions().getExtension(Access.seenBy);
  }

  /** The role as tokens and documents write it: `STATION_OFFICER` is `station-officer`. */
  public static String tokenName(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
