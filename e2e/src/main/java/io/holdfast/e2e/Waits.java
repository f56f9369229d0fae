package io.holdfast.e2e;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How long each side let the other wait. */
final class Waits {
  private final Map<String, String> names;
  private final Narrator narrator;
  private final List<Wait> all = new ArrayList<>();

  /** Somebody's turn, from when it was his until he had done it. */
  private record Wait(Instant since, String who, String what, Duration length) {}

  Waits(Person reader, Narrator narrator) {
    this.names = Directory.names(reader);
    this.narrator = narrator;
  }

  void ofOrder(Reply order) {
    String bank = order.text("bank");
    String station = order.text("station");
    add(bank, "to take the order in hand", order.text("sendTime"), order.text("acknowledgeTime"));
    add(
        bank,
        "to stop the account",
        order.text("acknowledgeTime"),
        order.text("answer.answerTime"));
    add(
        station,
        "to deliver the papers",
        order.text("answer.answerTime"),
        order.text("paper.deliverTime"));
    add(
        bank,
        "to sign the papers",
        order.text("paper.deliverTime"),
        order.text("paper.countersignTime"));
    add(
        bank,
        "to say that it is lifted",
        order.text("lift.startTime"),
        order.text("lift.confirmTime"));
  }

  void ofTrace(Reply trace) {
    String asked = trace.text("createTime");
    add("办案部门负责人", "to approve the trace", asked, trace.text("hops.0.openTime"));
    for (int i = 0; i < trace.at("hops").size(); i++) {
      String hop = "hops." + i + '.';
      add(
          trace.text(hop + "carrier"),
          "to find the call, hop " + (i + 1),
          trace.text(hop + "openTime"),
          trace.text(CallPath.inForce(trace, i) + "answerTime"));
    }
  }

  /**
   * Adds what has both begun and ended.
   *
   * @param who an institution's id, or words
   */
  private void add(String who, String what, String since, String until) {
    if (!since.isEmpty() && !until.isEmpty()) {
      Instant begun = Instant.parse(since);
      Duration length = Duration.between(begun, Instant.parse(until));
      all.add(new Wait(begun, names.getOrDefault(who, who), what, length));
    }
  }

  void print() {
    narrator.heading("How long each side was waited for:");
    all.sort(Comparator.comparing(Wait::since));
    for (Wait wait : all) {
      narrator.at(
          wait.since(),
          "%.1f s".formatted(wait.length().toMillis() / 1e3),
          wait.what() + " (" + wait.who() + ')');
    }
  }
}
