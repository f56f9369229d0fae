package io.holdfast.liaison.routing.store;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Records.Write;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.routing.RoutingError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the routing table sent orders wrongly; the latest {@value #ERRORS_MAX} lines of it. */
public final class RoutingErrors {
  /** Lines that are kept. */
  public static final int ERRORS_MAX = 1_000;

  private static final int RACES_MAX = 5;
  private static final int PAGE = 100;
  private static final AccessPath LATEST = AccessPath.of("latest", "-last", "-_id");

  private final Records<RoutingError> records;

  private RoutingErrors(Records<RoutingError> records) {
    this.records = records;
  }

  /** Opens the collection {@code routing_errors}. */
  public static RoutingErrors open(MongoStore store, Sealer sealer) {
    return new RoutingErrors(
        Records.open(
            store,
            sealer,
            new Records.Shape<>(
                "routing_errors",
                RoutingError.class,
                List.of(LATEST),
                error -> Map.of("last", error.lastTime()))));
  }

  /**
   * A bank's word that an account is not its own.
   *
   * @param id of the event that told of it
   * @param reason what had decided, as the order carries it
   */
  public record Answer(String id, String reason, String bank, String maskedAccount, Instant time) {
    private RoutingError.Line line() {
      return RoutingError.Line.of(reason);
    }

    private String prefix() {
      return RoutingError.prefix(maskedAccount);
    }

    private String key() {
      return Ids.derived(
          "routing-error", line().line(), Long.toString(line().table()), bank, prefix());
    }
  }

  /** Counts answers, each once. */
  public void record(List<Answer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    for (int race = 0; race < RACES_MAX; race++) {
      if (attempt(answers)) {
        return;
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  private boolean attempt(List<Answer> answers) {
    Map<String, Entry<RoutingError>> stored = new LinkedHashMap<>();
    records
        .find(answers.stream().map(Answer::key).distinct().toList())
        .forEach(entry -> stored.put(entry.id(), entry));
    Map<String, RoutingError> next = new LinkedHashMap<>();
    for (Answer answer : answers) {
      Entry<RoutingError> entry = stored.get(answer.key());
      RoutingError before = next.get(answer.key());
      if (before == null && entry != null) {
        before = entry.value();
      }
      next.put(
          answer.key(),
          before == null
              ? RoutingError.first(
                  answer.line(), answer.bank(), answer.prefix(), answer.id(), answer.time())
              : before.with(answer.id(), answer.time()));
    }
    List<Write<RoutingError>> writes = new ArrayList<>();
    next.forEach(
        (key, error) -> {
          Entry<RoutingError> entry = stored.get(key);
          if (entry == null) {
            writes.add(new Write.Insert<>(key, error));
          } else if (!entry.value().equals(error)) {
            writes.add(new Write.Update<>(key, entry.v(), error));
          }
        });
    return records.write(writes);
  }

  /** The latest first. */
  public Page<Entry<RoutingError>> page(int size, String pageToken) {
    return records.page(LATEST, List.of(), size, pageToken);
  }

  /** Forgets the oldest lines beyond {@link #ERRORS_MAX}; to be called every hour. */
  public void sweep() {
    String token = "";
    int seen = 0;
    do {
      Page<Entry<RoutingError>> page = page(PAGE, token);
      if (seen >= ERRORS_MAX) {
        records.remove(page.items().stream().map(Entry::id).toList());
      }
      seen += page.items().size();
      token = page.nextPageToken();
    } while (!token.isEmpty());
  }
}
