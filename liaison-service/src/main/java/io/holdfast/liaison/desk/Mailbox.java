package io.holdfast.liaison.desk;

import io.holdfast.liaison.directory.Desk;

/**
 * A desk of an institution as the address of work.
 *
 * @param institution id
 */
public record Mailbox(String institution, Desk desk) {
  /** Its name in the store and in resume tokens. */
  public String id() {
    return institution + ':' + desk.name();
  }
}
