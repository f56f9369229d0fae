package io.holdfast.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tasks on somebody's desk. Other tests leave theirs there, so every page is looked at. */
final class DeskTasks {
  private DeskTasks() {}

  /**
   * All of them, by what lapses next.
   *
   * @param desk empty: the desk of the person's first role
   */
  static Stream<JsonNode> on(Person person, String desk) {
    String query = "/v1/tasks?pageSize=100" + (desk.isEmpty() ? "" : "&desk=" + desk);
    List<JsonNode> tasks = new ArrayList<>();
    String token = "";
    do {
      Reply page = person.get(query + "&pageToken=" + URLEncoder.encode(token, UTF_8)).ok();
      page.at("tasks").forEach(tasks::add);
      token = page.text("nextPageToken");
    } while (!token.isEmpty());
    return tasks.stream();
  }

  /** Whether one of this kind is there; {@code subject} as it begins. */
  static boolean has(Person person, String desk, String kind, String subject) {
    return on(person, desk)
        .anyMatch(
            task -> text(task, "kind").equals(kind) && text(task, "subject").startsWith(subject));
  }

  static String text(JsonNode task, String field) {
    return task.path(field).asString("");
  }
}
