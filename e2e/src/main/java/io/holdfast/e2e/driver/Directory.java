package io.holdfast.e2e.driver;

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
    for (JsonNode each : reader.get("/v1/institutions?pageSize=100").ok().at("institutions")) {
      if (each.path(field).asString("").equals(value)) {
        return each.path("id").asString("");
      }
    }
    throw new IllegalStateException("the directory has no institution with " + field + ' ' + value);
  }
}
