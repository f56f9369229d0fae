package io.holdfast.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MongoDB's commands over one store file: refuses, runs under the commit lock, and says what a
 * reply has seen.
 */
final class IndexedH2Backend extends AbstractMongoBackend {

  private static final Logger log = LoggerFactory.getLogger(IndexedH2Backend.class);

  /** More than MongoDB's own 101: a round trip costs more here than a few documents. */
  private static final int FIRST_BATCH = 1000;

  private final StoreFile file;
  private final StoreMaps maps;
  private final GroupCommit commits;
  private final FullScans fullScans;

  IndexedH2Backend(StoreFile file, GroupCommit commits, FullScans fullScans) {
    this.file = file;
    this.maps = file.maps();
    this.commits = commits;
    this.fullScans = fullScans;
    commits.enter();
    try {
      maps.databases().forEach(this::resolveDatabase);
    } finally {
      commits.leave();
    }
  }

  /**
   * The reply to a command.
   *
   * @param seen the newest write the reply may tell of; it must not leave before that is on disk
   */
  record Outcome(Document reply, long seen) {}

  Outcome run(Channel channel, String database, String command, Document query) {
    Access access = Access.of(database, command, query);
    if (access instanceof Access.None) {
      return new Outcome(reply(channel, database, command, query), 0);
    }
    commits.enter();
    try {
      if (access instanceof Access.Writes(String namespace)) {
        commits.writing(namespace);
      } else if (access instanceof Access.WritesEverywhere) {
        commits.writingEverywhere();
      }
      Document reply = reply(channel, database, command, query);
      return new Outcome(reply, seen(access));
    } finally {
      commits.leave();
    }
  }

  private long seen(Access access) {
    return switch (access) {
      case Access.None _ -> 0;
      case Access.Reads(String namespace) -> commits.seen(namespace);
      case Access.Writes(String namespace) -> commits.seen(namespace);
      case Access.ReadsEverywhere _, Access.WritesEverywhere _ -> commits.seenEverywhere();
    };
  }

  private Document reply(Channel channel, String database, String command, Document query) {
    try {
      Refusals.check(command, query);
      return dispatch(channel, database, command, query);
    } catch (MongoServerException e) {
      return errorReply(e);
    } catch (RuntimeException e) {
      // The command itself stays out of the log: it holds what victims have told.
      log.error("command {} on {} failed", command, database, e);
      return errorReply(new MongoServerError(8, "UnknownError", "internal error in " + command));
    }
  }

  private Document dispatch(Channel channel, String database, String command, Document query) {
    return switch (CommandName.of(command)) {
      case "hello" ->
          super.handleCommand(channel, database, "ismaster", query)
              .append("isWritablePrimary", true);
      case "holdfaststats" -> stats().toDocument().append("ok", 1.0);
      case "listdatabases" -> listDatabases(query);
      case "find" -> super.handleCommand(channel, database, command, withBatchSize(query));
      case "listcollections" ->
          filtered(super.handleCommand(channel, database, command, query), query);
      default -> super.handleCommand(channel, database, command, query);
    };
  }

  private static Document withBatchSize(Document query) {
    int batchSize = query.get("batchSize") instanceof Number given ? given.intValue() : 0;
    int limit = query.get("limit") instanceof Number given ? Math.abs(given.intValue()) : 0;
    Document find = query.clone();
    find.put("batchSize", batchSize > 0 ? batchSize : FIRST_BATCH);
    if (Boolean.TRUE.equals(query.get("singleBatch")) && batchSize > 0) {
      limit = limit == 0 ? batchSize : Math.min(limit, batchSize);
    }
    find.put("limit", limit);
    return find;
  }

  /** The engine's own would open every database a second time. */
  private Document listDatabases(Document query) {
    List<Document> found = new ArrayList<>();
    for (String name : listDatabaseNames().stream().sorted().toList()) {
      Document database =
          new Document("name", name).append("sizeOnDisk", file.sizeBytes()).append("empty", false);
      if (!(query.get("filter") instanceof Document filter)
          || new DefaultQueryMatcher().matches(database, filter)) {
        found.add(database);
      }
    }
    return new Document("databases", found).append("totalSize", file.sizeBytes()).append("ok", 1.0);
  }

  /** The engine ignores the filter. */
  private static Document filtered(Document reply, Document query) {
    if (query.get("filter") instanceof Document filter
        && reply.get("cursor") instanceof Document cursor
        && cursor.get("firstBatch") instanceof List<?> all) {
      cursor.put(
          "firstBatch",
          all.stream()
              .filter(one -> new DefaultQueryMatcher().matches((Document) one, filter))
              .toList());
    }
    return reply;
  }

  StoreStats stats() {
    return new StoreStats(
        file.path(),
        file.sizeBytes(),
        documents(),
        fullScans.total(),
        fullScans.byShape(),
        commits.commits(),
        commits.failed());
  }

  private long documents() {
    long total = 0;
    for (String name : listDatabaseNames()) {
      total += resolveDatabase(name) instanceof IndexedDatabase database ? database.documents() : 0;
    }
    return total;
  }

  static Document errorReply(MongoServerException e) {
    Document reply = new Document("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      reply.append("code", error.getCode()).append("codeName", error.getCodeName());
    }
    return reply.append("ok", 0);
  }

  /** The path of old OP_QUERY commands: waits here, since its caller replies at once. */
  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Outcome outcome = run(channel, database, command, query);
    CompletableFuture<Document> durable = new CompletableFuture<>();
    commits.whenDurable(
        outcome.seen(),
        failure -> durable.complete(failure == null ? outcome.reply() : errorReply(notDurable())));
    return durable.join();
  }

  static MongoServerError notDurable() {
    return new MongoServerError(
        91, "ShutdownInProgress", "the store file cannot be written; nothing was acknowledged");
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new MongoServerError(
        59, "CommandNotFound", "old-style queries are not supported: use the find command");
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, maps, getCursorRegistry(), fullScans);
  }
}
