package io.holdfast.bench.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process to compare with, that ends with the benchmark. */
final class SideProcess implements AutoCloseable {
  private static final long START_SECONDS_MAX = 30;
  private static final long STOP_SECONDS_MAX = 5;

  /** As much memory and the same collector as the gateway has. */
  private static final List<String> AS_THE_GATEWAY =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Process process;
  private final Thread lastResort;

  private SideProcess(List<String> command, Path log, int port) throws IOException {
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    lastResort = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(lastResort);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        close();
        throw new IllegalStateException(
            command.getFirst() + " did not start; its words are in " + log);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** The handler without a gateway. */
  static SideProcess directHandler(Path folder, int port, String target, String issuer)
      throws IOException {
    Stream<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                AS_THE_GATEWAY.stream(),
                Stream.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    DirectHandler.class.getName(),
                    Integer.toString(port),
                    target,
                    issuer,
                    "holdfast-api"))
            .flatMap(part -> part);
    return new SideProcess(command.toList(), folder.resolve("direct.log"), port);
  }

  /** Where nginx is: named by {@code HOLDFAST_NGINX}, or where packages put it. */
  static Optional<Path> nginx() {
    String named = System.getenv("HOLDFAST_NGINX");
    return Stream.of(named == null ? "" : named, "/usr/sbin/nginx", "/usr/local/bin/nginx")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** An nginx before the handler, with kept connections and its usual log. */
  static SideProcess nginx(Path binary, Path folder, int port, int handler) throws IOException {
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        worker_processes auto;
        pid nginx.pid;
        error_log error.log;
        events { worker_connections 256; }
        http {
          access_log access.log;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          keepalive_requests 10000000;
          upstream handler {
            server 127.0.0.1:%d;
            keepalive 64;
            keepalive_requests 10000000;
          }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://handler;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
            .formatted(handler, port));
    return new SideProcess(
        List.of(
            binary.toString(),
            "-p",
            folder.toString(),
            "-e",
            "error.log",
            "-c",
            configuration.toString()),
        folder.resolve("nginx.log"),
        port);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
