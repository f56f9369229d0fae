package io.holdfast.kit.access;

import io.grpc.Context;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One admitted call: by whom, how far it reaches, and until when an answer is of use. */
public final class Call {
  /** Room for one page of a list and what it takes to decide on it. */
  private static final int MET_MAX = 256;

  private static final Context.Key<Call> KEY = Context.key("holdfast-call");

  private final Caller caller;
  private final Set<Scope> scopes;
  private final String cause;
  private final String method;
  private final Instant deadline;
  private final String bearer;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Map<String, Access> met = new ConcurrentHashMap<>();

  Call(
      Caller caller,
      Set<Scope> scopes,
      String cause,
      String method,
      Instant deadline,
      String bearer) {
    this.caller = caller;
    this.scopes = Set.copyOf(scopes);
    this.cause = cause;
    this.method = method;
    this.deadline = deadline;
    this.bearer = bearer;
  }

  /** A call outside a server, without deadline: for tests. */
  public static Call of(Caller caller, Set<Scope> scopes, String cause) {
    return new Call(caller, scopes, cause, "", Instant.MAX, "");
  }

  /**
   * The call this thread works for.
   *
   * @throws IllegalStateException if it works for none
   */
  public static Call current() {
    Call call = KEY.get();
    if (call == null) {
      throw new IllegalStateException("no call on this thread (expected: a handler's thread)");
    }
    return call;
  }

  /**
   * Remembers, on the call this thread works for, that it has changed an aggregate and that the
   * change's own audit entry says so. Without a call nothing is remembered.
   */
  public static void changed(String id) {
    Call call = KEY.get();
    if (call != null) {
      call.changed.add(id);
    }
  }

  /** Whether this call has changed the aggregate, so that its showing is no news to the audit. */
  public boolean hasChanged(String id) {
    return changed.contains(id);
  }

  /**
   * Remembers, on the call this thread works for, whose an aggregate is that it came upon, so that
   * what the audit says of it can be read there. Without a call nothing is remembered.
   */
  public static void met(String id, Access access) {
    Call call = KEY.get();
    if (call != null && call.met.size() < MET_MAX) {
      call.met.put(id, access);
    }
  }

  /** Whose the aggregate is, if this call came upon it. */
  public Optional<Access> met(String id) {
    return Optional.ofNullable(met.get(id));
  }

  /** The context in which {@link #current()} is this call. */
  public Context in(Context context) {
    return context.withValue(KEY, this);
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** The scopes of the rules that admitted the call. */
  public Set<Scope> scopes() {
    return scopes;
  }

  /** The full method name, e.g. {@code holdfast.freezing.v1.StopOrders/RecordStop}. */
  public String method() {
    return method;
  }

  /** What led to it, as events carry it on: {@code call/<trace id>}. */
  public String cause() {
    return cause;
  }

  /** When the answer is of no more use; waiting beyond it is in vain. */
  public Instant deadline() {
    return deadline;
  }

  /** The caller's own token, to be passed on to another of Holdfast's services; never logged. */
  public String bearer() {
    return bearer;
  }

  /** Whether the call may see what {@code access} belongs to: each scope is one equality. */
  public boolean reaches(Access access) {
    return scopes.stream().anyMatch(scope -> reaches(scope, access));
  }

  /**
   * Lets the call go on only if it reaches {@code access}.
   *
   * @throws Problem {@link KitReason#ACCESS_DENIED}, the same as for what does not exist
   */
  public void requireReach(Access access) {
    if (!reaches(access)) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
  }

  private boolean reaches(Scope scope, Access access) {
    String institution = caller.institution();
    return switch (scope) {
      case OWN_INSTITUTION -> !institution.isEmpty() && access.owner().contains(institution);
      case CASE_PARTICIPANT ->
          !institution.isEmpty()
              && (access.owner().contains(institution) || access.parties().contains(institution));
      case OWN_REGION ->
          !caller.region().isEmpty() && access.region().contains(Access.area(caller.region()));
      case EVERYONE, INTERNAL -> true;
      case SCOPE_UNSPECIFIED, UNRECOGNIZED -> false;
    };
  }
}
