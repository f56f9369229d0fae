package io.holdfast.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The real driver, waited for. */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Client() {}

  static MongoClient connect(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .build());
  }

  static <T> List<T> all(Publisher<T> publisher) {
    return Objects.requireNonNull(Flux.from(publisher).collectList().block(PATIENCE));
  }

  static <T> T one(Publisher<T> publisher) {
    return Objects.requireNonNull(first(publisher), "no result");
  }

  static <T> @Nullable T first(Publisher<T> publisher) {
    return Flux.from(publisher).take(1).blockFirst(PATIENCE);
  }

  static void done(Publisher<?> publisher) {
    Flux.from(publisher).blockLast(PATIENCE);
  }

  /** Field, value, field, value ... */
  static Document doc(@Nullable Object... fieldsAndValues) {
    Document document = new Document();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      document.append(String.valueOf(fieldsAndValues[i]), fieldsAndValues[i + 1]);
    }
    return document;
  }
}
