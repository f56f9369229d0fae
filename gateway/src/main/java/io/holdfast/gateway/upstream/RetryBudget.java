package io.holdfast.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Second tries one service may get: every call earns a tenth of one, up to ten in hand. When a
 * service is down the retries so stay a tenth of the load instead of doubling it.
 */
final class RetryBudget {
  private static final int TRY = 10;
  private static final int MOST = 10 * TRY;

  private final AtomicInteger tenths = new AtomicInteger(MOST);

  /** A call was made. */
  void earn() {
    if (tenths.get() < MOST) {
      tenths.incrementAndGet();
    }
  }

  /** Whether a second try may be made; if so it is paid for. */
  boolean spend() {
    while (true) {
      int have = tenths.get();
      if (have < TRY) {
        return false;
      }
      if (tenths.compareAndSet(have, have - TRY)) {
        return true;
      }
    }
  }
}
