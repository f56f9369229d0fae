package io.holdfast.freezing.lookup;

import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.FiredClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An urgent lookup (紧急查询): one payment of the victim, asked of whoever paid it out.
 *
 * @param sendTime when it lay on the institution's desk
 * @param answer the answer that counts
 * @param earlierAnswers those that count no more, oldest first
 * @param notTheirs institutions whose account the payer's is not; they are not asked again
 * @param fired what its clocks have told, one entry a clock
 */
public record AccountQuery(
    LookupRequest request,
    Destination destination,
    LookupState state,
    Consent consent,
    @Nullable Instant sendTime,
    @Nullable Instant acknowledgeTime,
    @Nullable GivenAnswer answer,
    List<EarlierLookupAnswer> earlierAnswers,
    List<String> notTheirs,
    List<FiredClock> fired) {
  public AccountQuery {
    earlierAnswers = List.copyOf(earlierAnswers);
    notTheirs = List.copyOf(notTheirs);
    fired = List.copyOf(fired);
  }

  /** A lookup just made, with what there is to tell. */
  public record Made(AccountQuery query, LookupEvent event) {}

  /** Makes a lookup; it goes out at once, with or without consent on record. */
  public static Made make(LookupRequest request, Routing routing, Consent consent, Instant now) {
    var query =
        new AccountQuery(
            request,
            Destination.of(routing, now),
            new LookupState.Issued(now),
            consent,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return switch (routing) {
      case Routing.Found _ -> new Made(query, new LookupEvent.LookupAsked());
      case Routing.Unrouted _ -> new Made(query, new LookupEvent.LookupUnrouted());
    };
  }

  /** The lookup once the desk has it; the same one where that changes nothing. */
  public AccountQuery delivered(Instant now) {
    return state instanceof LookupState.Issued && destination instanceof Destination.Bank
        ? new AccountQuery(
            request,
            destination,
            new LookupState.Sent(now),
            consent,
            now,
            acknowledgeTime,
            answer,
            earlierAnswers,
            notTheirs,
            fired)
        : this;
  }

  /** The answer of this number, whether it still counts or not. */
  public Optional<GivenAnswer> answer(int number) {
    return Stream.concat(
            Stream.ofNullable(answer), earlierAnswers.stream().map(EarlierLookupAnswer::given))
        .filter(given -> given.number() == number)
        .findFirst();
  }

  /** What the answer that counts has led to. */
  public LookupNext next() {
    return answer == null ? new LookupNext.EndsHere() : answer.next();
  }

  /** The number the next answer gets. */
  int nextNumber() {
    return 1 + earlierAnswers.size() + (answer == null ? 0 : 1);
  }

  AccountQuery with(LookupState next) {
    return new AccountQuery(
        request,
        destination,
        next,
        consent,
        sendTime,
        acknowledgeTime,
        answer,
        earlierAnswers,
        notTheirs,
        fired);
  }

  AccountQuery with(LookupRequest next) {
    return new AccountQuery(
        next,
        destination,
        state,
        consent,
        sendTime,
        acknowledgeTime,
        answer,
        earlierAnswers,
        notTheirs,
        fired);
  }

  AccountQuery with(Consent next) {
    return new AccountQuery(
        request,
        destination,
        state,
        next,
        sendTime,
        acknowledgeTime,
        answer,
        earlierAnswers,
        notTheirs,
        fired);
  }

  AccountQuery acknowledgedAt(Instant time) {
    return new AccountQuery(
        request,
        destination,
        new LookupState.Acknowledged(time),
        consent,
        sendTime == null ? time : sendTime,
        time,
        answer,
        earlierAnswers,
        notTheirs,
        fired);
  }

  AccountQuery with(@Nullable GivenAnswer given) {
    return new AccountQuery(
        request,
        destination,
        state,
        consent,
        sendTime,
        acknowledgeTime,
        given,
        earlierAnswers,
        notTheirs,
        fired);
  }

  AccountQuery after(EarlierLookupAnswer earlier) {
    var all = new ArrayList<>(earlierAnswers);
    all.add(earlier);
    return new AccountQuery(
        request,
        destination,
        state,
        consent,
        sendTime,
        acknowledgeTime,
        null,
        all,
        notTheirs,
        fired);
  }

  /** On its way, to whomever. */
  AccountQuery sentTo(Destination.Bank to, List<String> refused) {
    return new AccountQuery(
        request,
        to,
        new LookupState.Issued(to.dispatchTime()),
        consent,
        null,
        null,
        answer,
        earlierAnswers,
        refused,
        fired);
  }

  AccountQuery with(FiredClock told) {
    var others = new ArrayList<>(fired);
    others.removeIf(one -> one.clock() == told.clock());
    others.add(told);
    return new AccountQuery(
        request,
        destination,
        state,
        consent,
        sendTime,
        acknowledgeTime,
        answer,
        earlierAnswers,
        notTheirs,
        others);
  }
}
