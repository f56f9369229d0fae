package io.holdfast.casefile.wire;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Instants of both worlds. */
final class Times {
  private Times() {}

  static Timestamp toProto(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  static Instant fromProto(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
