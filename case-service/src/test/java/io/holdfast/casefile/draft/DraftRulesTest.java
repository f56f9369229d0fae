package io.holdfast.casefile.draft;

import static io.holdfast.casefile.draft.Drafts.CHEN;
import static io.holdfast.casefile.draft.Drafts.GUO;
import static io.holdfast.casefile.draft.Drafts.LI;
import static io.holdfast.casefile.draft.Drafts.STATION;
import static io.holdfast.casefile.draft.Drafts.SWEEP;
import static io.holdfast.casefile.draft.Drafts.after;
import static io.holdfast.casefile.draft.Drafts.begun;
import static io.holdfast.casefile.draft.Drafts.edit;
import static io.holdfast.casefile.draft.Drafts.save;
import static io.holdfast.casefile.draft.Drafts.texts;
import static io.holdfast.casefile.draft.Drafts.typed;
import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.draft.DraftCommand.Adopt;
import io.holdfast.casefile.draft.DraftCommand.Discard;
import io.holdfast.casefile.draft.DraftCommand.File;
import io.holdfast.casefile.draft.DraftCommand.Offer;
import io.holdfast.casefile.draft.DraftCommand.OpenCase;
import io.holdfast.casefile.draft.DraftCommand.Settle;
import io.holdfast.casefile.draft.DraftDecision.Part;
import io.holdfast.casefile.draft.DraftDecision.Refused;
import io.holdfast.casefile.draft.DraftDecision.Rejected;
import io.holdfast.casefile.draft.DraftState.Name;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftRulesTest {
  private static final String TABLE =
      """
               | OPEN        | CASE_OPENED | FILED | DISCARDED | SWEPT
      Save     | OPEN        | CASE_OPENED | -     | -         | -
      Settle   | OPEN        | CASE_OPENED | -     | -         | -
      Offer    | OPEN        | -           | -     | -         | -
      Adopt    | OPEN        | CASE_OPENED | -     | -         | -
      OpenCase | CASE_OPENED | CASE_OPENED | FILED | DISCARDED | SWEPT
      File     | FILED       | FILED       | FILED | -         | -
      Discard  | DISCARDED   | DISCARDED   | -     | -         | -
      """;

  @Test
  void everyCommandInEveryStateDoesWhatTheTableSays() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Class<?> type : DraftCommand.class.getPermittedSubclasses()) {
      found.put(
          type.getSimpleName(),
          Arrays.stream(Name.values()).map(state -> outcome(type.getSimpleName(), state)).toList());
    }
    assertThat(found).isEqualTo(table());
  }

  @Test
  void differentFieldsMerge() {
    Draft draft = after(begun(), save(GUO, "place", "测试路", 0), save(CHEN, "narrative", "测试", 0));
    assertThat(texts(draft, "place")).containsExactly("测试路");
    assertThat(texts(draft, "narrative")).containsExactly("测试");
    assertThat(draft.edits()).isEqualTo(2);
  }

  @Test
  void whoSawATextMayReplaceIt() {
    Draft draft = after(typed("place", "a"), save(CHEN, "place", "b", 1));
    assertThat(texts(draft, "place")).containsExactly("b");
    assertThat(draft.field("place").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void whoDidNotSeeItStandsBesideIt() {
    Draft draft = after(typed("place", "a"), save(CHEN, "place", "b", 0));
    DraftField field = draft.field("place").orElseThrow();
    assertThat(texts(draft, "place")).containsExactly("a", "b");
    assertThat(field.unsettled()).isTrue();
    assertThat(field.text()).isEmpty();
    assertThat(field.texts())
        .extracting(text -> text.author().subject())
        .containsExactly("sub-guo", "sub-chen");

    Draft typedOn = after(draft, save(GUO, "place", "aa", 2), save(CHEN, "place", "bb", 1));
    assertThat(texts(typedOn, "place")).containsExactly("aa", "bb");
  }

  @Test
  void theSameTextIsNoConflict() {
    Draft draft = typed("place", "a");
    assertThat(after(draft, save(CHEN, "place", "a", 0)).fields()).isEqualTo(draft.fields());
  }

  @Test
  void ownTextsOvertakeEachOtherWithoutConflict() {
    Draft draft =
        after(
            begun(),
            save(GUO, "place", "a", 0),
            save(GUO, "place", "ab", 0),
            save(GUO, "place", "abc", 0));
    assertThat(texts(draft, "place")).containsExactly("abc");
    Draft others = after(draft, save(CHEN, "place", "x", 3), save(GUO, "place", "abcd", 2));
    assertThat(texts(others, "place")).containsExactly("x", "abcd");
  }

  @Test
  void aConflictIsSettledByWhoeverSawIt() {
    Draft draft = after(typed("place", "a"), save(CHEN, "place", "b", 0));
    assertThat(refused(draft, new Settle(edit("place", "a", 1), LI)))
        .isEqualTo(new Refused.FieldMoved("place", 2));
    assertThat(refused(draft, new Settle(edit("narrative", "a", 1), LI)))
        .isEqualTo(new Refused.FieldMoved("narrative", 0));
    Draft settled = after(draft, new Settle(edit("place", "a", 2), LI));
    assertThat(texts(settled, "place")).containsExactly("a");
    assertThat(texts(after(settled, save(CHEN, "place", "bc", 2)), "place"))
        .containsExactly("a", "bc");
  }

  @Test
  void textsAndFieldsAreBounded() {
    Draft draft = typed("place", "0");
    for (int i = 1; i < DraftField.TEXTS_MAX; i++) {
      draft = after(draft, save(author(i), "place", "t" + i, 0));
    }
    assertThat(refused(draft, save(author(9), "place", "t9", 0)))
        .isEqualTo(new Refused.Full(Part.TEXTS, DraftField.TEXTS_MAX));
    List<Edit> many =
        IntStream.rangeClosed(0, Draft.FIELDS_MAX)
            .mapToObj(i -> edit("transfers[k" + i + "].amount", "1", 0))
            .toList();
    assertThat(refused(begun(), new DraftCommand.Save(many, GUO)))
        .isEqualTo(new Refused.Full(Part.FIELDS, Draft.FIELDS_MAX));
  }

  @Test
  void whoSavedWithinTheMinuteIsAtIt() {
    Draft draft = typed("place", "a");
    Instant later = NOON.plus(Draft.AT_IT);
    assertThat(draft.others("sub-chen", later.minusMillis(1)))
        .extracting(touch -> touch.author().subject())
        .containsExactly("sub-guo");
    assertThat(draft.others("sub-chen", later)).isEmpty();
    assertThat(draft.others("sub-guo", NOON)).isEmpty();
  }

  @Test
  void whatLiesTooLongIsGoneAtTheInstantAndNotBefore() {
    Draft draft = typed("place", "a");
    assertThat(draft.at(SWEEP.minusMillis(1))).isEqualTo(draft);
    Draft swept = draft.at(SWEEP);
    assertThat(swept.state()).isEqualTo(new DraftState.Swept(SWEEP));
    assertThat(swept.fields()).isEmpty();
    assertThat(swept.sweepTime()).isNull();

    Draft saved = after(draft, save(GUO, "place", "ab", 1), SWEEP.minusMillis(1));
    assertThat(saved.at(SWEEP)).isEqualTo(saved);
    Draft opened = after(draft, new OpenCase("case"));
    assertThat(opened.at(SWEEP.plus(Duration.ofDays(999)))).isEqualTo(opened);
  }

  @Test
  void whatWasGivenUpCanBeReadUntilItIsSwept() {
    Draft given = in(Name.DISCARDED);
    assertThat(given.at(SWEEP.minusMillis(1)).fields()).isNotEmpty();
    assertThat(given.at(SWEEP).fields()).isEmpty();
    assertThat(given.at(SWEEP).state()).isEqualTo(given.state());
  }

  @Test
  void onlyTheStationAskedAdopts() {
    Draft offered = after(begun(), new Offer("station"));
    assertThat(refused(begun(), new Adopt(STATION))).isEqualTo(new Refused.NotOffered());
    assertThat(refused(offered, new Adopt(new Unit("other", List.of(), "999002"))))
        .isEqualTo(new Refused.NotOffered());
    assertThat(offered.readers()).containsExactly("centre", "station");
    Draft adopted = after(offered, new Adopt(STATION));
    assertThat(adopted.unit()).isEqualTo(STATION);
    assertThat(adopted.begunBy()).isEqualTo("centre");
    assertThat(adopted.readers()).containsExactly("station", "county", "centre");
    assertThat(after(offered, new Offer("centre")).offeredTo()).isEmpty();
  }

  @Test
  void whatWasTypedWhileFilingKeepsItOpen() {
    Draft draft = typed("place", "a");
    Draft moved = after(draft, save(CHEN, "place", "b", 1));
    assertThat(after(moved, new File("case", draft.edits()))).isEqualTo(moved);
  }

  static Draft in(Name state) {
    Draft open = after(typed("place", "a"), new Offer("station"));
    return switch (state) {
      case OPEN -> open;
      case CASE_OPENED -> after(open, new OpenCase("case"));
      case FILED -> after(open, new File("case", open.edits()));
      case DISCARDED ->
          after(open, new Discard("", "sub-guo", Personal.of(Personal.Kind.TEXT, "测试：误报")));
      case SWEPT -> open.at(SWEEP);
    };
  }

  private static DraftCommand command(String name, Draft draft) {
    List<DraftCommand> all =
        List.of(
            save(GUO, "place", "b", 1),
            new Settle(edit("place", "b", 1), GUO),
            new Offer("other"),
            new Adopt(STATION),
            new OpenCase("case"),
            new File("case", draft.edits()),
            new Discard("", "sub-guo", Personal.of(Personal.Kind.TEXT, "测试")));
    return all.stream()
        .filter(command -> command.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String outcome(String name, Name state) {
    Draft draft = in(state);
    return switch (DraftRules.decide(draft, command(name, draft), NOON, SWEEP)) {
      case DraftDecision.Changed(var next) -> next.state().name().name();
      case Rejected(Refused.WrongState(var was, var allowed)) -> {
        assertThat(was).isEqualTo(state);
        assertThat(allowed).doesNotContain(state);
        yield "-";
      }
      case Rejected(var other) -> throw new AssertionError("rejected otherwise: " + other);
    };
  }

  private static Refused refused(Draft draft, DraftCommand command) {
    return switch (DraftRules.decide(draft, command, NOON, SWEEP)) {
      case DraftDecision.Changed(var next) -> throw new AssertionError("accepted: " + next);
      case Rejected(var why) -> why;
    };
  }

  private static Author author(int number) {
    return new Author("sub-" + number, Personal.of(Personal.Kind.NAME, "测试"), "station");
  }

  private static Map<String, List<String>> table() {
    List<String> lines = new ArrayList<>(TABLE.lines().toList());
    lines.removeFirst();
    return lines.stream()
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .collect(
            Collectors.toMap(
                List::getFirst,
                cells -> cells.subList(1, cells.size()),
                (a, _) -> a,
                LinkedHashMap::new));
  }
}
