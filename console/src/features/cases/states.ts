export const CASE_STATES = ['RECEIVED', 'REVIEW', 'FILED', 'NOT_FILED'] as const;

/** Colours of states: green is held, blue is on its way, red wants somebody, grey is over. */
export const CASE_TONES: Readonly<Record<string, string>> = {RECEIVED: 'blue', REVIEW: 'gold', FILED: 'green', NOT_FILED: 'default'};

export const STOP_TONES: Readonly<Record<string, string>> = {
  ISSUED: 'gold', SENT: 'blue', ACKNOWLEDGED: 'blue', STOPPED: 'green', CONVERTED: 'green', MISMATCHED: 'red', FAILED: 'red',
  NOT_OURS: 'red', RECALLED: 'default', RELEASED: 'default', LAPSED: 'default',
};

export const PAPER_TONES: Readonly<Record<string, string>> = {
  OWED: 'gold', OVERDUE: 'red', DELIVERED: 'blue', COUNTERSIGNED: 'green', REFUSED: 'red', NOT_OWED: 'default',
};
