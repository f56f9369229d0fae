package io.holdfast.liaison.officer;

/**
 * What may be asked of an officer's record, by an administrator or by the answer of the identity
 * provider.
 */
public sealed interface OfficerCommand {
  /** The provider knows him now. */
  record ConfirmProvisioned() implements OfficerCommand {}

  /** An administrator locks him out. */
  record Disable(String reason) implements OfficerCommand {}

  /** His institution takes part no more. */
  record Suspend(String reason) implements OfficerCommand {}

  /** His institution takes part again. */
  record Resume() implements OfficerCommand {}

  /** The provider has locked him and ended his sessions. */
  record ConfirmDisabled() implements OfficerCommand {}

  /** The provider did not do what it was asked; it is asked again later. */
  record PutOff() implements OfficerCommand {}
}
