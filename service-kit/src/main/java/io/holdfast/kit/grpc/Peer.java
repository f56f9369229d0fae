package io.holdfast.kit.grpc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.holdfast.kit.access.Call;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Another of Holdfast's services. Every call has a deadline, is repeated within a budget when the
 * peer cannot be reached, and fails at once while the breaker is open. Repeating is safe: mutations
 * carry a request id, events a number.
 */
public final class Peer {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final String name;
  private final CircuitBreaker breaker;
  private final Channel asService;
  private final Channel asCaller;

  Peer(
      String name,
      ManagedChannel channel,
      CircuitBreaker breaker,
      TokenSource tokens,
      ClientInterceptor tracing) {
    this.name = name;
    this.breaker = breaker;
    Channel guarded =
        ClientInterceptors.interceptForward(
            channel, new DefaultDeadline(), new BreakerInterceptor(name, breaker), tracing);
    this.asService = ClientInterceptors.intercept(guarded, new Bearer(tokens));
    this.asCaller =
        ClientInterceptors.intercept(guarded, new Bearer(() -> Call.current().bearer()));
  }

  /** E.g. {@code freeze-service}. */
  public String name() {
    return name;
  }

  /** For stubs that call with this service's own token: events, clocks. */
  public Channel channel() {
    return asService;
  }

  /** For stubs that call with the token of the caller this thread works for. */
  public Channel callerChannel() {
    return asCaller;
  }

  /** Whether calls fail at once now, since too many failed before. */
  public boolean broken() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  private static final class DefaultDeadline implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      boolean stream = !method.getType().serverSendsOneMessage();
      return next.newCall(
          method,
          options.getDeadline() != null || stream
              ? options
              : options.withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private record Bearer(TokenSource tokens) implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      String token = tokens.token();
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          headers.put(AUTHORIZATION, "Bearer " + token);
          super.start(listener, headers);
        }
      };
    }
  }
}
