package io.holdfast.liaison.feed;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.holdfast.proto.liaison.v1.Task;

/**
 * An item as it lies in a page; its number follows from its place.
 *
 * @param task the message's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // stored and read back, never compared
record StoredItem(String key, byte[] task) {
  static StoredItem of(Outgoing outgoing) {
    return new StoredItem(outgoing.key(), outgoing.task().toByteArray());
  }

  FeedItem numbered(long seq) {
    try {
      return new FeedItem(seq, key, Task.parseFrom(ByteString.copyFrom(task)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("feed item " + key + " is damaged", e);
    }
  }
}
