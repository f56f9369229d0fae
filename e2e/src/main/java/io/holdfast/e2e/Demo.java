package io.holdfast.e2e;

import io.holdfast.e2e.driver.World;
import java.io.PrintStream;
import java.time.InstantSource;

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
    var cast = Cast.of(world);
    out.println("story time (real time)  who              what");
    narrator.at(
        storyClock.at("10:00"), "caller", "\"telephone office\": arrears of 3,600 yuan, Kunming");
    narrator.at(
        storyClock.at("11:30"), "victim", "pays 50,000 yuan at a counter to a named account");
    narrator.at(storyClock.at("11:52"), "victim", "reports at the station");
    var story = new Story(cast, storyClock, narrator);
    story.tell();
    narrator.line("auditor", "reads the orders, the case and the call back");
    new Audit(story, cast.auditor(), narrator).read();
  }
}
