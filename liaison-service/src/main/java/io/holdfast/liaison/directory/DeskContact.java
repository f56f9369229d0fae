package io.holdfast.liaison.directory;

/**
 * A desk of an institution and whom to ring when nobody sits there.
 *
 * @param phone empty where none is known
 */
public record DeskContact(Desk desk, String phone) {}
