package io.holdfast.gateway.observe;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** One request on its way through the door: what its log line, trace and metrics will say. */
public final class Visit {
  private static final String ATTRIBUTE = Visit.class.getName();

  private final Span span;
  private final long startNanos;
  private String route = "(unknown)";
  private String subject = "";
  private String client = "";
  private @Nullable String reason;

  /**
   * A visit that began now.
   *
   * @param startNanos reading of the monotonic clock
   */
  public Visit(Span span, long startNanos) {
    this.span = span;
    this.startNanos = startNanos;
  }

  /** The visit of this exchange. */
  public static Visit of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(ATTRIBUTE);
  }

  /** Makes this the visit of an exchange. */
  public void bindTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  /** Names the route: the template, never the path with its values. */
  public void route(String name) {
    route = name;
  }

  /** Names who asked. */
  public void caller(String subjectId, String clientId) {
    subject = subjectId;
    client = clientId;
  }

  /** Says why the answer is a problem. */
  public void refused(String why) {
    reason = why;
  }

  /** The trace this visit belongs to, 32 hex digits. */
  public String traceId() {
    return span.getSpanContext().getTraceId();
  }

  /** The span of this visit. */
  public Span span() {
    return span;
  }

  /** When it began, on the monotonic clock. */
  public long startNanos() {
    return startNanos;
  }

  /** The route's template. */
  public String route() {
    return route;
  }

  /** The caller's `sub`; empty before the token was checked. */
  public String subject() {
    return subject;
  }

  /** The caller's OAuth client. */
  public String client() {
    return client;
  }

  /** Why the answer is a problem; null when it is none. */
  public @Nullable String reason() {
    return reason;
  }
}
