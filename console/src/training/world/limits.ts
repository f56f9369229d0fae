/** The limits by which this world's clocks run: those of the real policy (policy/cn-2026.yaml), and `basis` in the texts tells their articles. */
export interface Limit {
  readonly milliseconds: number;
  readonly warnBefore: number;
}

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const LIMITS = {
  stop: {
    milliseconds: 48 * HOUR,
    warnBefore: 4 * HOUR,
  },
  paper: {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
  },
  countersign: {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
  },
  acknowledge: {
    milliseconds: 5 * MINUTE,
    warnBefore: 2 * MINUTE,
  },
  lift: {
    milliseconds: 2 * HOUR,
    warnBefore: 30 * MINUTE,
  },
  'filing-decision': {
    milliseconds: 72 * HOUR,
    warnBefore: 24 * HOUR,
  },
  'trace-acknowledge': {
    milliseconds: HOUR,
    warnBefore: 15 * MINUTE,
  },
  'trace-preserve': {
    milliseconds: 2 * HOUR,
    warnBefore: 30 * MINUTE,
  },
  'trace-hop': {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
