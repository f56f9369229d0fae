package io.holdfast.e2e;

import static io.holdfast.e2e.Script.expect;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an auditor reads back when the story is over, printed and held against what was told. */
final class Audit {
  private static final String WARNED = "CLOCK_WARNED:";
  private static final String MISSED = "CLOCK_MISSED:";

  private final Story story;
  private final Person auditor;
  private final Narrator narrator;

  Audit(Story story, Person auditor, Narrator narrator) {
    this.story = story;
    this.auditor = auditor;
    this.narrator = narrator;
  }

  void read() {
    order();
    joined();
    Script.await("the case has heard of every end", this::allTold);
    Reply caseFile = story.card().caseFile(auditor);
    expect("loss", FirstCard.LOSS_FEN, caseFile.number("report.totalLossFen"));
    timeline(caseFile);
    clocks(caseFile);
    Reply trace = auditor.get("/v1/traces/" + story.trace()).ok();
    var waits = new Waits(auditor, narrator);
    for (String order : story.orders()) {
      waits.ofOrder(auditor.get("/v1/stopOrders/" + order).ok());
    }
    waits.ofTrace(trace);
    waits.print();
    new CallPath(trace, narrator).print();
  }

  private void order() {
    Reply order = story.card().order(auditor);
    expect("amount", FirstCard.LOSS_FEN, order.number("amountFen"));
    expect("held", FirstCard.HELD_FEN, order.number("answer.heldFen"));
    expect("state", "LAPSED", order.text("state"));
    expect("the answer before", "MISMATCHED", order.text("earlierAnswers.0.state"));
    expect("papers", "COUNTERSIGNED", order.text("paper.state"));
    expect("papers late", "true", order.text("paper.late"));
    expect("stops used", "SECOND", order.text("ordinal"));
  }

  private void joined() {
    Reply second = auditor.get("/v1/stopOrders/" + story.secondVictim().order()).ok();
    expect("second victim's loss", SecondVictim.LOSS_FEN, second.number("amountFen"));
    expect("joined", "COUNT_JOINED", second.text("countState"));
    expect("state", "LAPSED", second.text("state"));
  }

  private boolean allTold() {
    List<String> kinds = new ArrayList<>();
    story.card().caseFile(auditor).at("timeline").forEach(entry -> kinds.add(kind(entry)));
    return Collections.frequency(kinds, "STOP_LAPSED") == story.orders().size()
        && kinds.contains("LIFT_CONFIRMED_BY_BANK");
  }

  private void timeline(Reply caseFile) {
    narrator.heading("The case's timeline, as the auditor reads it:");
    for (JsonNode entry : caseFile.at("timeline")) {
      if (!kind(entry).startsWith("CLOCK_")) {
        narrator.at(time(entry), "", kind(entry));
      }
    }
  }

  private void clocks(Reply caseFile) {
    narrator.heading("Every clock that fired:");
    List<String> fired = new ArrayList<>();
    for (JsonNode entry : caseFile.at("timeline")) {
      if (kind(entry).startsWith("CLOCK_")) {
        fired.add(kind(entry) + ' ' + entry.path("stopOrder").asString(""));
        narrator.at(time(entry), about(entry), said(kind(entry)));
      }
    }
    for (String order : story.orders()) {
      Reply read = auditor.get("/v1/stopOrders/" + order).ok();
      for (JsonNode clock : read.at("clocks")) {
        String name = clock.path("name").asString("");
        // The end of a stop is told as such: it has lapsed.
        if (!name.equals("stop")) {
          boolean missed = clock.path("state").asString("").equals("MISSED");
          long times = Collections.frequency(fired, MISSED + name + ' ' + order);
          expect("times that " + name + " was told as missed", missed ? 1L : 0L, times);
        }
      }
    }
    expect(
        "papers of the first order were late",
        true,
        fired.contains(MISSED + "paper " + story.card().orderId()));
  }

  private String about(JsonNode entry) {
    String order = entry.path("stopOrder").asString("");
    return order.isEmpty() ? "case" : "order " + (story.orders().indexOf(order) + 1);
  }

  private static String said(String kind) {
    return kind.startsWith(WARNED)
        ? "warned of: " + kind.substring(WARNED.length())
        : "missed: " + kind.substring(MISSED.length());
  }

  private static String kind(JsonNode entry) {
    return entry.path("kind").asString("");
  }

  private static Instant time(JsonNode entry) {
    return Instant.parse(entry.path("time").asString(""));
  }
}
