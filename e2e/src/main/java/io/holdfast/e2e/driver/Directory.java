package io.holdfast.e2e.driver;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demonstration's institutions, as whoever may read the directory sees them. */
public final class Directory {
  private Directory() {}

  /**
   * An institution's id.
   *
   * @param field by what it is known, e.g. {@code code} or {@code name}
   */
  public static String id(Person reader, String field, String value) {
    for (JsonNode each : institutions(reader)) {
      if (each.path(field).asString("").equals(value)) {
        return each.path("id").asString("");
      }
    }
    throw new IllegalStateException("the directory has no institution with " + field + ' ' + value);
  }

  /** What each institution is called, by its id. */
  public static Map<String, String> names(Person reader) {
    Map<String, String> names = new HashMap<>();
    for (JsonNode each : institutions(reader)) {
      names.put(each.path("id").asString(""), each.path("name").asString(""));
    }
    return names;
  }

  private static JsonNode institutions(Person reader) {
    return reader.get("/v1/institutions?pageSize=100").ok().at("institutions");
  }
}
