package io.holdfast.kit.access;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Rule;
import io.holdfast.proto.access.v1.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may call what, as the contract's {@code (holdfast.access.v1.rule)} options say. */
public final class AccessRules {
  private final Map<String, List<Rule>> byMethod;

  private AccessRules(Map<String, List<Rule>> byMethod) {
    this.byMethod = byMethod;
  }

  /**
   * The rules of all methods of these services.
   *
   * @throws IllegalStateException if a method has no rule, or one that admits nobody
   */
  public static AccessRules of(Collection<ServiceDescriptor> services) {
    var byMethod = new TreeMap<String, List<Rule>>();
    for (ServiceDescriptor service : services) {
      for (MethodDescriptor method : service.getMethods()) {
        String name = service.getFullName() + '/' + method.getName();
        List<Rule> rules = method.getOptions().getExtension(Access.rule);
        requireUsable(name, rules);
        byMethod.put(name, List.copyOf(rules));
      }
    }
    return new AccessRules(byMethod);
  }

  /**
   * The scopes the caller is admitted with: those of every rule that names one of his roles. Empty:
   * refused.
   *
   * @param method e.g. {@code holdfast.freezing.v1.StopOrders/RecordStop}
   */
  public Set<Scope> admit(String method, Caller caller) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (Rule rule : byMethod.getOrDefault(method, List.of())) {
      boolean held = rule.getRolesList().stream().anyMatch(caller.roles()::contains);
      if (held && !(rule.getHumansOnly() && caller.machine())) {
        scopes.add(rule.getScope());
      }
    }
    return scopes;
  }

  /** Whether only Holdfast's own services may call the method. */
  public boolean internal(String method) {
    return byMethod.getOrDefault(method, List.of()).stream()
        .allMatch(rule -> rule.getScope() == Scope.INTERNAL);
  }

  /** All methods that have rules, sorted. */
  public Set<String> methods() {
    return byMethod.keySet();
  }

  private static void requireUsable(String method, List<Rule> rules) {
    if (rules.isEmpty()) {
      throw new IllegalStateException(
          method + ": no (holdfast.access.v1.rule) (expected: at least one)");
    }
    for (Rule rule : rules) {
      boolean nobody =
          rule.getRolesList().isEmpty()
              || rule.getRolesList().contains(Role.ROLE_UNSPECIFIED)
              || rule.getRolesList().contains(Role.UNRECOGNIZED);
      boolean nowhere =
          rule.getScope() == Scope.SCOPE_UNSPECIFIED || rule.getScope() == Scope.UNRECOGNIZED;
      if (nobody || nowhere) {
        throw new IllegalStateException(
            method + ": a rule without roles or scope (expected: both)");
      }
    }
  }
}
