import {type CallRecord, type Hop, type RouteLeg, type Trace, answerIn, recordBefore} from './trace';

/** What of an answer can be held against the call and the hop before. */
export type Checked = 'called' | 'start' | 'duration' | 'cic' | 'opc' | 'dpc' | 'loop';

/** How one of them stands beside what is expected. The service decides; this is shown while one types. */
export interface Finding {
  /** Null where only the service can say. */
  agrees: boolean | null;
  /** What was expected, or how far off it is. */
  expected: string | number;
}

export type Findings = Partial<Record<Checked, Finding>>;

const DIGITS_MIN = 7;
const DIGITS_MAX = 11;

/** Each thing that can be compared; what one side does not tell is left out. */
export function check(trace: Trace, hop: Hop, record: CallRecord): Findings {
  const before = recordBefore(trace, hop);
  return present({
    called: calledNumber(trace.calledNumber ?? '', record),
    start: start(trace, record),
    duration: duration(before?.durationSeconds || trace.durationSeconds || 0, record.durationSeconds ?? 0),
    ...legs(before?.incoming, record.outgoing),
    loop: loop(trace, hop, record.incoming?.trunkGroup ?? ''),
  });
}

function present(all: Partial<Record<Checked, Finding | undefined>>): Findings {
  return Object.fromEntries(Object.entries(all).filter(([, finding]) => finding !== undefined));
}

/** Exchanges write a number with and without country and area: the last digits decide. A forwarded call was first for another. */
function calledNumber(asked: string, record: CallRecord): Finding | undefined {
  const [wanted, called] = [national(asked), national(record.calledNumber ?? '')];
  if (wanted.length < DIGITS_MIN || called === '') return undefined;
  const agrees = sameNumber(wanted, called) || sameNumber(wanted, national(record.redirectingNumber ?? ''));
  return {agrees, expected: asked};
}

function sameNumber(one: string, other: string): boolean {
  const length = Math.min(DIGITS_MAX, one.length, other.length);
  return length >= DIGITS_MIN && one.slice(-length) === other.slice(-length);
}

/** The digits without 00, 86 and trunk zeros in front. */
function national(number: string): string {
  const digits = number.replace(/[^0-9]/g, '').replace(/^0+/, '');
  return (digits.length >= DIGITS_MAX && digits.startsWith('86') ? digits.slice(2) : digits).replace(/^0+/, '');
}

/** The start by the true time, within the tolerance; how far off it is, seconds. */
function start(trace: Trace, record: CallRecord): Finding | undefined {
  const told = Date.parse(record.startTime ?? '') - (record.clockOffsetSeconds ?? 0) * 1000;
  const off = Math.round((told - Date.parse(trace.startTime ?? '')) / 1000);
  return Number.isFinite(off) ? {agrees: Math.abs(off) <= (trace.startToleranceSeconds ?? 0), expected: off} : undefined;
}

/** How far two lengths of one call lie apart; how much is too much is the policy's and known to the service alone. */
function duration(expected: number, told: number): Finding | undefined {
  return expected > 0 && told > 0 ? {agrees: expected === told || null, expected: told - expected} : undefined;
}

/** The leg out of a hop is the leg into the one before, seen from its other end. */
function legs(before: RouteLeg | undefined, out: RouteLeg | undefined): Findings {
  if (!before || !out) return {};
  const code = (name: 'opc' | 'dpc'): Finding | undefined => {
    const [expected, told] = [before[name], out[name]];
    if (expected?.value === undefined || told?.value === undefined) return undefined;
    const agrees = expected.value === told.value && (expected.bits || 24) === (told.bits || 24);
    return {agrees, expected: expected.text ?? ''};
  };
  const cic =
    before.cic === undefined || out.cic === undefined
      ? undefined
      : {agrees: before.cic === out.cic, expected: before.cic};
  return present({cic, opc: code('opc'), dpc: code('dpc')});
}

/** A call never comes through the same trunk group of the same carrier twice. */
function loop(trace: Trace, hop: Hop, trunkGroup: string): Finding | undefined {
  if (trunkGroup === '') return undefined;
  const met = (trace.hops ?? []).find(
    (each) =>
      (each.number ?? 0) < (hop.number ?? 0) &&
      each.carrier === hop.carrier &&
      answerIn(each)?.record?.incoming?.trunkGroup === trunkGroup,
  );
  return met === undefined ? undefined : {agrees: false, expected: met.number ?? 0};
}
