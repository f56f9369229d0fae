package io.holdfast.kit.audit;

import io.holdfast.kit.crypto.CanonicalJson;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the audit log. None of its texts is a personal value.
 *
 * @param id unique; an entry written twice stays one
 * @param time when it happened
 * @param actor who
 * @param action what, e.g. {@code freezing.RecordStop}
 * @param subject of what, e.g. {@code stopOrders/<id>}; the collection alone for a list
 * @param items the ids that a list showed
 * @param outcome how it ended
 * @param reason for a refusal, its reason, e.g. {@code ACCESS_DENIED}; else empty
 * @param cause what led to it, e.g. {@code call/<trace id>}
 * @param access whose auditors may read the entry: of what was changed or shown, and of who acted
 */
public record AuditEntry(
    String id,
    Instant time,
    Actor actor,
    String action,
    String subject,
    List<String> items,
    Outcome outcome,
    String reason,
    String cause,
    Access access) {
  /** How an audited act ended. */
  public enum Outcome {
    /** Something was changed, and its actor shown what came of it. */
    DONE,
    /** Personal data was shown to somebody who changed nothing. */
    READ,
    /** The caller was not let. */
    REFUSED
  }

  public AuditEntry {
    items = List.copyOf(items);
  }

  /** All it says, under the names it is stored and hashed by; times as ISO 8601 text. */
  public Map<String, Object> content() {
    var content = new LinkedHashMap<String, Object>();
    content.put("id", id);
    content.put("time", time.toString());
    content.put("actor", who());
    content.put("action", action);
    content.put("subject", subject);
    content.put("items", items);
    content.put("outcome", outcome.name());
    content.put("reason", reason);
    content.put("cause", cause);
    content.put("owner", access.owner());
    content.put("region", access.region());
    return content;
  }

  private Map<String, Object> who() {
    var who = new LinkedHashMap<String, Object>();
    who.put("subject", actor.subject());
    who.put("client", actor.client());
    who.put("institution", actor.institution());
    who.put("roles", actor.roles());
    if (!actor.officer().isEmpty()) {
      // Left out where there is none: entries older than this field keep their hash.
      who.put("officer", actor.officer());
    }
    return who;
  }

  /** SHA-256 of the canonical JSON of {@link #content()}, lower-case hexadecimal. */
  public String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(content()));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
