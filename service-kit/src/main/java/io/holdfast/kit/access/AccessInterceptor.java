package io.holdfast.kit.access;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.proto.access.v1.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Lets a call in only with a valid token and a role that one of the method's rules names. */
public final class AccessInterceptor implements ServerInterceptor {
  /** Hears of refused callers, so that they stand in the audit log. */
  @FunctionalInterface
  public interface Refusals {
    /** A known caller was refused the method: no rule admits him. */
    void refused(Call call);
  }

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "bearer ";

  /** Answers that come later are of no use to anybody. */
  private static final Duration UNARY_MAX = Duration.ofSeconds(30);

  private static final Duration UPLOAD_MAX = Duration.ofMinutes(5);

  private final TokenVerifier tokens;
  private final AccessRules rules;
  private final Refusals refusals;
  private final InstantSource clock;

  /**
   * @param clock the system's
   */
  public AccessInterceptor(
      TokenVerifier tokens, AccessRules rules, Refusals refusals, InstantSource clock) {
    this.tokens = tokens;
    this.rules = rules;
    this.refusals = refusals;
    this.clock = clock;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    String token = token(headers);
    Caller caller = tokens.verify(token);
    String cause = "call/" + Tracing.traceId();
    Set<Scope> scopes = rules.admit(method, caller);
    Instant deadline = deadline(call.getMethodDescriptor().getType(), caller);
    var admitted = new Call(caller, scopes, cause, method, deadline, token);
    if (scopes.isEmpty()) {
      refusals.refused(admitted);
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    return Contexts.interceptCall(admitted.in(Context.current()), call, headers, next);
  }

  private static String token(Metadata headers) {
    String value = headers.get(AUTHORIZATION);
    if (value == null || value.isBlank()) {
      throw Problem.of(KitReason.TOKEN_MISSING);
    }
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Problem.of(KitReason.TOKEN_INVALID);
    }
    return value.substring(SCHEME.length()).trim();
  }

  private Instant deadline(MethodType type, Caller caller) {
    Instant now = clock.instant();
    Instant own =
        switch (type) {
          case UNARY, UNKNOWN -> now.plus(UNARY_MAX);
          case CLIENT_STREAMING -> now.plus(UPLOAD_MAX);
          case SERVER_STREAMING, BIDI_STREAMING -> caller.tokenExpiry();
        };
    Deadline asked = Context.current().getDeadline();
    if (asked == null) {
      return own;
    }
    Instant theirs = now.plusMillis(asked.timeRemaining(TimeUnit.MILLISECONDS));
    return theirs.isBefore(own) ? theirs : own;
  }
}
