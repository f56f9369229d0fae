package io.holdfast.gateway;

import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.edge.Unreadable;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.nativegrpc.NativeServer;
import io.holdfast.gateway.nativegrpc.PortSharing;
import io.holdfast.gateway.observe.ManagementServer;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.route.ServiceNames;
import io.holdfast.gateway.security.SigningKeys;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.upstream.EventLoops;
import io.holdfast.gateway.upstream.Upstreams;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.unit.DataSize;

/** The ports, and the threads behind them. */
@Configuration(proxyBeanMethods = false)
class ServerWiring {
  /** The HTTP server runs on the threads that also hold the channels to the services. */
  @Bean
  ReactorResourceFactory reactorResources(EventLoops loops) {
    ReactorResourceFactory factory = new ReactorResourceFactory();
    factory.setUseGlobalResources(false);
    factory.setLoopResources(loops.resources());
    return factory;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  NativeServer nativeServer(
      Contract contract,
      ServiceNames services,
      Upstreams upstreams,
      TokenCheck tokens,
      CallerLimits limits,
      Traces traces,
      Meters meters,
      InstantSource clock) {
    return new NativeServer(
        contract, services, upstreams, tokens, limits, traces, meters, clock, System::nanoTime);
  }

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> sharedPort(
      NativeServer grpc, GatewaySettings settings) {
    PortSharing sharing = new PortSharing(grpc);
    return factory -> {
      factory.setPort(settings.httpPort());
      factory.setCompression(answersZipped());
      factory.addServerCustomizers(
          server -> Unreadable.explained(sharing.apply(server)).host(settings.bind()));
    };
  }

  /**
   * Lists shrink to a tenth, which a station on a thin line sees. The console's files are zipped
   * already, and a stream of events must not wait until a block is full.
   */
  private static Compression answersZipped() {
    Compression compression = new Compression();
    compression.setEnabled(true);
    compression.setMimeTypes(new String[] {MediaType.APPLICATION_JSON_VALUE});
    compression.setMinResponseSize(DataSize.ofKilobytes(2));
    return compression;
  }

  @Bean
  ManagementServer managementServer(
      GatewaySettings settings,
      EventLoops loops,
      PrometheusMeterRegistry registry,
      SigningKeys keys) {
    return new ManagementServer(
        settings.bind(),
        settings.managementPort(),
        loops.resources(),
        registry,
        Map.of("signing-keys", keys::known));
  }

  @Bean
  ApplicationListener<ContextClosedEvent> unready(ManagementServer management) {
    return _ -> management.unready();
  }
}
