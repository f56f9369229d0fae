package io.holdfast.e2e;

import static io.holdfast.e2e.Script.expect;

import io.holdfast.e2e.driver.Reply;
import java.time.Instant;

/** The way of the call, from the victim to where it entered the network. */
final class CallPath {
  private final Reply trace;
  private final Narrator narrator;

  CallPath(Reply trace, Narrator narrator) {
    this.trace = trace;
    this.narrator = narrator;
  }

  void print() {
    narrator.heading("The call's path, from the victim back:");
    int hops = trace.at("hops").size();
    for (int i = 0; i < hops; i++) {
      String answer = inForce(trace, i);
      narrator.at(
          Instant.parse(trace.text(answer + "answerTime")),
          "hop " + (i + 1),
          "%s  %s  in: %s"
              .formatted(
                  trace.text(answer + "code"),
                  trace.text(answer + "role"),
                  leg(answer + "record.incoming.")));
    }
    expect("hops", 3, hops);
    expect("disputes", 1, trace.at("hops.0.disputes").size());
    expect("versions of the first answer", 2, trace.at("hops.0.answers").size());
    expect("where the call entered", "LANDING", trace.text("hops.2.answers.0.code"));
    expect("state", "SUBJECTS_FOUND", trace.text("state"));
  }

  /** Where the answer of a hop stands that is in force: its last. */
  static String inForce(Reply trace, int hop) {
    String answers = "hops." + hop + ".answers";
    return answers + '.' + (trace.at(answers).size() - 1) + '.';
  }

  /** A leg as exchanges name it; a leased line has a trunk group alone. */
  private String leg(String path) {
    String group = trace.text(path + "trunkGroup");
    String from = trace.text(path + "opc.as24Bit");
    return from.isEmpty()
        ? group
        : "%s, CIC %s, OPC %s, DPC %s"
            .formatted(group, trace.text(path + "cic"), from, trace.text(path + "dpc.as24Bit"));
  }
}
