package io.holdfast.e2e;

import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/**
 * Tells the story against a running system and has an auditor read it back. Exit 0 only if it went
 * as told.
 */
public final class Demo {
  private Demo() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    try {
      run(World.fromEnvironment(), out, InstantSource.system());
      out.println("\nThe story went as told.");
    } catch (RuntimeException e) {
      out.println("\nThe story did NOT go as told: " + e.getMessage());
      System.exit(1);
    }
  }

  static void run(World world, PrintStream out, InstantSource clock) {
    var storyClock = new StoryClock(clock.instant());
    var narrator = new Narrator(out, storyClock, clock);
    var cast = Story.Cast.of(world);
    out.println("story time (real time)  who              what");
    narrator.at(
        storyClock.at("10:00"), "caller", "\"telephone office\": arrears of 3,600 yuan, Kunming");
    narrator.at(
        storyClock.at("11:30"), "victim", "pays 50,000 yuan at a counter to a named account");
    narrator.at(storyClock.at("11:52"), "victim", "reports at the station");
    var story = new Story(cast, storyClock, narrator);
    story.tell();
    audit(story, cast, narrator, out);
  }

  private static void audit(Story story, Story.Cast cast, Narrator narrator, PrintStream out) {
    narrator.line("auditor", "reads the order and the case back");
    Reply order = story.order(cast.auditor());
    check("amount", Story.LOSS_FEN, order.number("amountFen"));
    check("held", Story.HELD_FEN, order.number("answer.heldFen"));
    check("state", "LAPSED", order.text("state"));
    check("papers", "COUNTERSIGNED", order.text("paper.state"));
    check("papers late", "true", order.text("paper.late"));
    check("stops used", "SECOND", order.text("ordinal"));
    Reply caseFile = story.caseFile(cast.auditor());
    check("loss", Story.LOSS_FEN, caseFile.number("report.totalLossFen"));
    out.println("\nThe case's timeline, as the auditor reads it:");
    for (JsonNode entry : caseFile.at("timeline")) {
      narrator.at(
          Instant.parse(entry.path("time").asString("")), "", entry.path("kind").asString(""));
    }
  }

  private static void check(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(
          "the auditor reads " + what + " " + found + " (expected: " + expected + ")");
    }
  }
}
