import {serverTime} from '@/shared/clock/serverTime';
import {dateTime, readTime} from '@/shared/time';
import {type Bits, readCic, readPointCode, written} from './pointCode';
import type {CallRecord, HopAnswer, HopCode, RouteLeg} from './trace';

/** What a carrier may answer, what is most often true first. */
export const CODES = [
  'UPSTREAM',
  'LANDING',
  'ORIGIN',
  'FOREIGN_GATEWAY',
  'NO_RECORD',
  'RETENTION_EXPIRED',
  'NOT_OURS',
  'PORTED_TO',
  'PAPER_INVALID',
] as const satisfies readonly HopCode[];

export type Code = (typeof CODES)[number];

/** What belongs to an answer of each kind; the server asks for the same. */
export const PARTS: Record<Code, {record: boolean; upstream: 'needed' | 'possible' | 'none'; ipLeg: boolean; reason: boolean}> = {
  UPSTREAM: {record: true, upstream: 'needed', ipLeg: false, reason: false},
  LANDING: {record: true, upstream: 'none', ipLeg: true, reason: false},
  ORIGIN: {record: true, upstream: 'none', ipLeg: true, reason: false},
  FOREIGN_GATEWAY: {record: true, upstream: 'possible', ipLeg: false, reason: false},
  NO_RECORD: {record: false, upstream: 'none', ipLeg: false, reason: true},
  RETENTION_EXPIRED: {record: false, upstream: 'none', ipLeg: false, reason: true},
  NOT_OURS: {record: false, upstream: 'none', ipLeg: false, reason: true},
  PORTED_TO: {record: false, upstream: 'needed', ipLeg: false, reason: false},
  PAPER_INVALID: {record: false, upstream: 'none', ipLeg: false, reason: true},
};

/** A point code as typed, and the network it is said to be of. */
export interface CodeText {
  text: string;
  bits: Bits;
}

export interface LegText {
  trunkGroup: string;
  cic: string;
  opc: CodeText;
  dpc: CodeText;
}

export interface RecordText {
  start: string;
  seconds: string;
  offset: string;
  called: string;
  calling: string;
  nature: '' | NonNullable<CallRecord['nature']>;
  screening: '' | NonNullable<CallRecord['screening']>;
  redirecting: string;
  incoming: LegText;
  outgoing: LegText;
}

export interface UpstreamText {
  /** Whether it works with Holdfast; else a human is asked on paper. */
  inside: boolean;
  /** Its name in the directory. */
  name: string;
  exchange: string;
  outsideName: string;
  contactName: string;
  contactPhone: string;
}

export type IpText = Record<'serverAddress' | 'sipCallId' | 'sipFrom' | 'gateway' | 'host' | 'tenant', string>;

/** An answer as typed. What the chosen code has no use for stays, and is not sent. */
export interface AnswerText {
  code: Code;
  role: '' | NonNullable<HopAnswer['role']>;
  province: string;
  exchange: string;
  record: RecordText;
  upstream: UpstreamText;
  ipLeg: IpText;
  reason: string;
}

const NO_CODE: CodeText = {text: '', bits: 24};
const NO_LEG: LegText = {trunkGroup: '', cic: '', opc: NO_CODE, dpc: NO_CODE};

/** Nothing typed yet but how far the clock is ahead, where that is known. */
export function emptyAnswer(offset: number): AnswerText {
  return {
    code: 'UPSTREAM',
    role: '',
    province: '',
    exchange: '',
    record: {
      start: '',
      seconds: '',
      offset: offset === 0 ? '' : String(offset),
      called: '',
      calling: '',
      nature: '',
      screening: '',
      redirecting: '',
      incoming: NO_LEG,
      outgoing: NO_LEG,
    },
    upstream: {inside: true, name: '', exchange: '', outsideName: '', contactName: '', contactPhone: ''},
    ipLeg: {serverAddress: '', sipCallId: '', sipFrom: '', gateway: '', host: '', tenant: ''},
    reason: '',
  };
}

/** An answer that was given, to be put right. */
export function textOf(given: HopAnswer, nameOf: (institution: string) => string): AnswerText {
  const {record, upstream, ipLeg} = given;
  const empty = emptyAnswer(record?.clockOffsetSeconds ?? 0);
  return {
    code: CODES.find((each) => each === given.code) ?? 'UPSTREAM',
    role: given.role === 'EXCHANGE_ROLE_UNSPECIFIED' ? '' : (given.role ?? ''),
    province: given.province ?? '',
    exchange: given.exchange ?? '',
    record: record
      ? {
          ...empty.record,
          start: record.startTime ? dateTime(record.startTime) : '',
          seconds: record.durationSeconds ? String(record.durationSeconds) : '',
          called: record.calledNumber ?? '',
          calling: record.callingNumberReceived ?? '',
          nature: record.nature === 'ADDRESS_NATURE_UNSPECIFIED' ? '' : (record.nature ?? ''),
          screening: record.screening === 'SCREENING_UNSPECIFIED' ? '' : (record.screening ?? ''),
          redirecting: record.redirectingNumber ?? '',
          incoming: legText(record.incoming),
          outgoing: legText(record.outgoing),
        }
      : empty.record,
    upstream: {
      inside: !upstream?.outside,
      name: nameOf(upstream?.institution ?? ''),
      exchange: upstream?.exchange ?? '',
      outsideName: upstream?.outside?.name ?? '',
      contactName: upstream?.outside?.contactName ?? '',
      contactPhone: upstream?.outside?.contactPhone ?? '',
    },
    ipLeg: {...empty.ipLeg, ...ipLeg},
    reason: given.reason ?? '',
  };
}

function legText(leg: RouteLeg | undefined): LegText {
  const code = (given: RouteLeg['opc']): CodeText =>
    given?.text ? {text: given.text, bits: given.bits === 14 ? 14 : 24} : NO_CODE;
  return {
    trunkGroup: leg?.trunkGroup ?? '',
    cic: leg?.cic === undefined ? '' : String(leg.cic),
    opc: code(leg?.opc),
    dpc: code(leg?.dpc),
  };
}

/** What keeps a field from being sent, by its path in the request. */
export type Faults = Record<string, 'required' | 'unreadable'>;

/** The record as far as it can be read, so that it can be held against the hop before while one types. */
export function recordOf(text: RecordText): CallRecord {
  const startTime = readTime(text.start, serverTime.now());
  const seconds = whole(text.seconds, 0, 864_000);
  return {
    ...(startTime === null ? {} : {startTime}),
    ...(seconds === null ? {} : {durationSeconds: seconds}),
    clockOffsetSeconds: offsetOf(text.offset) ?? 0,
    calledNumber: text.called.trim(),
    callingNumberReceived: text.calling.trim(),
    redirectingNumber: text.redirecting.trim(),
    ...(text.nature === '' ? {} : {nature: text.nature}),
    ...(text.screening === '' ? {} : {screening: text.screening}),
    incoming: legOf(text.incoming),
    outgoing: legOf(text.outgoing),
  };
}

function legOf(text: LegText): RouteLeg {
  const cic = readCic(text.cic);
  const code = ({text: typed, bits}: CodeText) => {
    const read = readPointCode(typed, bits);
    return read === null ? undefined : {...written(read), value: read.value};
  };
  const [opc, dpc] = [code(text.opc), code(text.dpc)];
  return {
    trunkGroup: text.trunkGroup.trim(),
    ...(cic === null ? {} : {cic}),
    ...(opc ? {opc} : {}),
    ...(dpc ? {dpc} : {}),
  };
}

/** How far a clock is ahead, seconds; nothing typed is not at all. Null where it is no number of seconds. */
export function offsetOf(text: string): number | null {
  return text.trim() === '' ? 0 : whole(text, -86_400, 86_400);
}

function whole(text: string, least: number, most: number): number | null {
  const plain = text.normalize('NFKC').trim().replace(/^[−–]/, '-').replace(/^\+/, '');
  if (!/^-?\d{1,6}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
}

/** What must be put right before the answer can be sent. Paths are those of the request's `answer`. */
export function faultsOf(text: AnswerText, institution: string): Faults {
  const parts = PARTS[text.code];
  return {
    ...(parts.record ? recordFaults(text.record) : {}),
    ...upstreamFaults(text, institution),
    ...(parts.reason && text.reason.trim() === '' ? {reason: 'required' as const} : {}),
  };
}

function recordFaults(text: RecordText): Faults {
  const faults: Faults = {};
  const unread = (path: string, typed: string, read: unknown) => {
    if (typed.trim() !== '' && read === null) faults[path] = 'unreadable';
  };
  if (text.start.trim() === '') faults['record.startTime'] = 'required';
  unread('record.startTime', text.start, readTime(text.start, serverTime.now()));
  unread('record.durationSeconds', text.seconds, whole(text.seconds, 0, 864_000));
  unread('record.clockOffsetSeconds', text.offset, offsetOf(text.offset));
  for (const side of ['incoming', 'outgoing'] as const) {
    const leg = text[side];
    unread(`record.${side}.cic`, leg.cic, readCic(leg.cic));
    for (const end of ['opc', 'dpc'] as const) {
      unread(`record.${side}.${end}`, leg[end].text, readPointCode(leg[end].text, leg[end].bits));
    }
  }
  return faults;
}

function upstreamFaults({code, upstream}: AnswerText, institution: string): Faults {
  const need = PARTS[code].upstream;
  if (need === 'none' || (need === 'possible' && nobody(upstream))) return {};
  if (upstream.inside) {
    if (institution !== '') return {};
    return {'upstream.institution': upstream.name.trim() === '' ? 'required' : 'unreadable'};
  }
  const faults: Faults = {};
  if (upstream.outsideName.trim() === '') faults['upstream.outside.name'] = 'required';
  if (upstream.contactName.trim() === '') faults['upstream.outside.contactName'] = 'required';
  if (upstream.contactPhone.trim() === '') faults['upstream.outside.contactPhone'] = 'required';
  return faults;
}

function nobody(upstream: UpstreamText): boolean {
  return upstream.inside
    ? upstream.name.trim() === ''
    : [upstream.outsideName, upstream.contactName, upstream.contactPhone].every((each) => each.trim() === '');
}

/** As the contract wants it; call it only where there are no faults. */
export function answerOf(text: AnswerText, institution: string): HopAnswer {
  const parts = PARTS[text.code];
  const {upstream, ipLeg} = text;
  const exchange = upstream.exchange.trim();
  return {
    code: text.code,
    ...(text.role === '' ? {} : {role: text.role}),
    province: text.province,
    exchange: text.exchange.trim(),
    ...(parts.record ? {record: sent(recordOf(text.record))} : {}),
    ...(parts.upstream === 'none' || nobody(upstream)
      ? {}
      : {
          upstream: upstream.inside
            ? {institution, exchange}
            : {
                outside: {
                  name: upstream.outsideName.trim(),
                  contactName: upstream.contactName.trim(),
                  contactPhone: upstream.contactPhone.trim(),
                },
                exchange,
              },
        }),
    ...(parts.ipLeg && Object.values(ipLeg).some((each) => each.trim() !== '')
      ? {ipLeg: Object.fromEntries(Object.entries(ipLeg).map(([name, value]) => [name, value.trim()]))}
      : {}),
    reason: parts.reason ? text.reason.trim() : '',
  };
}

/** What the service works out by itself is not sent. */
function sent(record: CallRecord): CallRecord {
  const leg = (given: RouteLeg | undefined): RouteLeg => ({
    ...given,
    ...(given?.opc ? {opc: {text: given.opc.text, bits: given.opc.bits}} : {}),
    ...(given?.dpc ? {dpc: {text: given.dpc.text, bits: given.dpc.bits}} : {}),
  });
  return {...record, incoming: leg(record.incoming), outgoing: leg(record.outgoing)};
}
