package io.holdfast.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The one file that holds everything. Open in one process at a time: the file itself is locked. */
final class StoreFile implements AutoCloseable {

  private static final int CACHE_MIB = 64;

  /**
   * How long space that was freed stays as it was; a crash within that time finds the older state
   * whole.
   */
  private static final int RETENTION_MILLIS = 2_000;

  private final Path path;
  private final MVStore store;
  private final StoreMaps maps;

  private StoreFile(Path path, MVStore store) {
    this.path = path;
    this.store = store;
    this.maps = new StoreMaps(store);
  }

  static StoreFile open(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      Path directory = absolute.getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      boolean isNew = !Files.exists(absolute);
      // Only the committer commits: the store's own timer would cut through commands.
      MVStore store =
          new MVStore.Builder()
              .fileName(absolute.toString())
              .cacheSize(CACHE_MIB)
              .autoCommitDisabled()
              .open();
      store.setRetentionTime(RETENTION_MILLIS);
      if (isNew && directory != null) {
        forceDirectory(directory);
      }
      return new StoreFile(absolute, store);
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new IllegalStateException(
            "store file " + absolute + " is in use by another process: stop that one first", e);
      }
      throw new IllegalStateException(
          "store file " + absolute + " cannot be opened: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("store file " + absolute + " cannot be created", e);
    }
  }

  /** A new file's name is durable only once its directory is. */
  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  Path path() {
    return path;
  }

  MVStore store() {
    return store;
  }

  StoreMaps maps() {
    return maps;
  }

  long sizeBytes() {
    return maps.sizeBytes();
  }

  @Override
  public void close() {
    store.close();
  }
}
