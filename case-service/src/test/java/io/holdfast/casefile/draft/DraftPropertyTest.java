package io.holdfast.casefile.draft;

import static io.holdfast.casefile.draft.Drafts.edit;
import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.draft.DraftCommand.Save;
import io.holdfast.casefile.draft.DraftCommand.Settle;
import io.holdfast.casefile.draft.DraftDecision.Changed;
import io.holdfast.casefile.draft.DraftDecision.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Three people at one draft, each with a screen that may be behind: whatever they type in whatever
 * order, a text goes only by a hand that had it on its screen.
 */
class DraftPropertyTest {
  private static final int STEPS = 10_000;
  private static final List<String> PATHS = List.of("place", "narrative", "transfers[k1].amount");

  @Test
  void noTextIsLostUnseen() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    var random = new SplittableRandom(seed);
    List<Author> people = List.of(Drafts.GUO, Drafts.CHEN, Drafts.LI);
    Map<Author, Map<String, DraftField>> screens = new HashMap<>();
    people.forEach(person -> screens.put(person, new HashMap<>()));
    Draft draft = Drafts.begun();
    for (int step = 0; step < STEPS; step++) {
      Author person = people.get(random.nextInt(people.size()));
      Map<String, DraftField> screen = Objects.requireNonNull(screens.get(person));
      String path = PATHS.get(random.nextInt(PATHS.size()));
      DraftField seen = screen.get(path);
      DraftField before = draft.field(path).orElse(null);
      long version = seen == null ? 0 : seen.version();
      Edit typed = edit(path, "t" + random.nextInt(6), version);
      boolean settling = random.nextInt(4) == 0;
      Draft next =
          switch (DraftRules.decide(
              draft,
              settling ? new Settle(typed, person) : new Save(List.of(typed), person),
              NOON,
              Drafts.SWEEP)) {
            case Changed(var changed) -> changed;
            case Rejected _ -> draft;
          };
      if (before != null) {
        DraftField now = next.field(path).orElseThrow();
        Set<TypedText> gone = new HashSet<>(before.texts());
        gone.removeAll(now.texts());
        for (TypedText text : gone) {
          boolean own = text.author().equals(person);
          boolean shown = seen != null && seen.texts().contains(text);
          assertThat(own || shown).as("seed %d, step %d: %s", seed, step, text).isTrue();
        }
        assertThat(now.version()).isGreaterThanOrEqualTo(before.version());
        assertThat(now.texts()).hasSizeLessThanOrEqualTo(people.size());
      }
      draft = next;
      if (random.nextInt(3) == 0) {
        for (DraftField field : new ArrayList<>(draft.fields())) {
          screen.put(field.path(), field);
        }
      }
    }
  }
}
