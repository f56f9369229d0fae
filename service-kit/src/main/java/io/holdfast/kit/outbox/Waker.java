package io.holdfast.kit.outbox;

/** Lets an aggregate's due clocks take effect: persists what is true already and tells of it. */
@FunctionalInterface
public interface Waker {
  /** Fires what is due of aggregate {@code id}; does nothing when nothing is. */
  void wake(String id);
}
