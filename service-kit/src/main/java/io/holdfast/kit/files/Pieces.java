package io.holdfast.kit.files;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The bytes of an upload: those of its first message, then those of the next ones. */
public final class Pieces<M> implements Iterator<byte[]> {
  private final Iterator<M> messages;
  private final Function<M, ByteString> chunk;
  private ByteString next;

  /**
   * @param first the message that named the file; it may carry bytes too
   * @param messages what follows it
   * @param chunk a message's bytes, empty where it has none
   */
  public Pieces(M first, Iterator<M> messages, Function<M, ByteString> chunk) {
    this.messages = messages;
    this.chunk = chunk;
    this.next = chunk.apply(first);
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && messages.hasNext()) {
      next = chunk.apply(messages.next());
    }
    return !next.isEmpty();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the upload is over");
    }
    byte[] piece = next.toByteArray();
    next = ByteString.EMPTY;
    return piece;
  }
}
