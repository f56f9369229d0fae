package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sealed pieces in GridFS, each with its length before it. */
public final class FileBytes {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ORPHANS_PER_SWEEP = 100;
  private static final AccessPath ORPHANS = AccessPath.sparse("orphans", "metadata.orphanSince");

  private final MongoStore store;
  private final GridFSBucket bucket;

  public FileBytes(MongoStore store) {
    this.store = store;
    this.bucket = GridFSBuckets.create(store.database());
    store.prepare("fs.files", java.util.List.of(ORPHANS));
  }

  /**
   * Stores the pieces under {@code id}; what {@code pieces} throws comes out unchanged and nothing
   * is kept.
   */
  public void write(String id, String owner, Instant now, Iterator<byte[]> pieces) {
    var failure = new AtomicReference<@Nullable RuntimeException>();
    Flux<ByteBuffer> content =
        Flux.<ByteBuffer>generate(
                sink -> {
                  try {
                    if (pieces.hasNext()) {
                      sink.next(framed(pieces.next()));
                    } else {
                      sink.complete();
                    }
                  } catch (RuntimeException e) {
                    failure.set(e);
                    sink.error(e);
                  }
                })
            .subscribeOn(Schedulers.boundedElastic());
    var options =
        new GridFSUploadOptions()
            .metadata(new Document("owner", owner).append("orphanSince", Date.from(now)));
    try {
      Mono.from(bucket.uploadFromPublisher(new BsonString(id), id, content, options)).block(LIMIT);
    } catch (RuntimeException e) {
      RuntimeException own = failure.get();
      throw own == null ? e : own;
    }
  }

  /** Hands the pieces of {@code id} to {@code piece}, in order. */
  public void read(String id, Consumer<byte[]> piece) {
    var frames = new Frames(piece);
    Flux.from(bucket.downloadToPublisher(new BsonString(id))).toIterable(4).forEach(frames::accept);
  }

  /** The file is no orphan any more. */
  public void keep(String id) {
    Await.result(
        store
            .collection("fs.files")
            .updateOne(eq("_id", id), Updates.unset("metadata.orphanSince")));
  }

  /** Removes the file. */
  public void remove(String id) {
    Await.one(bucket.delete(new BsonString(id)));
  }

  /** Removes orphans from before {@code before}, some at a time. */
  public void removeOrphans(Instant before) {
    var orphans =
        store
            .collection("fs.files")
            .find(and(lt("metadata.orphanSince", Date.from(before))))
            .limit(ORPHANS_PER_SWEEP);
    Await.all(orphans).forEach(orphan -> remove(orphan.getString("_id")));
  }

  private static ByteBuffer framed(byte[] piece) {
    return ByteBuffer.allocate(4 + piece.length).putInt(piece.length).put(piece).flip();
  }

  /** Cuts the stored stream into the pieces it was written in. */
  private static final class Frames {
    private final Consumer<byte[]> piece;
    private final ByteBuffer length = ByteBuffer.allocate(4);
    private @Nullable ByteBuffer body;

    Frames(Consumer<byte[]> piece) {
      this.piece = piece;
    }

    void accept(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        ByteBuffer open = body;
        if (open == null) {
          fill(length, bytes);
          if (!length.hasRemaining()) {
            body = ByteBuffer.allocate(length.flip().getInt());
            length.clear();
          }
        } else {
          fill(open, bytes);
          if (!open.hasRemaining()) {
            body = null;
            piece.accept(open.array());
          }
        }
      }
    }

    private static void fill(ByteBuffer to, ByteBuffer from) {
      int count = Math.min(to.remaining(), from.remaining());
      to.put(from.slice(from.position(), count));
      from.position(from.position() + count);
    }
  }
}
