package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 110 begins, the station goes on, two type at once; the stop does not wait for the rest. */
@Order(15)
final class DraftsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();
  private final Person operator = world.login("guo.command");
  private final Person officer = world.login("chen.officer");
  private final Person colleague = world.login("liu.liaison");

  @Test
  void begunBy110StoppedByTheStationFinishedByAnother() {
    String payee = Reports.account(2);
    Reply begun =
        Waiting.patiently(
            PATIENCE,
            () ->
                operator
                    .post(
                        "/v1/drafts",
                        Map.of(
                            "requestId",
                            Reports.uuid(),
                            "edits",
                            List.of(
                                edit("narrative", "测试：端到端", 0),
                                edit("transfers[a].payee.accountNumber", payee, 0),
                                edit("transfers[a].payee.accountName", "测试收款人", 0))))
                    .ok());
    String id = begun.text("id");
    act(operator, id, "offer", Map.of("station", Directory.id(officer, "code", "999001000001")));
    Waiting.until(
        "the station reads it", PATIENCE, () -> officer.get("/v1/drafts/" + id).status() == 200);
    assertThat(officer.post(path(id, "stop"), Map.of("requestId", Reports.uuid())).status())
        .as("not yet the station's")
        .isEqualTo(403);
    act(officer, id, "adopt", Map.of());
    assertThat(officer.post(path(id, "stop"), Map.of("requestId", Reports.uuid())).reason())
        .isEqualTo("DRAFT_TRANSFER_UNKNOWN");

    act(
        officer,
        id,
        "save",
        Map.of(
            "edits",
            List.of(
                edit("channel", "EMERGENCY_110", 0),
                edit("transfers[a].amount", "5万", 0),
                edit("transfers[a].transferTime", anHourAgo(), 0))));
    Reply opened = act(officer, id, "stop", Map.of());
    String order = opened.text("stopOrders.0.stopOrder");
    Person bank = world.login("zhou.bank");
    Waiting.until(
        "on the bank's desk", PATIENCE, () -> bank.get("/v1/stopOrders/" + order).status() == 200);
    assertThat(officer.get("/v1/drafts/" + id).ok().text("state")).isEqualTo("CASE_OPENED");

    act(
        colleague,
        id,
        "save",
        Map.of(
            "edits",
            List.of(
                edit("fraudType", "FALSE_INVESTMENT", 0),
                edit("victim.kind", "PERSON", 0),
                edit("victim.name", "测试受害人", 0))));
    Reply filed = act(colleague, id, "file", Map.of());
    assertThat(filed.text("id")).isEqualTo(opened.text("id"));
    assertThat(officer.get("/v1/cases/" + filed.text("id")).ok().text("report.fraudType"))
        .isEqualTo("FALSE_INVESTMENT");
  }

  @Test
  void twoAtOnceLoseNothing() {
    Reply begun =
        Waiting.patiently(
            PATIENCE,
            () ->
                officer
                    .post(
                        "/v1/drafts",
                        Map.of(
                            "requestId",
                            Reports.uuid(),
                            "edits",
                            List.of(edit("place", "测试路1号", 0))))
                    .ok());
    String id = begun.text("id");
    long seen = field(begun, "place").path("version").asLong(0);
    act(officer, id, "save", Map.of("edits", List.of(edit("place", "测试路2号", seen))));
    Reply both = act(colleague, id, "save", Map.of("edits", List.of(edit("place", "测试路3号", seen))));
    List<String> texts = new ArrayList<>();
    field(both, "place").path("texts").forEach(text -> texts.add(text.path("text").asString("")));
    assertThat(texts).containsExactlyInAnyOrder("测试路2号", "测试路3号");
    assertThat(officer.post(path(id, "file"), Map.of("requestId", Reports.uuid())).reason())
        .isEqualTo("DRAFT_UNSETTLED");

    long version = field(both, "place").path("version").asLong(0);
    Reply settled =
        act(officer, id, "settleField", Map.of("choice", edit("place", "测试路3号", version)));
    assertThat(field(settled, "place").path("texts")).hasSize(1);
    Reply filed = act(officer, id, "file", Map.of());
    assertThat(filed.at("stopOrders")).as("a report without a transfer is one").isEmpty();
  }

  private static JsonNode field(Reply draft, String path) {
    for (JsonNode field : draft.at("fields")) {
      if (field.path("path").asString("").equals(path)) {
        return field;
      }
    }
    throw new AssertionError("no field " + path);
  }

  private static Map<String, Object> edit(String path, String text, long seen) {
    return Map.of("path", path, "text", text, "seenVersion", Long.toString(seen));
  }

  private static Reply act(Person person, String id, String verb, Map<String, Object> what) {
    var body = new HashMap<>(what);
    body.put("requestId", Reports.uuid());
    return person.post(path(id, verb), body).ok();
  }

  private static String path(String id, String verb) {
    return "/v1/drafts/" + id + ':' + verb;
  }

  private static String anHourAgo() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
        .withZone(ZoneId.of("Asia/Shanghai"))
        .format(Instant.now().minus(Duration.ofHours(1)));
  }
}
