package io.holdfast.gateway.transcode;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A stream of google.api.HttpBody as a file. The first message names the content type. A failure
 * after it breaks the connection, so that half a file never looks like a whole one.
 */
final class Downloads {
  private Downloads() {}

  static Mono<Void> send(ServerWebExchange exchange, Flux<DynamicMessage> pieces) {
    return pieces
        .switchOnFirst(
            (first, all) -> {
              DynamicMessage head = first.get();
              if (head == null) {
                return first.isOnError() ? all.thenMany(Mono.<Void>empty()) : Flux.<Void>empty();
              }
              ServerHttpResponse response = exchange.getResponse();
              HttpHeaders headers = response.getHeaders();
              headers.setContentType(type((String) get(head, "content_type")));
              headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment");
              headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
              headers.setCacheControl("no-store");
              Flux<Mono<DataBuffer>> buffers =
                  all.map(
                      piece ->
                          Mono.just(
                              response
                                  .bufferFactory()
                                  .wrap(((ByteString) get(piece, "data")).asReadOnlyByteBuffer())));
              return response.writeAndFlushWith(buffers).flux();
            })
        .then();
  }

  private static Object get(DynamicMessage body, String field) {
    Descriptor type = body.getDescriptorForType();
    return body.getField(Objects.requireNonNull(type.findFieldByName(field)));
  }

  private static MediaType type(String named) {
    try {
      return MediaType.parseMediaType(named);
    } catch (InvalidMediaTypeException e) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
