package io.holdfast.casefile.casefile;

/** What the case knows of the state of one of its stop orders. */
public enum OrderState {
  /** Asked for; no word has come back yet. */
  ASKED(true),
  ISSUED(true),
  SENT(true),
  ACKNOWLEDGED(true),
  STOPPED(true),
  MISMATCHED(false),
  FAILED(false),
  /** Another bank may still be given it. */
  NOT_OURS(true),
  RECALLED(false),
  /** Taken back by the rules: the account's stops were used up, or the case had an order there. */
  ANNULLED(false),
  RELEASED(false),
  LAPSED(false),
  /** A freeze has taken its place, so the account is held. */
  CONVERTED(true);

  private final boolean alive;

  OrderState(boolean alive) {
    this.alive = alive;
  }

  /** Whether it stands against its account or may still come to. */
  public boolean alive() {
    return alive;
  }
}
