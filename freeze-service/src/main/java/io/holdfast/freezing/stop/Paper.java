package io.holdfast.freezing.stop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The papers of one order: the files, and where they stand. */
public record Paper(PaperState state, List<PaperFile> files) {
  /** Most files of one order. */
  public static final int FILES_MAX = 20;

  public Paper {
    files = List.copyOf(files);
  }

  Paper with(PaperState next) {
    return new Paper(next, files);
  }

  Paper with(PaperFile file) {
    var more = new ArrayList<>(files);
    more.add(file);
    return new Paper(state, more);
  }

  /** With files of another order that it has not yet. */
  Paper with(List<PaperFile> shared) {
    Paper more = this;
    for (PaperFile file : shared) {
      if (more.files.stream().noneMatch(file::sameAs)) {
        more = more.with(file.numbered(more.files.size() + 1));
      }
    }
    return more;
  }

  /** The same as of {@code now}. */
  public Paper at(Instant now) {
    return with(state.at(now));
  }
}
