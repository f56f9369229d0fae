package io.holdfast.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Callers over HTTP/1.1 that ask again as soon as they have their answer, each on its own kept
 * connection, all in one thread: little of the machine goes into asking, so more of it is left to
 * what is measured.
 */
public final class HttpCallers implements AutoCloseable {
  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final long SILENCE_MILLIS_MAX = 10_000;

  private final List<Caller> callers = new ArrayList<>();
  private final Selector selector;

  /** Connects so many callers. */
  public HttpCallers(int count, int port, String path, String token) {
    byte[] request =
        ("GET "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nAccept: application/json\r\n"
                + "Authorization: Bearer "
                + token
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try {
      selector = Selector.open();
      for (int i = 0; i < count; i++) {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        Caller caller = new Caller(channel, request);
        channel.register(selector, SelectionKey.OP_READ, caller);
        callers.add(caller);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers per second, over so many seconds. */
  public double run(int seconds) {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    long answers = 0;
    int waiting = callers.size();
    try {
      for (Caller caller : callers) {
        caller.ask();
      }
      while (waiting > 0) {
        if (selector.select(SILENCE_MILLIS_MAX) == 0) {
          throw new IllegalStateException("no answer for " + SILENCE_MILLIS_MAX + " ms");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          Caller caller = (Caller) key.attachment();
          if (caller.answered()) {
            if (System.nanoTime() < end) {
              answers++;
              caller.ask();
            } else {
              waiting--;
            }
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (double) answers / seconds;
  }

  @Override
  public void close() {
    try {
      for (Caller caller : callers) {
        caller.channel.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection, and the part of the answer that has come. */
  private static final class Caller {
    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES_MAX);
    private int expected;

    Caller(SocketChannel channel, byte[] request) {
      this.channel = channel;
      this.request = ByteBuffer.wrap(request);
    }

    void ask() throws IOException {
      answer.clear();
      expected = 0;
      request.rewind();
      while (request.hasRemaining()) {
        channel.write(request);
      }
    }

    boolean answered() throws IOException {
      if (channel.read(answer) < 0) {
        throw new IOException("the connection was closed");
      }
      if (expected == 0) {
        int body = bodyAt();
        if (body == 0) {
          return false;
        }
        expected = body + length(new String(answer.array(), 0, body, StandardCharsets.US_ASCII));
      }
      return answer.position() >= expected;
    }

    /** Where the body begins; 0: the head is not whole yet. */
    private int bodyAt() {
      byte[] bytes = answer.array();
      for (int i = 3; i < answer.position(); i++) {
        if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
          return i + 1;
        }
      }
      return 0;
    }

    private static int length(String head) throws IOException {
      if (!head.startsWith("HTTP/1.1 200")) {
        throw new IOException(
            "answered %s (expected: 200)".formatted(head.lines().findFirst().orElse("")));
      }
      String name = "content-length:";
      int at = head.toLowerCase(Locale.ROOT).indexOf(name);
      if (at < 0) {
        throw new IOException("an answer without Content-Length");
      }
      return Integer.parseInt(head.substring(at + name.length(), head.indexOf('\r', at)).strip());
    }
  }
}
