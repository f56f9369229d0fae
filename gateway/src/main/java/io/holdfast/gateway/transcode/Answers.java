package io.holdfast.gateway.transcode;

import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Problem;
import io.holdfast.gateway.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes whole answers. */
public final class Answers {
  private Answers() {}

  /** Sends these bytes as the answer. */
  public static Mono<Void> write(
      ServerWebExchange exchange, int status, MediaType type, byte[] body) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().setContentType(type);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  /** Sends a failure as a problem. */
  public static Mono<Void> problem(ServerWebExchange exchange, Throwable failure) {
    Problem problem = problemOf(exchange, failure);
    HttpHeaders headers = exchange.getResponse().getHeaders();
    if (problem.retryAfter() != null) {
      headers.set(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
    }
    if (problem.status() == 401) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    String allowed = problem.metadata().get("allowed");
    if (problem.status() == 405 && allowed != null) {
      headers.set(HttpHeaders.ALLOW, allowed);
    }
    headers.setCacheControl("no-store");
    return write(
        exchange,
        problem.status(),
        MediaType.APPLICATION_PROBLEM_JSON,
        problemJson(exchange, problem));
  }

  /** The failure in the words of this caller; the visit's log line gets its reason. */
  static Problem problemOf(ServerWebExchange exchange, Throwable failure) {
    Problem problem =
        Problems.of(
            failure,
            Problems.chineseWanted(
                exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
    Visit.of(exchange).refused(problem.reason());
    return problem;
  }

  static byte[] problemJson(ServerWebExchange exchange, Problem problem) {
    return Problems.json(
        problem, exchange.getRequest().getURI().getRawPath(), Visit.of(exchange).traceId());
  }
}
