package io.holdfast.casefile.wire;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Instants of both worlds. */
public final class Times {
  private Times() {}

  static Timestamp toProto(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /** A time as it was sent. */
  public static Instant fromProto(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
