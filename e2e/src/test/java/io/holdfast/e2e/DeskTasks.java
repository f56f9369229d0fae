package io.holdfast.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Tasks on somebody's desk. Other tests leave theirs there, so every page is looked at. */
final class DeskTasks {
  private DeskTasks() {}

  /**
   * The first task that is looked for.
   *
   * @param desk empty: the desk of the person's first role
   */
  static Optional<JsonNode> find(
      Person person, String desk, String kind, Predicate<JsonNode> wanted) {
    String query = "/v1/tasks?pageSize=100" + (desk.isEmpty() ? "" : "&desk=" + desk);
    String token = "";
    do {
      Reply page = person.get(query + "&pageToken=" + URLEncoder.encode(token, UTF_8)).ok();
      for (JsonNode task : page.at("tasks")) {
        if (task.path("kind").asString("").equals(kind) && wanted.test(task)) {
          return Optional.of(task);
        }
      }
      token = page.text("nextPageToken");
    } while (!token.isEmpty());
    return Optional.empty();
  }
}
