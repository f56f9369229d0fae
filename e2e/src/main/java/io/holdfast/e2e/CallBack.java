package io.holdfast.e2e;

import static io.holdfast.e2e.Script.expect;
import static io.holdfast.e2e.Script.request;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The call of 10:00 followed back (信令倒查): it came through two provinces' exchanges, one answer is
 * disputed, and it entered at a leased-line voice gateway whose tenant pays from an account that is
 * in the case already.
 */
final class CallBack {
  /** The victim's carrier, by his number's range. */
  private static final String FIRST_CARRIER = "999300000001";

  private static final String SECOND_CARRIER = "999300000002";

  /** The circuit as the first carrier misread it, and as it was. */
  private static final int WRONG_CIC = 30;

  private static final int CIC = 31;
  private static final int LANDING_CIC = 77;

  private final Cast cast;
  private final Narrator narrator;
  private final FirstCard card;
  private final CarrierAnswers answers;
  private String trace = "";

  CallBack(Cast cast, StoryClock clock, Narrator narrator, FirstCard card) {
    this.cast = cast;
    this.narrator = narrator;
    this.card = card;
    this.answers =
        new CarrierAnswers(
            cast.officer(),
            clock.at(FirstCard.CALLED_AT),
            FirstCard.CALL_SECONDS,
            FirstCard.VICTIMS_PHONE);
  }

  void tell() {
    ask();
    firstHop();
    dispute();
    land();
    subjects();
  }

  /** The trace's id. */
  String trace() {
    return trace;
  }

  private void ask() {
    Reply asked =
        cast.officer()
            .post(
                "/v1/cases/" + card.caseId() + ":requestTrace",
                request(Map.of("contact", 1, "paperNumber", "测调证字〔2026〕1号")))
            .ok();
    trace = asked.text("traces.0.trace");
    Script.await("the trace waits for a word", () -> read(cast.unitHead()).status() == 200);
    narrator.line("officer", "asks for the call to be traced back (信令倒查)");
    Reply approved = cast.unitHead().post(path(":approve"), request()).ok();
    expect("state", "TRACING", approved.text("state"));
    narrator.line("unit head", "approves; the victim's carrier is asked first");
  }

  private void firstHop() {
    asked(cast.carrier(), 1);
    cast.carrier().post(hop(1, ":acknowledge"), request()).ok();
    cast.carrier()
        .post(hop(1, ":recordPreservation"), request("preservation", Map.of("reference", "测试留存1号")))
        .ok();
    narrator.line("first carrier", "has preserved the records (先留存)");
    answer(cast.carrier(), 1, answers.upstream(SECOND_CARRIER, WRONG_CIC, Map.of())).ok();
    narrator.line("first carrier", "it came from another province, circuit " + WRONG_CIC);
  }

  private void dispute() {
    asked(cast.secondCarrier(), 2);
    Map<String, Object> upstream =
        answers.upstream(FIRST_CARRIER, LANDING_CIC, CarrierAnswers.leg(CIC, "测试去话群"));
    expect(
        "circuits that differ are refused",
        "TRACE_ROUTE_DIFFERS",
        answer(cast.secondCarrier(), 2, upstream).reason());
    cast.secondCarrier().post(hop(1, ":dispute"), request("reason", "测试：电路号应为31")).ok();
    narrator.line("second carrier", "disputes the circuit; the first is asked again");
    answer(cast.carrier(), 1, answers.upstream(SECOND_CARRIER, CIC, Map.of())).ok();
    narrator.line("first carrier", "puts it right: circuit " + CIC);
    answer(cast.secondCarrier(), 2, upstream).ok();
    narrator.line("second carrier", "it came from the first province, by another exchange");
  }

  private void land() {
    asked(cast.carrier(), 3);
    answer(cast.carrier(), 3, answers.landing(LANDING_CIC)).ok();
    expect("state", "LANDED", read(cast.officer()).ok().text("state"));
    narrator.line("first carrier", "it entered here, at a leased-line voice gateway (落地)");
  }

  private void subjects() {
    Map<String, Object> server = Map.of("serverAddress", "192.0.2.7", "host", "测试机房");
    cast.cyberOfficer().post(path(":recordServer"), request("server", server)).ok();
    Map<String, Object> account =
        Map.of("kind", "CLUE_BANK_ACCOUNT", "value", card.payee(), "note", "租户缴费账户（测试）");
    Reply known =
        cast.cyberOfficer()
            .post(path(":recordSubjects"), request("subjects", List.of(account)))
            .ok();
    expect("state", "SUBJECTS_FOUND", known.text("state"));
    Script.await("the case knows its own account again", this::accountMeets);
    narrator.line("cyber officer", "the line's tenant pays from the case's own first card");
  }

  /** Whether the account found behind the call is marked as one the report names. */
  private boolean accountMeets() {
    for (JsonNode clue : card.caseFile(cast.officer()).at("clues")) {
      if (clue.path("kind").asString("").equals("CLUE_BANK_ACCOUNT")
          && clue.path("inReport").asBoolean(false)) {
        return true;
      }
    }
    return false;
  }

  private void asked(Person carrier, int hop) {
    Script.await(
        "hop " + hop + " is on its carrier's desk",
        () -> {
          Reply seen = read(carrier);
          return seen.status() == 200 && seen.at("hops").size() >= hop;
        });
  }

  private Reply answer(Person carrier, int hop, Map<String, Object> answer) {
    return carrier.post(hop(hop, ":answer"), request("answer", answer));
  }

  private Reply read(Person reader) {
    return reader.get(path(""));
  }

  private String path(String verb) {
    return "/v1/traces/" + trace + verb;
  }

  private String hop(int hop, String verb) {
    return path("/hops/" + hop + verb);
  }
}
