import type {Schema} from '@/api/client';
import {readPointCode, written} from '@/features/carrier/pointCode';
import {say} from '../names';
import {LIMITS, type LimitName} from './limits';
import type {Open} from './open';
import {PLACES, firstOfficer} from './places';
import {Refusal, wrongState} from './refusal';
import type {Case, Trace, World} from './World';

type Hop = Open<Schema<'liaison.v1.Hop'>>;
type HopAnswer = Open<Schema<'liaison.v1.HopAnswer'>>;
type Leg = Open<Schema<'liaison.v1.RouteLeg'>>;

const TOLERANCE_SECONDS = 300;
const CALLED = '13999800001';
const SHOWN = '+000110';

/** An officer asks for a call to be followed back; the head of the unit decides. */
export function requestTrace(world: World, whole: Case, paperNumber: string, requester: string): Trace {
  const call = whole.report?.contacts?.[0];
  const trace: Trace = {
    id: world.nextId(),
    etag: '1',
    state: 'REQUESTED',
    caseId: whole.id,
    contact: 1,
    station: PLACES.station.id,
    paper: {number: paperNumber, length: 'P3D'},
    direction: 'INCOMING',
    displayed: call?.displayed ?? SHOWN,
    calledNumber: CALLED,
    startTime: call?.startTime ?? world.clock.iso(),
    durationSeconds: call?.durationSeconds ?? 0,
    startToleranceSeconds: TOLERANCE_SECONDS,
    officer: firstOfficer(world.names),
    requester,
    hops: [],
    pastHops: [],
    createTime: world.clock.iso(),
  };
  world.traces.set(trace.id, trace);
  whole.traces = [...(whole.traces ?? []), {trace: trace.id, contact: 1, paperNumber, state: 'REQUESTED'}];
  return trace;
}

function mustBe(trace: Trace, allowed: Trace['state']): void {
  if (trace.state !== allowed) throw wrongState('TRACE_WRONG_STATE', '倒查', 'The trace');
}

export function approve(world: World, trace: Trace, carrier: string): void {
  mustBe(trace, 'REQUESTED');
  trace.state = 'TRACING';
  openHop(world, trace, carrier, world.names.exchangeVictim);
  linked(world, trace);
}

export function declineTrace(world: World, trace: Trace, reason: string): void {
  mustBe(trace, 'REQUESTED');
  trace.state = 'DECLINED';
  trace.endReason = reason;
  linked(world, trace);
}

function linked(world: World, trace: Trace): void {
  trace.etag = String(Number(trace.etag ?? '0') + 1);
  const link = world.caseOf(trace.caseId)?.traces?.find((each) => each.trace === trace.id);
  if (link) link.state = trace.state;
}

/** The next exchange on the way back is asked. */
function openHop(world: World, trace: Trace, carrier: string, exchange: string): Hop {
  const at = Date.parse(trace.startTime ?? '');
  const clock = (name: LimitName): NonNullable<Hop['clocks']>[number] => ({
    name,
    startTime: world.clock.iso(),
    dueTime: world.clock.iso(LIMITS[name].milliseconds),
    missed: false,
    basis: say(`basis.${name}`),
  });
  const hop: Hop = {
    number: (trace.hops ?? []).length + 1,
    state: 'HOP_SENT',
    delay: 'ON_TIME',
    carrier,
    exchange,
    paperNumber: trace.paper?.number ?? '',
    openTime: world.clock.iso(),
    dueTime: world.clock.iso(LIMITS['trace-hop'].milliseconds),
    answers: [],
    disputes: [],
    searchKeys: {
      displayed: trace.displayed ?? '',
      received: lastReceived(trace) ?? trace.displayed ?? '',
      calledNumber: trace.calledNumber ?? '',
      windowStartTime: new Date(at - TOLERANCE_SECONDS * 1000).toISOString(),
      windowEndTime: new Date(at + TOLERANCE_SECONDS * 1000).toISOString(),
      windowText: '',
      ...legBefore(trace),
    },
    clocks: [clock('trace-acknowledge'), clock('trace-preserve'), clock('trace-hop')],
  };
  trace.hops = [...(trace.hops ?? []), hop];
  return hop;
}

function before(trace: Trace, number: number): HopAnswer | undefined {
  return trace.hops?.find((each) => each.number === number)?.answers?.at(-1);
}

function lastReceived(trace: Trace): string | undefined {
  return before(trace, trace.hops?.length ?? 0)?.record?.callingNumberReceived;
}

function legBefore(trace: Trace): {leg?: Leg} {
  const leg = before(trace, trace.hops?.length ?? 0)?.record?.incoming;
  return leg ? {leg} : {};
}

export function hopOf(trace: Trace, number: string | undefined): Hop | undefined {
  return trace.hops?.find((each) => String(each.number) === number);
}

export function hopMustBe(hop: Hop, ...allowed: readonly Hop['state'][]): void {
  if (!allowed.includes(hop.state)) throw wrongState('TRACE_HOP_WRONG_STATE', '该跳', 'The hop');
}

export function meetHopClock(hop: Hop, name: LimitName): void {
  hop.clocks = (hop.clocks ?? []).filter((each) => each.name !== name);
}

/** Point codes are sent as they are written; the service reads them and writes them in both notations. */
function withCodes(leg: Leg | undefined): Leg | undefined {
  if (!leg) return undefined;
  const code = (given: Leg['opc']): Leg['opc'] => {
    const read = given?.text ? readPointCode(given.text, given.bits === 14 ? 14 : 24) : null;
    return read === null ? given : {...written(read), value: read.value};
  };
  return {...leg, ...(leg.opc ? {opc: code(leg.opc)} : {}), ...(leg.dpc ? {dpc: code(leg.dpc)} : {})};
}

/** What an exchange answers must agree with the hop before: the leg out of it is the leg into that one. */
export function answerHop(world: World, trace: Trace, hop: Hop, given: HopAnswer): void {
  hopMustBe(hop, 'HOP_ACKNOWLEDGED', 'HOP_DISPUTED');
  const record = given.record;
  const [incoming, outgoing] = [withCodes(record?.incoming), withCodes(record?.outgoing)];
  const told: HopAnswer = {
    ...given,
    answerTime: world.clock.iso(),
    operator: {name: world.part.name, phone: '000-9986011'},
    ...(record ? {record: {...record, ...(incoming ? {incoming} : {}), ...(outgoing ? {outgoing} : {})}} : {}),
  };
  const expected = before(trace, (hop.number ?? 0) - 1)?.record?.incoming;
  if (record && expected && outgoing && differs(expected, outgoing)) {
    throw new Refusal(
      400,
      'TRACE_ROUTE_DIFFERS',
      `去话路由与第 ${(hop.number ?? 0) - 1} 跳的来话路由不一致。如对方有误，请对第 ${(hop.number ?? 0) - 1} 跳提出异议。`,
      `The outgoing leg does not agree with the incoming leg of hop ${(hop.number ?? 0) - 1}. If that one is wrong, dispute it.`,
    );
  }
  const off = Date.parse(record?.startTime ?? '') - (record?.clockOffsetSeconds ?? 0) * 1000 - Date.parse(trace.startTime ?? '');
  if (record && Math.abs(off) > TOLERANCE_SECONDS * 1000) {
    throw new Refusal(400, 'TRACE_TIME_DIFFERS', '话单开始时间（扣除时钟偏差后）不在应有的范围内。', 'The record’s start by the true time lies outside what was asked for.');
  }
  hop.answers = [...(hop.answers ?? []), told];
  hop.state = ANSWERED[given.code ?? ''] ?? 'HOP_ANSWERED';
  hop.clocks = [];
  if (given.code === 'FOREIGN_GATEWAY' || given.code === 'ORIGIN' || given.code === 'LANDING') trace.state = 'LANDED';
  if (given.upstream?.institution) openHop(world, trace, given.upstream.institution, given.upstream.exchange ?? '');
  linked(world, trace);
}

const ANSWERED: Readonly<Record<string, Hop['state']>> = {
  UPSTREAM: 'HOP_ANSWERED',
  ORIGIN: 'HOP_LANDED',
  LANDING: 'HOP_LANDED',
  FOREIGN_GATEWAY: 'HOP_LANDED',
  NO_RECORD: 'HOP_DEAD_END',
  RETENTION_EXPIRED: 'HOP_DEAD_END',
  NOT_OURS: 'HOP_NOT_OURS',
  PAPER_INVALID: 'HOP_PAPER_INVALID',
};

function differs(one: Leg, other: Leg): boolean {
  const unlike = (a: unknown, b: unknown) => a !== undefined && b !== undefined && a !== b;
  return (
    unlike(one.cic, other.cic) || unlike(one.opc?.value, other.opc?.value) || unlike(one.dpc?.value, other.dpc?.value)
  );
}

/** Another carrier says that an answer cannot be right. */
export function dispute(world: World, trace: Trace, hop: Hop, institution: string, reason: string): void {
  hop.state = 'HOP_DISPUTED';
  hop.disputes = [...(hop.disputes ?? []), {institution, reason, disputeTime: world.clock.iso()}];
  trace.hops = (trace.hops ?? []).filter((each) => (each.number ?? 0) <= (hop.number ?? 0));
  linked(world, trace);
}
