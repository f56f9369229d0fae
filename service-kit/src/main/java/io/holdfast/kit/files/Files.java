package io.holdfast.kit.files;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.FileBytes;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evidence and papers: at most 20 MiB each; PDF, JPEG or PNG by content; nothing that acts when
 * opened; encrypted piece by piece before it is stored, each piece bound to its file and place.
 */
public final class Files {
  /** Most bytes of one file. */
  public static final long SIZE_MAX = 20L << 20;

  // A piece in flight costs a few hundred kilobytes here and in the driver.
  private static final int UPLOADS_MAX = 16;

  private final FileBytes bytes;
  private final Sealer sealer;
  private final Ids ids;
  private final LegalClock clock;
  private final Semaphore uploads = new Semaphore(UPLOADS_MAX);

  public Files(MongoStore store, Sealer sealer, Ids ids, LegalClock clock) {
    this.bytes = new FileBytes(store.files());
    this.sealer = sealer;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores what {@code pieces} yield. Until {@link #keep} is called the file is an orphan, removed
   * after 24 hours.
   *
   * @param owner the aggregate it is meant for
   * @param sha256 announced by the sender, or null
   * @throws Problem FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_ACTIVE_CONTENT, FILE_HASH_DIFFERS
   */
  public StoredFile save(String owner, Iterator<byte[]> pieces, @Nullable String sha256) {
    if (!uploads.tryAcquire()) {
      throw Problem.of(KitReason.TOO_MANY_CALLS);
    }
    try {
      String id = ids.next();
      Instant now = clock.instant();
      var check = new ContentCheck(SIZE_MAX);
      bytes.write(id, owner, now, new Sealing(id, pieces, check));
      var file = new StoredFile(id, check.contentType(), check.size(), check.sha256(), now);
      if (sha256 != null && !sha256.isEmpty() && !sha256.equals(file.sha256())) {
        bytes.remove(id);
        throw Problem.of(KitReason.FILE_HASH_DIFFERS);
      }
      return file;
    } finally {
      uploads.release();
    }
  }

  /** The file belongs to an aggregate now and stays. */
  public void keep(String id) {
    bytes.keep(id);
  }

  /** Hands the plain content to {@code piece}, in order. */
  public void read(String id, Consumer<byte[]> piece) {
    var number = new int[1];
    bytes.read(id, stored -> piece.accept(sealer.open(stored, id + '#' + number[0]++)));
  }

  /** Removes files that no aggregate kept and that are older than {@code before}. */
  public void sweep(Instant before) {
    bytes.removeOrphans(before);
  }

  private final class Sealing implements Iterator<byte[]> {
    private final String id;
    private final Iterator<byte[]> pieces;
    private final ContentCheck check;
    private int number;

    Sealing(String id, Iterator<byte[]> pieces, ContentCheck check) {
      this.id = id;
      this.pieces = pieces;
      this.check = check;
    }

    @Override
    public boolean hasNext() {
      return pieces.hasNext();
    }

    @Override
    public byte[] next() {
      byte[] piece = pieces.next();
      check.accept(piece);
      return sealer.seal(piece, id + '#' + number++);
    }
  }
}
