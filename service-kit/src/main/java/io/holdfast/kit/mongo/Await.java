package io.holdfast.kit.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one bridge from the driver's publishers to handlers that block on virtual threads. Every wait
 * has an end.
 */
final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private Await() {}

  /** The publisher's only element, if it has one. */
  static <T> Optional<T> one(Publisher<T> publisher) {
    return Optional.ofNullable(get(Mono.from(publisher)));
  }

  /** The result of a command that always answers with one. */
  static <T> T result(Publisher<T> publisher) {
    return one(publisher)
        .orElseThrow(() -> new IllegalStateException("the store answered a command with nothing"));
  }

  /** All elements; the query must be limited. */
  static <T> List<T> all(Publisher<T> publisher) {
    List<T> all = get(Flux.from(publisher).collectList());
    return all == null ? List.of() : all;
  }

  private static <T> @Nullable T get(Mono<T> mono) {
    CompletableFuture<@Nullable T> future = mono.toFuture();
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (TimeoutException e) {
      future.cancel(true);
      throw unavailable();
    } catch (ExecutionException e) {
      throw translate(e.getCause());
    }
  }

  private static RuntimeException translate(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> new IllegalStateException("the store failed without a cause");
      case MongoTimeoutException _, MongoSocketException _ -> unavailable();
      case MongoException e -> e;
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }

  private static Problem unavailable() {
    return Problem.of(KitReason.STORE_UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
  }
}
