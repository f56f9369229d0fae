package io.holdfast.e2e.driver;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the gateway.
 *
 * @param status HTTP status
 * @param body its JSON; missing node where there was none
 * @param headers as received
 */
public record Reply(int status, JsonNode body, HttpHeaders headers) {
  /** This answer, if it is a success. */
  public Reply ok() {
    if (status / 100 != 2) {
      throw new IllegalStateException("status " + status + " (expected: 2xx): " + body);
    }
    return this;
  }

  /** A text by its path, e.g. {@code paper.state}; empty where absent. */
  public String text(String path) {
    return at(path).asString("");
  }

  /** An int64, which JSON carries as text; 0 where absent. */
  public long number(String path) {
    String text = text(path);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** A node by its path. */
  public JsonNode at(String path) {
    return body.at("/" + path.replace('.', '/'));
  }

  /** The problem's reason; empty for a success. */
  public String reason() {
    return text("reason");
  }
}
