package io.holdfast.gateway.page;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The console's built files, all of them in memory. An address that could be one of the console's
 * own is answered by its first page, which sorts addresses out in the browser.
 */
public final class ConsoleFiles {
  private static final String RESOURCE = "META-INF/holdfast/console";
  private static final String FIRST = "/index.html";
  private static final String ZIPPED = ".gz";
  private static final long TOGETHER_MAX = 32L * 1024 * 1024;

  /** Addresses that are never a page of the console, whatever follows. */
  private static final List<String> NOT_PAGES =
      List.of("/v1", "/docs", "/problems", "/health", "/metrics", "/assets");

  private static final Map<String, MediaType> TYPES =
      Map.ofEntries(
          Map.entry("html", MediaType.parseMediaType("text/html;charset=UTF-8")),
          Map.entry("js", MediaType.parseMediaType("text/javascript;charset=UTF-8")),
          Map.entry("css", MediaType.parseMediaType("text/css;charset=UTF-8")),
          Map.entry("json", MediaType.APPLICATION_JSON),
          Map.entry("txt", MediaType.parseMediaType("text/plain;charset=UTF-8")),
          Map.entry("svg", MediaType.parseMediaType("image/svg+xml")),
          Map.entry("png", MediaType.IMAGE_PNG),
          Map.entry("woff2", MediaType.parseMediaType("font/woff2")));

  private final Map<String, Page> pages = new HashMap<>();

  private ConsoleFiles(Path root, URI issuer, Duration presence) throws IOException {
    String policy = policy(issuer);
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    long together = 0;
    for (Path file : files) {
      together += Files.size(file);
      String name = "/" + root.relativize(file);
      if (together > TOGETHER_MAX) {
        throw new IOException("the console's files: more than %d bytes".formatted(TOGETHER_MAX));
      }
      if (!name.endsWith(ZIPPED)) {
        Path zipped = file.resolveSibling(file.getFileName() + ZIPPED);
        pages.put(
            name,
            new Page(
                Files.readAllBytes(file),
                Files.exists(zipped) ? Files.readAllBytes(zipped) : null,
                type(name),
                policy,
                name.startsWith("/assets/")));
      }
    }
    pages.put("/", Objects.requireNonNull(pages.get(FIRST), "the console has no index.html"));
    pages.put(
        "/settings.json", new Page(settings(issuer, presence), MediaType.APPLICATION_JSON, policy));
  }

  /**
   * The files in the console's jar.
   *
   * @param issuer the token issuer, which the console must be able to reach
   * @param presence for how long a human sign of life counts
   */
  public static ConsoleFiles fromClassPath(URI issuer, Duration presence) throws IOException {
    @Nullable URL url = ConsoleFiles.class.getClassLoader().getResource(RESOURCE + FIRST);
    if (url == null) {
      throw new IOException("no console on the class path (expected: " + RESOURCE + FIRST + ")");
    }
    try {
      URI place = url.toURI();
      if (!"jar".equals(place.getScheme())) {
        return new ConsoleFiles(Path.of(place).resolveSibling("").normalize(), issuer, presence);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return new ConsoleFiles(jar.getPath(RESOURCE), issuer, presence);
      }
    } catch (URISyntaxException e) {
      throw new IOException("the console's place is no URI: " + url, e);
    }
  }

  /** The file at an address; else null. */
  @Nullable Page find(String rawPath) {
    return pages.get(rawPath);
  }

  /** The console's first page where the address may be one of its own; else null. */
  @Nullable Page first(String rawPath) {
    return mayBeOwn(rawPath) ? pages.get(FIRST) : null;
  }

  /** A name with a dot is a file's: a missing one is missing. */
  private static boolean mayBeOwn(String rawPath) {
    return rawPath.indexOf('.', rawPath.lastIndexOf('/')) < 0
        && NOT_PAGES.stream()
            .noneMatch(prefix -> rawPath.equals(prefix) || rawPath.startsWith(prefix + "/"));
  }

  /** What the browser must know before anybody has logged in. */
  private static byte[] settings(URI issuer, Duration presence) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("issuer", issuer.toString())
        .put("clientId", "console")
        .put("presenceSeconds", presence.toSeconds())
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Scripts are files only; the component library writes its styles at run time (ADR 9). */
  private static String policy(URI issuer) {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " font-src 'self'; img-src 'self' data: blob:; frame-src blob:; object-src 'none';"
        + " connect-src 'self' "
        + issuer.getScheme()
        + "://"
        + issuer.getAuthority()
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static MediaType type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
  }
}
