package io.holdfast.freezing.callcode.desk;

import com.google.protobuf.Timestamp;
import io.holdfast.freezing.callcode.CodeTries;
import io.holdfast.freezing.phone.desk.PhoneReason;
import io.holdfast.freezing.phone.policy.PhoneLimits;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.freezing.v1.WrongCallCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts wrong codes a person, makes him wait, and has the bank's desks alarmed. */
public final class TryCounter {
  private static final Logger LOG = LoggerFactory.getLogger(TryCounter.class);

  private final Aggregates<CodeTries> tries;
  private final LegalClock clock;

  public TryCounter(Aggregates<CodeTries> tries, LegalClock clock) {
    this.tries = tries;
    this.clock = clock;
  }

  /**
   * Refuses who must wait.
   *
   * @throws Problem {@link PhoneReason#CALL_CODE_TRIES_EXHAUSTED}
   */
  void requireMore(Caller caller, PhoneLimits limits, Instant now) {
    tries
        .find(id(caller))
        .map(Stored::state)
        .filter(state -> state.locked(now))
        .map(CodeTries::lockEndTime)
        .ifPresent(
            end -> {
              throw Problem.of(
                      PhoneReason.CALL_CODE_TRIES_EXHAUSTED,
                      "max",
                      Integer.toString(limits.codeTriesMax()),
                      "until",
                      end.toString())
                  .retryAfter(Duration.between(now, end));
            });
  }

  /** One more wrong code. */
  void wrong(Caller caller, PhoneLimits limits, Instant now, Mutation by) {
    String id = id(caller);
    if (tries.find(id).isEmpty()) {
      begin(id, caller, limits.policy());
    }
    tries.change(
        id,
        by,
        seen -> {
          CodeTries next = seen.state().wrong(now, limits.codeTriesMax(), limits.codeLock());
          LOG.warn("wrong call code number {} at {}", next.wrongTimes().size(), next.bank());
          return new Change<>(
              next, null, next.lockEndTime() == null ? List.of() : List.of(told(id, next)));
        });
  }

  private void begin(String id, Caller caller, String policy) {
    var none = CodeTries.none(caller.institution(), caller.region());
    Access access = Access.of(caller.institution(), List.of(), caller.region());
    // Two of his calls at once begin the same.
    tries.createAll(
        List.of(new Creation<>(id, policy, access, none, List.of())),
        Mutation.clock(policy, "call-code-tries"));
  }

  /** The wait is over: the alarm is taken down. */
  public void wake(String id) {
    Stored<CodeTries> stored = tries.find(id).orElse(null);
    if (stored == null) {
      return;
    }
    tries.change(
        id,
        Mutation.clock(stored.policy(), "call-code-lock"),
        seen -> {
          CodeTries next = seen.state().at(clock.instant().truncatedTo(ChronoUnit.MILLIS));
          return next.equals(seen.state())
              ? Change.none()
              : new Change<>(next, null, List.of(told(id, next)));
        });
  }

  private static Fact told(String id, CodeTries state) {
    var message =
        WrongCallCodes.newBuilder()
            .setTries(id)
            .setBank(state.bank())
            .setRegion(state.region())
            .setCount(state.wrongTimes().size());
    Instant end = state.lockEndTime();
    if (end != null) {
      message.setLockEndTime(
          Timestamp.newBuilder().setSeconds(end.getEpochSecond()).setNanos(end.getNano()));
    }
    return Fact.of(message.build());
  }

  private static String id(Caller caller) {
    return Ids.derived("call-code-tries", caller.institution(), caller.subject());
  }
}
