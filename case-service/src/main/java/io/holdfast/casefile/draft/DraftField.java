package io.holdfast.casefile.draft;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One field of a draft and what stands in it.
 *
 * @param path which field, as {@link DraftPath} reads it
 * @param version rises with every change, from 1
 * @param runStart the version that stood before the last author began: what he has typed since, he
 *     has seen, even where his screen did not get the answer yet
 * @param texts one; or several by different people, until somebody chooses
 */
public record DraftField(String path, long version, long runStart, List<TypedText> texts) {
  /** Most texts that stand beside each other. */
  public static final int TEXTS_MAX = 4;

  public DraftField {
    texts = List.copyOf(texts);
  }

  static DraftField of(String path, TypedText text) {
    return new DraftField(path, 1, 0, List.of(text));
  }

  /** Whether somebody has to choose. */
  public boolean unsettled() {
    return texts.size() > 1;
  }

  /** The one text; empty while several stand. */
  public Optional<TypedText> text() {
    return unsettled() ? Optional.empty() : Optional.of(texts.getFirst());
  }

  /**
   * The field after an edit by somebody who saw {@code seen}. A text he has not seen stays, beside
   * his own; his own earlier one is replaced.
   */
  DraftField edited(Personal text, Author author, long seen, Instant time) {
    TypedText last = texts.getFirst();
    if (!unsettled() && last.text().equals(text)) {
      return this;
    }
    boolean own = last.author().subject().equals(author.subject());
    var typed = new TypedText(text, author, time);
    if (!unsettled() && (seen >= version || own && seen >= runStart)) {
      return new DraftField(path, version + 1, own ? runStart : version, List.of(typed));
    }
    var all = new ArrayList<TypedText>();
    boolean replaced = false;
    for (TypedText one : texts) {
      boolean his = one.author().subject().equals(author.subject());
      if (his && one.text().equals(text)) {
        return this;
      }
      all.add(his ? typed : one);
      replaced |= his;
    }
    if (!replaced) {
      all.add(typed);
    }
    return new DraftField(path, version + 1, version, all);
  }

  /** The field once {@code text} is chosen. */
  DraftField settled(Personal text, Author author, Instant time) {
    return new DraftField(path, version + 1, version, List.of(new TypedText(text, author, time)));
  }
}
