package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what this store cannot honour, before it touches anything. The engine below accepts much
 * of it and then does something else; a client must rather learn it at its first try.
 */
final class Refusals {

  private static final int COMMAND_NOT_FOUND = 59;
  private static final int NOT_SUPPORTED = 115;
  private static final int TRANSACTION_NUMBER = 20;

  /** What any command may carry: it has no meaning on one durable node, or none that matters. */
  private static final Set<String> COMMON =
      Set.of(
          "$db",
          "lsid",
          "$readPreference",
          "$clusterTime",
          "readConcern",
          "writeConcern",
          "comment",
          "maxTimeMS",
          "apiVersion",
          "apiStrict",
          "apiDeprecationErrors");

  /** The options of each command that are honoured. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "find",
              Set.of(
                  "filter",
                  "sort",
                  "projection",
                  "skip",
                  "limit",
                  "batchSize",
                  "singleBatch",
                  "hint",
                  "allowDiskUse",
                  "noCursorTimeout",
                  "allowPartialResults"),
          "insert", Set.of("documents", "ordered", "bypassDocumentValidation"),
          "update", Set.of("updates", "ordered", "bypassDocumentValidation"),
          "delete", Set.of("deletes", "ordered"),
          "findandmodify",
              Set.of(
                  "query",
                  "sort",
                  "remove",
                  "update",
                  "new",
                  "fields",
                  "upsert",
                  "arrayFilters",
                  "hint",
                  "bypassDocumentValidation"),
          "count", Set.of("query", "limit", "skip", "hint", "fields"),
          "distinct", Set.of("key", "query", "hint"),
          "aggregate",
              Set.of("pipeline", "cursor", "allowDiskUse", "hint", "bypassDocumentValidation"),
          "create", Set.of("autoIndexId"),
          "createindexes", Set.of("indexes", "commitQuorum"));

  private static final Set<String> OPTIONS_OF_UPDATE =
      Set.of("q", "u", "multi", "upsert", "arrayFilters", "hint");
  private static final Set<String> OPTIONS_OF_DELETE = Set.of("q", "limit", "hint");
  private static final Set<String> OPTIONS_OF_INDEX =
      Set.of("key", "name", "ns", "v", "unique", "sparse", "background");

  private static final Set<String> COMMANDS =
      Set.of(
          "getmore",
          "killcursors",
          "drop",
          "dropindexes",
          "dropdatabase",
          "listcollections",
          "listindexes",
          "listdatabases",
          "dbstats",
          "collstats",
          "validate",
          "ping",
          "hello",
          "ismaster",
          "buildinfo",
          "serverstatus",
          "whatsmyuri",
          "hostinfo",
          "getlog",
          "getcmdlineopts",
          "connectionstatus",
          "endsessions",
          "getlasterror",
          "getfreemonitoringstatus",
          "replsetgetstatus",
          "holdfaststats");

  private static final Map<String, String> INSTEAD_OF_COMMAND =
      Map.of(
          "committransaction", "write one document conditionally on its version",
          "aborttransaction", "write one document conditionally on its version",
          "startsession", "nothing: one node needs no sessions",
          "collmod", "create the collection or index anew",
          "renamecollection", "write to a collection of the new name",
          "explain", "holdfastStats, which counts full scans by shape",
          "shardcollection", "a MongoDB cluster (HOLDFAST_MONGODB_URI)",
          "createuser", "the loopback address, which is the only one served");

  private static final Map<String, String> INSTEAD_OF_OPTION =
      Map.ofEntries(
          Map.entry("collation", "a field that holds the normalised text"),
          Map.entry(
              "partialFilterExpression",
              "a sparse index on a field present only in those documents"),
          Map.entry("expireAfterSeconds", "a due time in the document and a sweeper"),
          Map.entry("capped", "pages of bounded size, removed by age"),
          Map.entry("size", "pages of bounded size, removed by age"),
          Map.entry("max", "pages of bounded size, removed by age"),
          Map.entry("tailable", "page documents read from the last position seen"),
          Map.entry("awaitData", "page documents read from the last position seen"),
          Map.entry("validator", "validation in code"),
          Map.entry("validationLevel", "validation in code"),
          Map.entry("validationAction", "validation in code"),
          Map.entry("viewOn", "a query"),
          Map.entry("timeseries", "documents that hold one period each"),
          Map.entry("weights", "lookup documents keyed by word"),
          Map.entry("let", "values in the filter itself"),
          Map.entry("explain", "holdfastStats, which counts full scans by shape"),
          Map.entry("startTransaction", "one document, written conditionally on its version"),
          Map.entry("autocommit", "one document, written conditionally on its version"));

  private static final Map<String, String> INSTEAD_OF_OPERATOR =
      Map.of(
          "$text", "lookup documents keyed by word",
          "$jsonSchema", "validation in code",
          "$where", "$expr, or a field that holds the result",
          "$near", "a region code field",
          "$nearSphere", "a region code field",
          "$geoWithin", "a region code field",
          "$geoIntersects", "a region code field");

  private Refusals() {}

  static void check(String command, Document query) {
    String name = CommandName.of(command);
    if (query.containsKey("startTransaction") || query.containsKey("autocommit")) {
      throw new MongoServerError(
          TRANSACTION_NUMBER,
          "IllegalOperation",
          "transactions are not supported by Holdfast's embedded store: use one document, written"
              + " conditionally on its version");
    }
    if (!OPTIONS.containsKey(name) && !COMMANDS.contains(name)) {
      String instead =
          INSTEAD_OF_COMMAND.getOrDefault(name, "a MongoDB server (HOLDFAST_MONGODB_URI)");
      throw new MongoServerError(
          COMMAND_NOT_FOUND,
          "CommandNotFound",
          "no such command in Holdfast's embedded store: '" + command + "'; use " + instead);
    }
    if (OPTIONS.containsKey(name)) {
      requireOptions(name, query, command, OPTIONS.get(name));
    }
    switch (name) {
      case "createindexes" ->
          documents(query, "indexes").forEach(index -> checkIndex((Document) index));
      case "find" -> {
        checkFilter(query.get("filter"));
        checkProjection(query.get("projection"));
      }
      case "update" ->
          documents(query, "updates").forEach(update -> checkUpdate((Document) update));
      case "delete" ->
          documents(query, "deletes").forEach(delete -> checkDelete((Document) delete));
      case "findandmodify" -> {
        checkFilter(query.get("query"));
        checkNoPipelineUpdate(query.get("update"));
        checkProjection(query.get("fields"));
      }
      case "count", "distinct" -> checkFilter(query.get("query"));
      case "aggregate" ->
          documents(query, "pipeline").forEach(stage -> checkStage((Document) stage));
      default -> {}
    }
  }

  private static void requireOptions(
      String name, Document given, @Nullable String itself, Set<String> honoured) {
    for (Map.Entry<String, Object> option : given.entrySet()) {
      String key = option.getKey();
      boolean known = key.equals(itself) || COMMON.contains(key) || honoured.contains(key);
      if (!known && !isOff(option.getValue())) {
        throw refused("option '" + key + "' of " + name, INSTEAD_OF_OPTION.get(key));
      }
    }
  }

  private static boolean isOff(@Nullable Object value) {
    return value == null
        || Boolean.FALSE.equals(value)
        || value instanceof Document document && document.isEmpty();
  }

  private static void checkIndex(Document index) {
    if (index.get("key") instanceof Document key) {
      for (Map.Entry<String, Object> field : key.entrySet()) {
        if (!(field.getValue() instanceof Number)) {
          String instead =
              "text".equals(field.getValue())
                  ? "lookup documents keyed by word"
                  : "an ascending index";
          throw refused("index of kind '" + field.getValue() + "'", instead);
        }
        if (field.getKey().contains("$") || field.getKey().matches("(.*\\.)?\\d+(\\..*)?")) {
          throw refused("index on '" + field.getKey() + "'", "an index on the named field itself");
        }
      }
    }
    requireOptions("an index", index, null, OPTIONS_OF_INDEX);
  }

  private static void checkUpdate(Document update) {
    requireOptions("an update", update, null, OPTIONS_OF_UPDATE);
    checkFilter(update.get("q"));
    checkNoPipelineUpdate(update.get("u"));
  }

  private static void checkDelete(Document delete) {
    requireOptions("a delete", delete, null, OPTIONS_OF_DELETE);
    checkFilter(delete.get("q"));
  }

  private static void checkNoPipelineUpdate(@Nullable Object update) {
    if (update instanceof Collection) {
      throw refused("an update written as a pipeline", "update operators ($set, $inc, $push ...)");
    }
  }

  private static void checkStage(Document stage) {
    if (stage.containsKey("$changeStream")) {
      throw refused("a change stream", "polling by an indexed field");
    }
    if (stage.containsKey("$out") || stage.containsKey("$merge")) {
      throw refused("an aggregation that writes", "a query and writes of its result");
    }
    checkFilter(stage.get("$match"));
    stage.values().forEach(Refusals::checkInnerStages);
  }

  private static void checkInnerStages(@Nullable Object value) {
    if (value instanceof Document inner) {
      inner.values().forEach(Refusals::checkInnerStages);
    } else if (value instanceof Collection<?> list) {
      for (Object one : list) {
        if (one instanceof Document document && document.size() == 1) {
          checkStage(document);
        }
      }
    }
  }

  private static void checkFilter(@Nullable Object filter) {
    switch (filter) {
      case Document document -> {
        for (Map.Entry<String, Object> entry : document.entrySet()) {
          String instead = INSTEAD_OF_OPERATOR.get(entry.getKey());
          if (instead != null) {
            throw refused("query operator " + entry.getKey(), instead);
          }
          checkFilter(entry.getValue());
        }
      }
      case Collection<?> all -> all.forEach(Refusals::checkFilter);
      case null, default -> {}
    }
  }

  /** The engine leaves computed fields out without a word. */
  private static void checkProjection(@Nullable Object projection) {
    if (!(projection instanceof Document fields)) {
      return;
    }
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      boolean honoured =
          switch (field.getValue()) {
            case null -> false;
            case Number _, Boolean _ -> true;
            case Document how ->
                how.keySet().equals(Set.of("$slice")) || how.keySet().equals(Set.of("$elemMatch"));
            default -> false;
          };
      if (!honoured || field.getKey().contains("$")) {
        throw refused(
            "a computed projection ('" + field.getKey() + "')",
            "plain fields, $slice or $elemMatch");
      }
    }
  }

  private static Collection<?> documents(Document query, String field) {
    return query.get(field) instanceof Collection<?> all ? all : Set.of();
  }

  private static MongoServerError refused(String what, @Nullable String instead) {
    return new MongoServerError(
        NOT_SUPPORTED,
        "CommandNotSupported",
        what
            + " is not supported by Holdfast's embedded store: use "
            + (instead == null ? "a MongoDB server (HOLDFAST_MONGODB_URI)" : instead));
  }
}
