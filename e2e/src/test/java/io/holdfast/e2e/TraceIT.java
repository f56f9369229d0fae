package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A call that came through two provinces' exchanges, with one dispute, and entered at a leased-line
 * voice gateway whose tenant leads to an account that is in the case already.
 */
@Order(8)
final class TraceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SECONDS = 600;
  private static final String CALLED = "13999000001";

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person mobile = world.login("zhu.carrier");
  private final Person telecom = world.login("qin.carrier");
  private final Person cyber = world.login("ma.cyber");
  private final Instant call = Instant.now().minusSeconds(3_600);
  private final CarrierAnswers answers = new CarrierAnswers(officer, call, SECONDS, CALLED);

  @Test
  void theCallLeadsToTheMoney() {
    String payee = Reports.account(1);
    String caseId = filed(payee);
    String trace = requested(caseId);

    assertThat(officer.post(path(trace, ":approve"), Script.request()).reason())
        .isEqualTo("ACCESS_DENIED");
    Reply approved = world.login("lin.unit").post(path(trace, ":approve"), Script.request()).ok();
    assertThat(approved.text("hops.0.carrier"))
        .as("proposed by the victim's number range")
        .isEqualTo(Directory.id(officer, "code", "999300000001"));
    assertThat(telecom.get(path(trace, "")).reason()).isEqualTo("ACCESS_DENIED");
    task(mobile, trace, 1);
    mobile.post(hop(trace, 1, ":acknowledge"), Script.request()).ok();
    mobile
        .post(
            hop(trace, 1, ":recordPreservation"),
            Script.request("preservation", Map.of("reference", "测试留存1号")))
        .ok();
    // The first answer names the wrong circuit; the second province sees that and disputes it.
    Reply wrong = answer(mobile, trace, 1, answers.upstream("999300000002", 30, Map.of())).ok();
    assertThat(wrong.text("hops.0.state")).isEqualTo("HOP_ANSWERED");
    task(telecom, trace, 2);
    Map<String, Object> into =
        answers.upstream("999300000001", 77, CarrierAnswers.leg(31, "测试去话群"));
    assertThat(answer(telecom, trace, 2, into).reason()).isEqualTo("TRACE_ROUTE_DIFFERS");
    telecom.post(hop(trace, 1, ":dispute"), Script.request("reason", "测试：电路号应为31")).ok();
    answer(mobile, trace, 1, answers.upstream("999300000002", 31, Map.of())).ok();
    answer(telecom, trace, 2, into).ok();

    // The way enters again at the first carrier, by another exchange and trunk group.
    task(mobile, trace, 3);
    Reply seen = mobile.get(path(trace, "")).ok();
    assertThat(seen.text("caseId")).isEmpty();
    assertThat(seen.at("hops")).hasSize(3);
    assertThat(seen.text("hops.2.searchKeys.leg.opc.as24Bit")).isEqualTo("10-20-31");
    Reply landed = answer(mobile, trace, 3, answers.landing(77)).ok();
    assertThat(landed.text("state"))
        .as("a carrier is not told what was found")
        .isEqualTo("TRACING");
    assertThat(officer.get(path(trace, "")).ok().text("state")).isEqualTo("LANDED");

    cyber
        .post(
            path(trace, ":recordServer"),
            Script.request("server", Map.of("serverAddress", "192.0.2.7", "host", "测试机房")))
        .ok();
    Reply known =
        cyber
            .post(
                path(trace, ":recordSubjects"),
                Script.request(
                    "subjects",
                    List.of(
                        Map.of("kind", "CLUE_BANK_ACCOUNT", "value", payee, "note", "租户缴费账户（测试）"))))
            .ok();
    assertThat(known.text("state")).isEqualTo("SUBJECTS_FOUND");
    Waiting.until("the case knows", PATIENCE, () -> accountMeets(caseId));
    assertThat(kinds(caseId))
        .contains(
            "TRACE_REQUESTED",
            "TRACE_APPROVED",
            "TRACE_HOP_DISPUTED",
            "TRACE_SERVER_RECORDED",
            "TRACE_SUBJECTS_RECORDED");
    assertThat(world.login("tang.auditor").get(path(trace, "")).ok().at("hops")).hasSize(3);
    assertThat(world.login("qian.bank").get(path(trace, "")).reason()).isEqualTo("ACCESS_DENIED");
  }

  private String filed(String payee) {
    Map<String, Object> body = new HashMap<>(Reports.body(Reports.uuid(), payee));
    @SuppressWarnings("unchecked") // built a line above
    Map<String, Object> report = new HashMap<>((Map<String, Object>) body.get("report"));
    report.put("victim", Map.of("kind", "PERSON", "name", "测试受害人", "phone", CALLED));
    report.put(
        "contacts",
        List.of(
            Map.of(
                "direction", "INCOMING",
                "kind", "OVERSEAS",
                "displayed", "+000110",
                "startTime", call.toString(),
                "durationSeconds", SECONDS)));
    body.put("report", report);
    return Waiting.patiently(PATIENCE, () -> officer.post("/v1/cases", body).ok()).text("id");
  }

  private String requested(String caseId) {
    Reply asked =
        officer
            .post(
                "/v1/cases/" + caseId + ":requestTrace",
                Script.request(Map.of("contact", 1, "paperNumber", "测调证字〔2026〕1号")))
            .ok();
    String trace = asked.text("traces.0.trace");
    Waiting.until(
        "the trace is there", PATIENCE, () -> officer.get(path(trace, "")).status() == 200);
    return trace;
  }

  private void task(Person staff, String trace, int hop) {
    String subject = "traces/" + trace + "/hops/" + hop;
    Waiting.until(
        "a task for " + staff.name(),
        PATIENCE,
        () ->
            DeskTasks.on(staff, "")
                .anyMatch(task -> DeskTasks.text(task, "subject").equals(subject)));
  }

  private Reply answer(Person staff, String trace, int hop, Map<String, Object> answer) {
    return staff.post(hop(trace, hop, ":answer"), Script.request("answer", answer));
  }

  private boolean accountMeets(String caseId) {
    for (JsonNode clue : officer.get("/v1/cases/" + caseId).ok().at("clues")) {
      if (clue.path("kind").asString("").equals("CLUE_BANK_ACCOUNT")
          && clue.path("inReport").asBoolean(false)) {
        return true;
      }
    }
    return false;
  }

  private List<String> kinds(String caseId) {
    var kinds = new ArrayList<String>();
    officer
        .get("/v1/cases/" + caseId)
        .ok()
        .at("timeline")
        .forEach(entry -> kinds.add(entry.path("kind").asString("")));
    return kinds;
  }

  private static String path(String trace, String verb) {
    return "/v1/traces/" + trace + verb;
  }

  private static String hop(String trace, int hop, String verb) {
    return "/v1/traces/" + trace + "/hops/" + hop + verb;
  }
}
