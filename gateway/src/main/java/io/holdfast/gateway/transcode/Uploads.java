package io.holdfast.gateway.transcode;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.Bindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A raw body as a client stream: first the request from path and query, then its bytes in pieces.
 */
final class Uploads {
  /** Bytes of one file at most. */
  static final long FILE_MAX = 20L * 1024 * 1024;

  /** Bytes of one message at most; the contract says the same. */
  private static final int PIECE_MAX = 256 * 1024;

  private static final String FILE_NAME = "file_name";

  private Uploads() {}

  /**
   * The first message with the file's name, which travels in {@code Content-Disposition} (RFC 6266)
   * because a name may tell of a person and a URL must not.
   */
  static DynamicMessage named(DynamicMessage first, HttpHeaders headers) {
    FieldDescriptor field = first.getDescriptorForType().findFieldByName(FILE_NAME);
    if (field == null || !headers.containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
      return first;
    }
    String name;
    try {
      name = headers.getContentDisposition().getFilename();
    } catch (IllegalArgumentException e) {
      throw Refusal.field(
          HttpHeaders.CONTENT_DISPOSITION,
          "HEADER_UNREADABLE",
          "expected: attachment; filename*=UTF-8''name%20in%20percent-encoding.pdf");
    }
    return name == null || name.isEmpty() ? first : first.toBuilder().setField(field, name).build();
  }

  /** The messages of an upload; one too large ends in a refusal. */
  static Flux<DynamicMessage> parts(Binding binding, DynamicMessage first, Flux<DataBuffer> body) {
    FieldDescriptor chunk =
        Objects.requireNonNull(binding.method().getInputType().findFieldByName(Bindings.CHUNK));
    return Flux.concat(
        Mono.just(first),
        pieces(body)
            .map(
                piece ->
                    DynamicMessage.newBuilder(binding.method().getInputType())
                        .setField(chunk, piece)
                        .build()));
  }

  /** What is said of a body over the limit. */
  static Refusal tooLarge(long limit) {
    return new Refusal(
        Refusal.Reason.BODY_TOO_LARGE, Map.of("limitBytes", Long.toString(limit)), List.of(), null);
  }

  /** The body in pieces of the largest size allowed: the network's are a few kilobytes each. */
  private static Flux<ByteString> pieces(Flux<DataBuffer> body) {
    return Flux.defer(
        () -> {
          Gathering gathering = new Gathering();
          return body.concatMapIterable(gathering::add, 1)
              .concatWith(Flux.defer(() -> Flux.fromIterable(gathering.rest())));
        });
  }

  private static final class Gathering {
    private final ByteString.Output gathered = ByteString.newOutput(PIECE_MAX);
    private long total;

    List<ByteString> add(DataBuffer buffer) {
      try {
        total += buffer.readableByteCount();
        if (total > FILE_MAX) {
          throw tooLarge(FILE_MAX);
        }
        List<ByteString> full = new ArrayList<>(1);
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        int from = 0;
        while (from < bytes.length) {
          int length = Math.min(bytes.length - from, PIECE_MAX - gathered.size());
          gathered.write(bytes, from, length);
          from += length;
          if (gathered.size() == PIECE_MAX) {
            full.add(gathered.toByteString());
            gathered.reset();
          }
        }
        return full;
      } finally {
        DataBufferUtils.release(buffer);
      }
    }

    List<ByteString> rest() {
      return gathered.size() == 0 ? List.of() : List.of(gathered.toByteString());
    }
  }
}
