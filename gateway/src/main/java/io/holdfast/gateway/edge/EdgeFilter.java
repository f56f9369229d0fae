package io.holdfast.gateway.edge;

import io.grpc.StatusRuntimeException;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Problems;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.security.Forwarded;
import io.holdfast.gateway.security.SecurityHeaders;
import io.holdfast.gateway.transcode.Answers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The first and last to see a request: opens its trace, sets the headers every answer carries,
 * turns failures into problems, and writes one log line without path values, query or body.
 */
public final class EdgeFilter implements WebFilter, Ordered {
  static final String TRACE_ID = "Trace-Id";

  private static final Logger ACCESS = LoggerFactory.getLogger("access");
  private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);

  private final Traces traces;
  private final Meters meters;
  private final Forwarded forwarded;
  private final InstantSource clock;
  private final LongSupplier nanos;

  /**
   * The edge.
   *
   * @param clock what time it is, told in every answer: the console counts down by it
   * @param nanos a monotonic clock
   */
  public EdgeFilter(
      Traces traces, Meters meters, Forwarded forwarded, InstantSource clock, LongSupplier nanos) {
    this.traces = traces;
    this.meters = meters;
    this.forwarded = forwarded;
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Visit visit = new Visit(traces.begin(exchange.getRequest().getHeaders()), nanos.getAsLong());
    visit.bindTo(exchange);
    ServerHttpResponse response = exchange.getResponse();
    SecurityHeaders.set(response.getHeaders(), forwarded.https(exchange.getRequest()));
    response.getHeaders().set(TRACE_ID, visit.traceId());
    response.getHeaders().setDate(clock.millis());
    return Mono.defer(() -> pass(exchange, chain))
        .onErrorResume(failure -> answer(exchange, visit, failure))
        .doFinally(signal -> leave(exchange, visit, signal));
  }

  /** No other origin is let in, so its question whether it may is answered here, by a no. */
  private static Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
    return CorsUtils.isPreFlightRequest(exchange.getRequest())
        ? Mono.error(Refusal.of(Refusal.Reason.METHOD_NOT_ALLOWED))
        : chain.filter(exchange);
  }

  private static Mono<Void> answer(ServerWebExchange exchange, Visit visit, Throwable failure) {
    // What a service failed of is in its own log; this is what failed here.
    if (!(failure instanceof StatusRuntimeException)
        && Problems.of(failure, false).status() == 500) {
      LOG.atError().addKeyValue("traceId", visit.traceId()).setCause(failure).log("unexpected");
    }
    if (exchange.getResponse().isCommitted()) {
      // Too late for a problem: the connection breaks, so nobody takes a part for the whole.
      visit.refused("BROKEN_OFF");
      return Mono.error(failure);
    }
    return Answers.problem(exchange, failure);
  }

  private void leave(ServerWebExchange exchange, Visit visit, SignalType signal) {
    Duration took = Duration.ofNanos(nanos.getAsLong() - visit.startNanos());
    @Nullable HttpStatusCode code = exchange.getResponse().getStatusCode();
    int status = signal == SignalType.CANCEL ? 499 : code == null ? 200 : code.value();
    meters.request(visit.route(), status, took);
    visit.span().updateName(visit.route());
    visit.span().setAttribute("http.response.status_code", status);
    visit.span().end();
    ACCESS
        .atInfo()
        .addKeyValue("face", "rest")
        .addKeyValue("route", visit.route())
        .addKeyValue("status", status)
        .addKeyValue("reason", visit.reason() == null ? "" : visit.reason())
        .addKeyValue("millis", took.toMillis())
        .addKeyValue("subject", visit.subject())
        .addKeyValue("client", visit.client())
        .addKeyValue("address", forwarded.address(exchange.getRequest()))
        .addKeyValue("traceId", visit.traceId())
        .log("request");
  }
}
