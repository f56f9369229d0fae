package io.holdfast.freezing.phone;

import java.util.List;
import java.util.Optional;

/** The directory, as last told of. */
public interface Units {
  /** A police unit that is in service; empty where there is none of this id. */
  Optional<Unit> police(String id);

  /** What an institution is called; its id where the directory has none of it. */
  String name(String id);

  /** The institution itself and those above it, nearest first. */
  List<String> line(String id);
}
