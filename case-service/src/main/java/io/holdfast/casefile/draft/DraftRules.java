package io.holdfast.casefile.draft;

import io.holdfast.casefile.draft.DraftCommand.Adopt;
import io.holdfast.casefile.draft.DraftCommand.Discard;
import io.holdfast.casefile.draft.DraftCommand.File;
import io.holdfast.casefile.draft.DraftCommand.Offer;
import io.holdfast.casefile.draft.DraftCommand.OpenCase;
import io.holdfast.casefile.draft.DraftCommand.Save;
import io.holdfast.casefile.draft.DraftCommand.Settle;
import io.holdfast.casefile.draft.DraftDecision.Changed;
import io.holdfast.casefile.draft.DraftDecision.Part;
import io.holdfast.casefile.draft.DraftDecision.Refused;
import io.holdfast.casefile.draft.DraftDecision.Rejected;
import io.holdfast.casefile.draft.DraftState.CaseOpened;
import io.holdfast.casefile.draft.DraftState.Discarded;
import io.holdfast.casefile.draft.DraftState.Filed;
import io.holdfast.casefile.draft.DraftState.Name;
import io.holdfast.casefile.draft.DraftState.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a draft lives. Pure: no clock, no I/O. */
public final class DraftRules {
  private DraftRules() {}

  /**
   * What becomes of {@code command} at {@code now}.
   *
   * @param keptUntil when a draft last touched now is swept
   */
  public static DraftDecision decide(
      Draft stored, DraftCommand command, Instant now, Instant keptUntil) {
    Draft draft = stored.at(now);
    Set<Name> allowed = allowed(command);
    if (!allowed.contains(draft.state().name())) {
      return new Rejected(new Refused.WrongState(draft.state().name(), allowed));
    }
    return switch (command) {
      case Save save -> save(draft, save, now, keptUntil);
      case Settle settle -> settle(draft, settle, now, keptUntil);
      case Offer(var station) ->
          new Changed(draft.offeredTo(station.equals(draft.unit().id()) ? "" : station));
      case Adopt(var station) ->
          station.id().equals(draft.offeredTo())
              ? new Changed(draft.adoptedBy(station))
              : new Rejected(new Refused.NotOffered());
      case OpenCase(var caseId) ->
          new Changed(
              draft.state() instanceof Open ? draft.in(new CaseOpened(caseId, now), null) : draft);
      case File(var caseId, var edits) ->
          new Changed(
              draft.state().name().live() && edits == draft.edits()
                  ? draft.in(new Filed(caseId, now), null)
                  : draft);
      case Discard(var caseId, var by, var reason) ->
          new Changed(draft.in(new Discarded(caseId, by, now, reason), keptUntil));
    };
  }

  /** The states in which a command may be carried out. */
  public static Set<Name> allowed(DraftCommand command) {
    return switch (command) {
      case Save _, Settle _, Adopt _, Discard _ -> EnumSet.of(Name.OPEN, Name.CASE_OPENED);
      // Of two who finish it at once the second finds it done.
      case File _ -> EnumSet.of(Name.OPEN, Name.CASE_OPENED, Name.FILED);
      // The stops are out by then, whatever became of the draft in the same moment.
      case OpenCase _ -> EnumSet.allOf(Name.class);
      // A case belongs to its station; its draft goes nowhere else.
      case Offer _ -> EnumSet.of(Name.OPEN);
    };
  }

  private static DraftDecision save(Draft draft, Save save, Instant now, Instant keptUntil) {
    Map<String, DraftField> fields = byPath(draft);
    for (Edit edit : save.edits()) {
      DraftField before = fields.get(edit.path());
      if (before != null) {
        fields.put(edit.path(), before.edited(edit.text(), save.author(), edit.seenVersion(), now));
      } else if (!edit.text().isEmpty()) {
        var typed = new TypedText(edit.text(), save.author(), now);
        fields.put(edit.path(), DraftField.of(edit.path(), typed));
      }
    }
    return saved(draft, fields, save.author(), now, keptUntil);
  }

  private static DraftDecision settle(Draft draft, Settle settle, Instant now, Instant keptUntil) {
    Edit choice = settle.choice();
    Map<String, DraftField> fields = byPath(draft);
    DraftField before = fields.get(choice.path());
    if (before == null || before.version() != choice.seenVersion()) {
      return new Rejected(
          new Refused.FieldMoved(choice.path(), before == null ? 0 : before.version()));
    }
    fields.put(choice.path(), before.settled(choice.text(), settle.author(), now));
    return saved(draft, fields, settle.author(), now, keptUntil);
  }

  private static DraftDecision saved(
      Draft draft, Map<String, DraftField> fields, Author author, Instant now, Instant keptUntil) {
    if (fields.size() > Draft.FIELDS_MAX) {
      return new Rejected(new Refused.Full(Part.FIELDS, Draft.FIELDS_MAX));
    }
    if (fields.values().stream().anyMatch(field -> field.texts().size() > DraftField.TEXTS_MAX)) {
      return new Rejected(new Refused.Full(Part.TEXTS, DraftField.TEXTS_MAX));
    }
    return new Changed(
        draft.with(
            List.copyOf(fields.values()),
            touched(draft, author, now),
            now,
            draft.sweepTime() == null ? null : keptUntil));
  }

  private static Map<String, DraftField> byPath(Draft draft) {
    Map<String, DraftField> fields = new LinkedHashMap<>();
    draft.fields().forEach(field -> fields.put(field.path(), field));
    return fields;
  }

  private static List<Touch> touched(Draft draft, Author author, Instant now) {
    var touches = new ArrayList<Touch>();
    touches.add(new Touch(author, now));
    draft.touches().stream()
        .filter(touch -> !touch.author().subject().equals(author.subject()))
        .limit(Draft.TOUCHES_MAX - 1L)
        .forEach(touches::add);
    return touches;
  }
}
