package io.holdfast.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway's process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Wiring.class, ServerWiring.class})
public class GatewayApplication {

  /** Starts it; settings come from the environment. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
