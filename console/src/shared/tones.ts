import type {Tone} from './StateTag';

/** Colours of states: green is held, blue is on its way, red wants somebody, grey is over. */
export const CASE_TONES: Readonly<Record<string, Tone>> = {
  RECEIVED: 'blue',
  REVIEW: 'amber',
  FILED: 'green',
  NOT_FILED: 'grey',
};

export const STOP_TONES: Readonly<Record<string, Tone>> = {
  ISSUED: 'amber',
  SENT: 'blue',
  ACKNOWLEDGED: 'blue',
  STOPPED: 'green',
  CONVERTED: 'green',
  MISMATCHED: 'red',
  FAILED: 'red',
  NOT_OURS: 'red',
  RECALLED: 'grey',
  RELEASED: 'grey',
  LAPSED: 'grey',
  ANNULLED: 'grey',
};

export const PAPER_TONES: Readonly<Record<string, Tone>> = {
  OWED: 'amber',
  OVERDUE: 'red',
  DELIVERED: 'blue',
  COUNTERSIGNED: 'green',
  REFUSED: 'red',
  NOT_OWED: 'grey',
};

export const TRACE_TONES: Readonly<Record<string, Tone>> = {
  REQUESTED: 'amber',
  TRACING: 'blue',
  LANDED: 'green',
  SERVER_FOUND: 'green',
  SUBJECTS_FOUND: 'green',
  DEAD_END: 'red',
};

export const PROOF_TONES: Readonly<Record<string, Tone>> = {
  NOT_PROVEN: 'amber',
  BY_CALL_CODE: 'green',
  BY_CALLBACK: 'green',
  CALLBACK_FAILED: 'red',
};

export const ADOPTION_TONES: Readonly<Record<string, Tone>> = {
  ADOPTION_AWAITED: 'amber',
  ADOPTED: 'green',
  DISOWNED: 'red',
  UNADOPTED: 'red',
};

export const LOOKUP_TONES: Readonly<Record<string, Tone>> = {
  LOOKUP_ISSUED: 'amber',
  LOOKUP_SENT: 'blue',
  LOOKUP_ACKNOWLEDGED: 'blue',
  LOOKUP_TOLD: 'green',
  LOOKUP_PASSED_ON: 'blue',
  LOOKUP_UNABLE: 'red',
  LOOKUP_RECALLED: 'grey',
};
