package io.holdfast.gateway.page;

import io.holdfast.gateway.observe.Visit;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.transcode.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What may be read without a token: the contract as a document, the console's files, health. */
public final class PageFilter implements WebFilter, Ordered {
  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";
  private static final String DOCS =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private final Map<String, Page> pages = new HashMap<>();
  private final ConsoleFiles console;

  /**
   * The public pages.
   *
   * @param openApi the contract as JSON
   */
  public PageFilter(byte[] openApi, ConsoleFiles console) {
    this.console = console;
    pages.put(
        "/health",
        new Page(
            "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8),
            MediaType.APPLICATION_JSON,
            DATA_ONLY));
    pages.put("/openapi.json", new Page(openApi, MediaType.APPLICATION_JSON, DATA_ONLY));
    pages.put("/docs", new Page(resource("docs.html"), HTML, DOCS));
    pages.put("/docs/docs.js", new Page(resource("docs.js"), SCRIPT, DOCS));
    pages.put("/docs/docs.css", new Page(resource("docs.css"), CSS, DOCS));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getURI().getRawPath();
    if (path.startsWith("/v1/")) {
      return chain.filter(exchange);
    }
    Page page = pages.get(path);
    if (page != null) {
      return send(exchange, path, page);
    }
    Page file = console.find(path.isEmpty() ? "/" : path);
    if (file == null && reads(exchange)) {
      file = console.first(path);
    }
    return file == null ? chain.filter(exchange) : send(exchange, "/(console)", file);
  }

  private static boolean reads(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static Mono<Void> send(ServerWebExchange exchange, String name, Page page) {
    Visit.of(exchange).route("GET " + name);
    if (!reads(exchange)) {
      return Mono.error(
          new Refusal(
              Refusal.Reason.METHOD_NOT_ALLOWED, Map.of("allowed", "GET, HEAD"), List.of(), null));
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("Content-Security-Policy", page.policy());
    headers.setCacheControl(page.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
    byte @Nullable [] zipped = page.zipped();
    if (zipped == null) {
      return Answers.write(exchange, 200, page.type(), page.body());
    }
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (!takesGzip(exchange.getRequest().getHeaders())) {
      return Answers.write(exchange, 200, page.type(), page.body());
    }
    headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    return Answers.write(exchange, 200, page.type(), zipped);
  }

  private static boolean takesGzip(HttpHeaders headers) {
    @Nullable String taken = headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
    return taken != null && taken.contains("gzip") && !taken.contains("gzip;q=0");
  }

  private static byte[] resource(String name) {
    try (@Nullable InputStream in = PageFilter.class.getResourceAsStream("/pages/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
