package io.holdfast.gateway.edge;

import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.RouteTrie;
import io.holdfast.gateway.security.Caller;
import io.holdfast.gateway.security.Forwarded;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.transcode.RestFilter;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The gateway's one API route. Its predicate is the trie; its filter checks the token and the
 * caller's limits and hands over to the REST face.
 */
public final class RestRoute implements GatewayFilter, Ordered {
  private static final String ANSWER = RestRoute.class.getName();

  private final RouteTrie<Binding> trie;
  private final TokenCheck tokens;
  private final CallerLimits limits;
  private final Forwarded forwarded;
  private final RestFilter rest;

  /** The route to all these bindings. */
  public RestRoute(
      RouteTrie<Binding> trie,
      TokenCheck tokens,
      CallerLimits limits,
      Forwarded forwarded,
      RestFilter rest) {
    this.trie = trie;
    this.tokens = tokens;
    this.limits = limits;
    this.forwarded = forwarded;
    this.rest = rest;
  }

  /** Whether the path is one of the contract's, with whatever method. */
  public boolean knows(ServerWebExchange exchange) {
    RouteTrie.Answer<Binding> answer =
        trie.find(
            exchange.getRequest().getMethod().name(), exchange.getRequest().getURI().getRawPath());
    exchange.getAttributes().put(ANSWER, answer);
    return !(answer instanceof RouteTrie.Unknown<Binding>);
  }

  /** Before the filters that would proxy: this one answers. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    RouteTrie.Answer<Binding> answer = exchange.getRequiredAttribute(ANSWER);
    return switch (answer) {
      case RouteTrie.Found<Binding> found -> call(exchange, found);
      case RouteTrie.WrongMethod<Binding> wrong ->
          Mono.error(
              new Refusal(
                  Refusal.Reason.METHOD_NOT_ALLOWED,
                  Map.of("allowed", String.join(", ", wrong.allowed())),
                  List.of(),
                  null));
      case RouteTrie.Unknown<Binding> _ -> Mono.error(Refusal.of(Refusal.Reason.ROUTE_UNKNOWN));
    };
  }

  private Mono<Void> call(ServerWebExchange exchange, RouteTrie.Found<Binding> found) {
    Visit visit = Visit.of(exchange);
    visit.route(found.target().name());
    return tokens
        .check(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .doOnError(_ -> limits.request(forwarded.address(exchange.getRequest())))
        .flatMap(caller -> admitted(exchange, found, caller, visit));
  }

  private Mono<Void> admitted(
      ServerWebExchange exchange, RouteTrie.Found<Binding> found, Caller caller, Visit visit) {
    visit.caller(caller.subject(), caller.client());
    limits.request(caller.subject());
    if (found.target().kind() == Binding.Kind.STREAM) {
      return rest.answer(exchange, found, caller);
    }
    limits.enter();
    return Mono.defer(() -> rest.answer(exchange, found, caller)).doFinally(_ -> limits.leave());
  }
}
