package io.holdfast.casefile.reach.copy;

import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.AttendanceState;
import io.holdfast.proto.liaison.v1.AttendedDesk;
import io.holdfast.proto.liaison.v1.Desk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where, as liaison-service last said. What it said too long ago is not believed; nobody
 * waits for it.
 */
public final class AttendanceCopy {
  /** For how long the last answer is believed. */
  static final Duration BELIEVED = Duration.ofSeconds(5);

  private final Supplier<Optional<AttendanceBoard>> source;
  private final InstantSource system;
  private final AtomicReference<Instant> answered = new AtomicReference<>(Instant.EPOCH);
  private volatile @Nullable Index current;

  private record Index(long version, Map<String, AttendanceState> liaisonDesks) {}

  /**
   * @param source the last good copy; empty before the first
   */
  public AttendanceCopy(Supplier<Optional<AttendanceBoard>> source, InstantSource system) {
    this.source = source;
    this.system = system;
  }

  /** liaison-service has just answered, with news or without. */
  public void answered() {
    answered.set(system.instant());
  }

  /** Whether anyone is at a bank's liaison desk; empty where that is not known now. */
  Optional<AttendanceState> at(String bank) {
    if (!system.instant().isBefore(answered.get().plus(BELIEVED))) {
      return Optional.empty();
    }
    return source
        .get()
        .map(board -> index(board).liaisonDesks().getOrDefault(bank, AttendanceState.NOBODY_THERE));
  }

  private Index index(AttendanceBoard board) {
    Index index = current;
    if (index == null || index.version() != board.getVersion()) {
      Map<String, AttendanceState> desks = new HashMap<>();
      for (AttendedDesk desk : board.getDesksList()) {
        if (desk.getDesk() == Desk.LIAISON_DESK) {
          desks.put(desk.getInstitution(), desk.getState());
        }
      }
      index = new Index(board.getVersion(), desks);
      current = index;
    }
    return index;
  }
}
