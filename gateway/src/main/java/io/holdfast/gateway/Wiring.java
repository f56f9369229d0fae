package io.holdfast.gateway;

import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.edge.EdgeFilter;
import io.holdfast.gateway.edge.RestRoute;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.openapi.OpenApi;
import io.holdfast.gateway.page.ConsoleFiles;
import io.holdfast.gateway.page.PageFilter;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.Bindings;
import io.holdfast.gateway.route.ServiceNames;
import io.holdfast.gateway.security.Forwarded;
import io.holdfast.gateway.security.SigningKeys;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.transcode.EventStreams;
import io.holdfast.gateway.transcode.RestFilter;
import io.holdfast.gateway.upstream.EventLoops;
import io.holdfast.gateway.upstream.GrpcCalls;
import io.holdfast.gateway.upstream.Upstreams;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

/** What the gateway is made of. */
@Configuration(proxyBeanMethods = false)
class Wiring {
  @Bean
  GatewaySettings settings(Environment environment) {
    return GatewaySettings.from(environment);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean(destroyMethod = "")
  EventLoops eventLoops() {
    return new EventLoops(Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  @Bean(destroyMethod = "close")
  PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }

  @Bean(destroyMethod = "close")
  JvmGcMetrics gcMetrics(PrometheusMeterRegistry registry) {
    JvmGcMetrics metrics = new JvmGcMetrics();
    metrics.bindTo(registry);
    return metrics;
  }

  @Bean
  Meters meters(PrometheusMeterRegistry registry) {
    return new Meters(registry);
  }

  @Bean(destroyMethod = "close")
  Traces traces(Environment environment) {
    return Traces.to(
        environment.getProperty("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
        environment.getProperty("OTEL_TRACES_SAMPLER_ARG", Double.class, 0.1));
  }

  @Bean
  Contract contract(GatewaySettings settings) throws IOException {
    return Contract.fromClassPath(settings.descriptors());
  }

  @Bean
  ServiceNames serviceNames(GatewaySettings settings) {
    return new ServiceNames(settings.targets().keySet());
  }

  @Bean(destroyMethod = "close")
  Upstreams upstreams(GatewaySettings settings, EventLoops loops, Meters meters) {
    return new Upstreams(settings.targets(), loops, meters);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SigningKeys signingKeys(
      GatewaySettings settings, InstantSource clock, EventLoops loops, Meters meters) {
    SigningKeys keys =
        new SigningKeys(
            settings.jwksUri(), clock, HttpClient.newConnection().runOn(loops.resources()));
    meters.gauge("gateway.signing.keys.age.seconds", "issuer", "oidc", keys::ageSeconds);
    return keys;
  }

  @Bean
  TokenCheck tokenCheck(SigningKeys keys, GatewaySettings settings, InstantSource clock) {
    return new TokenCheck(keys, settings.issuer(), settings.audience(), clock);
  }

  @Bean
  CallerLimits callerLimits(GatewaySettings settings, Meters meters) {
    CallerLimits limits =
        new CallerLimits(settings.ratePerSecond(), settings.streamsPerClient(), System::nanoTime);
    meters.gauge("gateway.open", "kind", "streams", limits::openStreams);
    meters.gauge("gateway.open", "kind", "requests", limits::underWay);
    return limits;
  }

  @Bean
  Forwarded forwarded(GatewaySettings settings) {
    return new Forwarded(settings.trustForwarded());
  }

  @Bean
  Stopping stopping() {
    return new Stopping(Sinks.one());
  }

  @Bean
  RestRoute restRoute(
      Contract contract,
      ServiceNames services,
      Upstreams upstreams,
      TokenCheck tokens,
      CallerLimits limits,
      Forwarded forwarded,
      Traces traces,
      Meters meters,
      InstantSource clock,
      Environment environment,
      Stopping stopping) {
    RestFilter rest =
        new RestFilter(
            contract,
            new GrpcCalls(meters, System::nanoTime),
            upstreams,
            limits,
            traces,
            clock,
            environment.getProperty("holdfast.heartbeat", Duration.class, EventStreams.HEARTBEAT),
            stopping.signal().asMono());
    List<Binding> bindings = new Bindings(services).of(contract);
    return new RestRoute(Bindings.trie(bindings), tokens, limits, forwarded, rest);
  }

  @Bean
  RouteLocator routes(RouteLocatorBuilder builder, RestRoute rest) {
    return builder
        .routes()
        .route(
            "rest",
            route -> route.predicate(rest::knows).filters(f -> f.filter(rest)).uri("no://upstream"))
        .build();
  }

  @Bean
  EdgeFilter edgeFilter(Traces traces, Meters meters, Forwarded forwarded, InstantSource clock) {
    return new EdgeFilter(traces, meters, forwarded, clock, System::nanoTime);
  }

  @Bean
  PageFilter pageFilter(Contract contract, ServiceNames services, GatewaySettings settings)
      throws IOException {
    return new PageFilter(
        new OpenApi(contract, new Bindings(services).of(contract)).json(),
        ConsoleFiles.fromClassPath(URI.create(settings.issuer()), settings.presence()));
  }

  /**
   * Ends open event streams when the gateway stops, so that their readers resume elsewhere at once
   * and the stop need not wait for them.
   */
  record Stopping(Sinks.One<Boolean> signal) implements ApplicationListener<ContextClosedEvent> {
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
      signal.tryEmitValue(true).orThrow();
    }
  }
}
