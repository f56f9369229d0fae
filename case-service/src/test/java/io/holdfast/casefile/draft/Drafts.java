package io.holdfast.casefile.draft;

import static io.holdfast.casefile.report.Reports.NOON;

import io.holdfast.casefile.draft.DraftDecision.Changed;
import io.holdfast.casefile.draft.DraftDecision.Rejected;
import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Synthetic drafts (测试) for tests. */
public final class Drafts {
  public static final Instant SWEEP = NOON.plus(Duration.ofDays(30));
  public static final Unit CENTRE = new Unit("centre", List.of(), "999001");
  public static final Unit STATION = new Unit("station", List.of("county"), "999001");
  public static final Author GUO = author("guo");
  public static final Author CHEN = author("chen");
  public static final Author LI = author("li");

  private Drafts() {}

  public static Draft begun() {
    return Draft.begun(CENTRE, "", NOON, SWEEP);
  }

  /** A draft with these texts, as path and text in turn, typed by one person at noon. */
  public static Draft typed(String... pathsAndTexts) {
    Draft draft = begun();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      draft = after(draft, save(GUO, pathsAndTexts[i], pathsAndTexts[i + 1], 0));
    }
    return draft;
  }

  public static DraftCommand.Save save(Author author, String path, String text, long seen) {
    return new DraftCommand.Save(List.of(edit(path, text, seen)), author);
  }

  public static Edit edit(String path, String text, long seen) {
    return new Edit(path, Personal.of(Kind.TEXT, text), seen);
  }

  public static Draft after(Draft draft, DraftCommand... commands) {
    return Arrays.stream(commands)
        .reduce(draft, (before, command) -> after(before, command, NOON), (a, _) -> a);
  }

  public static Draft after(Draft draft, DraftCommand command, Instant now) {
    return switch (DraftRules.decide(draft, command, now, now.plus(Duration.ofDays(30)))) {
      case Changed(var next) -> next;
      case Rejected(var why) -> throw new AssertionError("rejected: " + why);
    };
  }

  public static List<String> texts(Draft draft, String path) {
    return draft.field(path).orElseThrow().texts().stream()
        .map(text -> text.text().reveal())
        .toList();
  }

  private static Author author(String name) {
    return new Author("sub-" + name, Personal.of(Kind.NAME, "测试" + name), "station");
  }
}
