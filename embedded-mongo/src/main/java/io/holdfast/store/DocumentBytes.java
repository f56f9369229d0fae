package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Documents as BSON bytes, the form in which the store keeps them. Encoding at the write means that
 * a document that cannot be stored fails its own command, not a later commit, and that every read
 * gets a copy of its own.
 */
final class DocumentBytes {

  /** MongoDB's limit. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final int TYPICAL_BYTES = 1024;
  private static final int OBJECT_TOO_LARGE = 10334;

  private DocumentBytes() {}

  /** Refuses what is too large for MongoDB. */
  static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(TYPICAL_BYTES);
    BsonEncoder.encodeDocument(document, buffer);
    int size = buffer.readableBytes();
    if (size > MAX_BYTES) {
      throw new MongoServerError(
          OBJECT_TOO_LARGE,
          "BSONObjectTooLarge",
          "document of "
              + size
              + " bytes (expected: <= "
              + MAX_BYTES
              + "): keep large content in GridFS");
    }
    return ByteBufUtil.getBytes(buffer);
  }

  static Document decode(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
