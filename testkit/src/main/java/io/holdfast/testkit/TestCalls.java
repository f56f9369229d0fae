package io.holdfast.testkit;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import java.time.Instant;
import java.util.Set;

/** Calls as the interceptors would admit them. */
public final class TestCalls {
  private TestCalls() {}

  /** A person of an institution in a region. */
  public static Caller person(String name, String institution, String region, Role... roles) {
    return new Caller(
        "sub-" + name,
        "console",
        institution,
        region,
        Set.of(roles),
        "officer-" + name,
        "9990" + Math.floorMod(name.hashCode(), 100),
        Personal.of(Personal.Kind.NAME, "测试" + name),
        Instant.MAX);
  }

  /** A machine of an institution. */
  public static Caller machine(String client, String institution, String region, Role... roles) {
    return new Caller(
        "sub-" + client, client, institution, region, Set.of(roles), null, null, null, Instant.MAX);
  }

  /** A call of {@code caller} admitted under {@code scope}. */
  public static Call call(Caller caller, Scope scope) {
    return Call.of(caller, Set.of(scope), "call/test");
  }
}
