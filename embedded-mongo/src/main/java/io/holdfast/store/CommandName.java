package io.holdfast.store;

import java.util.Locale;

/** Commands are told apart without regard to case, as the engine does. */
final class CommandName {

  private CommandName() {}

  static String of(String command) {
    return command.toLowerCase(Locale.ROOT);
  }
}
