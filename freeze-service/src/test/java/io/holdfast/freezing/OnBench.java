package io.holdfast.freezing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.testkit.StoreExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fresh replica on a fresh database for each test, and no query without an index. */
abstract class OnBench {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  MongoStore store;

  @SuppressWarnings("NullAway.Init")
  FreezeBench bench;

  private long scansBefore;

  @BeforeEach
  void open() {
    scansBefore = stores.fullScans();
    store = stores.fresh();
    bench = new FreezeBench(store);
  }

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
    assertThat(stores.fullScans()).as("full scans").isEqualTo(scansBefore);
  }
}
