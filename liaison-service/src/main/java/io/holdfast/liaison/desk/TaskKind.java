package io.holdfast.liaison.desk;

/** What is to be done. */
public enum TaskKind {
  /** A stop order to acknowledge and answer. */
  ANSWER_STOP,
  /** A second stop to answer. */
  ANSWER_EXTENSION,
  /** Papers to deliver to the bank. */
  DELIVER_PAPER,
  /** Delivered papers to countersign or refuse. */
  COUNTERSIGN_PAPER,
  /** An order without a bank: choose it. */
  ROUTE_STOP,
  /** A stop that ends soon: extend, convert or let go. */
  STOP_ENDING,
  /** A case to file or refuse. */
  DECIDE_FILING,
  /** A hold that has ended: confirm that it is really lifted. */
  CONFIRM_LIFT,
  /** Money followed beyond the policy's bounds: decide whether to go on. */
  DECIDE_LAYER,
  /** A field that differed: put it right and send again, or let go. */
  MEND_STOP,
  /** A trace to approve or decline. */
  APPROVE_TRACE,
  /** A hop to acknowledge, preserve for and answer. */
  ANSWER_HOP,
  /** A hop nobody is known for: name the carrier. */
  ROUTE_HOP,
  /** A paper a carrier cannot act on: renew it. */
  RENEW_TRACE_PAPER,
  /** A hop overdue beyond its grace. */
  ESCALATED_HOP,
  /** A landed call: find server and users. */
  FIND_SUBJECTS,
  /** A case whose clock ends or has ended: enter the account, or send it for review. */
  MOVE_CASE,
  /** A refusal to file: give the reporter the notice. */
  SERVE_NOTICE,
  /** To take note of: the bank could not carry out the order. */
  STOP_FAILED,
  /** To take note of: the order was withdrawn, the account's stops being used up. */
  STOP_WITHDRAWN,
  /** To take note of: the bank refused the second stop. */
  EXTENSION_REFUSED,
  /** An order lies where nobody is: ring the desk. */
  RING_DESK,
  /** An order that was not taken in hand in time: ring, and see to it. */
  CHASE_STOP,
  /** An urgent lookup to acknowledge and answer. */
  ANSWER_LOOKUP,
  /** An urgent lookup without anybody to ask: name the institution. */
  ROUTE_LOOKUP,
  /** An urgent lookup that was not answered, or waits for an officer: see to it. */
  MEND_LOOKUP,
  /** A stop born at a bank that names the station: adopt or disown it. */
  ADOPT_STOP,
  /** Such a stop that nobody stands behind: see to it. */
  UNADOPTED_STOP,
  /** Wrong one-time codes at a bank. */
  WRONG_CALL_CODES,
  /** A shared stop whose release is wanted: keep it or let it go. */
  GIVE_WORD;

  /** Whether one subject may have it on several desks of one institution. */
  boolean onSeveralDesks() {
    return switch (this) {
      case RING_DESK, CHASE_STOP, MOVE_CASE, UNADOPTED_STOP, WRONG_CALL_CODES -> true;
      case ANSWER_STOP,
          ANSWER_EXTENSION,
          DELIVER_PAPER,
          COUNTERSIGN_PAPER,
          ROUTE_STOP,
          STOP_ENDING,
          DECIDE_FILING,
          CONFIRM_LIFT,
          DECIDE_LAYER,
          MEND_STOP,
          APPROVE_TRACE,
          ANSWER_HOP,
          ROUTE_HOP,
          RENEW_TRACE_PAPER,
          ESCALATED_HOP,
          FIND_SUBJECTS,
          ANSWER_LOOKUP,
          ROUTE_LOOKUP,
          MEND_LOOKUP,
          SERVE_NOTICE,
          STOP_FAILED,
          STOP_WITHDRAWN,
          EXTENSION_REFUSED,
          ADOPT_STOP,
          GIVE_WORD ->
          false;
    };
  }

  /** Whether it is done once somebody has taken note: there is nothing to act on. */
  public boolean toNote() {
    return switch (this) {
      case STOP_FAILED, STOP_WITHDRAWN, EXTENSION_REFUSED -> true;
      case ANSWER_STOP,
          ANSWER_EXTENSION,
          DELIVER_PAPER,
          COUNTERSIGN_PAPER,
          ROUTE_STOP,
          STOP_ENDING,
          DECIDE_FILING,
          CONFIRM_LIFT,
          DECIDE_LAYER,
          MEND_STOP,
          APPROVE_TRACE,
          ANSWER_HOP,
          ROUTE_HOP,
          RENEW_TRACE_PAPER,
          ESCALATED_HOP,
          FIND_SUBJECTS,
          MOVE_CASE,
          SERVE_NOTICE,
          ANSWER_LOOKUP,
          ROUTE_LOOKUP,
          MEND_LOOKUP,
          RING_DESK,
          CHASE_STOP,
          ADOPT_STOP,
          UNADOPTED_STOP,
          WRONG_CALL_CODES,
          GIVE_WORD ->
          false;
    };
  }
}
