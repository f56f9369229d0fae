package io.holdfast.gateway.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The console's built files. Every address that is no file is the console's own, which sorts its
 * addresses out in the browser.
 */
public final class ConsoleFiles {
  private static final long FILE_MAX = 16L * 1024 * 1024;
  private static final Map<String, MediaType> TYPES =
      Map.ofEntries(
          Map.entry("html", MediaType.parseMediaType("text/html;charset=UTF-8")),
          Map.entry("js", MediaType.parseMediaType("text/javascript;charset=UTF-8")),
          Map.entry("css", MediaType.parseMediaType("text/css;charset=UTF-8")),
          Map.entry("json", MediaType.APPLICATION_JSON),
          Map.entry("svg", MediaType.parseMediaType("image/svg+xml")),
          Map.entry("png", MediaType.IMAGE_PNG),
          Map.entry("ico", MediaType.parseMediaType("image/x-icon")),
          Map.entry("woff2", MediaType.parseMediaType("font/woff2")));

  private final Path root;
  private final String policy;

  /**
   * Files of this folder.
   *
   * @param issuer the token issuer, which the console must be able to reach
   */
  public ConsoleFiles(Path folder, URI issuer) throws IOException {
    this.root = folder.toRealPath();
    // The component library writes its styles at run time; scripts are files only.
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self' "
            + issuer.getScheme()
            + "://"
            + issuer.getAuthority()
            + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  /** The file at an address; the console's first page where it is none; empty for API addresses. */
  Mono<Page> find(String rawPath) {
    return Mono.fromCallable(() -> read(rawPath)).subscribeOn(Schedulers.boundedElastic());
  }

  private Page read(String rawPath) throws IOException {
    Path file = root.resolve("index.html");
    try {
      Path asked = root.resolve(rawPath.substring(1)).normalize();
      if (asked.startsWith(root) && Files.isRegularFile(asked)) {
        Path real = asked.toRealPath();
        file = real.startsWith(root) ? real : file;
      }
    } catch (InvalidPathException e) {
      // No file can have that name: the console's first page answers.
      file = root.resolve("index.html");
    }
    if (Files.size(file) > FILE_MAX) {
      throw new IOException(
          "console file of %d bytes (expected: <= %d)".formatted(Files.size(file), FILE_MAX));
    }
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new Page(
        Files.readAllBytes(file),
        TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM),
        policy,
        file.startsWith(root.resolve("assets")));
  }
}
