package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;

/** What of the store a command may see or change: for what its reply must wait. */
sealed interface Access {

  /** Nothing stored. */
  record None() implements Access {}

  record Reads(String namespace) implements Access {}

  record Writes(String namespace) implements Access {}

  record ReadsEverywhere() implements Access {}

  record WritesEverywhere() implements Access {}

  static Access of(String database, String command, Document query) {
    return switch (CommandName.of(command)) {
      case "ping",
          "hello",
          "ismaster",
          "buildinfo",
          "whatsmyuri",
          "hostinfo",
          "getlog",
          "getcmdlineopts",
          "connectionstatus",
          "endsessions",
          "getlasterror",
          "killcursors",
          "holdfaststats",
          "serverstatus" ->
          new None();
      case "find", "count", "distinct", "listindexes", "collstats" ->
          new Reads(database + "." + query.get(command));
      case "getmore" -> new Reads(database + "." + query.get("collection"));
      case "insert", "update", "delete", "findandmodify" ->
          new Writes(database + "." + query.get(command));
      case "create", "createindexes", "drop", "dropindexes", "dropdatabase" ->
          new WritesEverywhere();
      default -> new ReadsEverywhere();
    };
  }
}
