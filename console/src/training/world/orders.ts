import type {Schema} from '@/api/client';
import {fenOf} from '@/shared/money';
import {say} from '../names';
import {masked} from './ids';
import {LIMITS, type LimitName} from './limits';
import type {Open} from './open';
import {PLACES, RANGES, firstOfficer, secondOfficer} from './places';
import {type Refusal, wrongState} from './refusal';
import type {World} from './World';

type Contract = Open<Schema<'freezing.v1.StopOrder'>>;
type Always =
  | 'id'
  | 'orderNumber'
  | 'state'
  | 'caseId'
  | 'station'
  | 'bank'
  | 'maskedAccount'
  | 'accountNumber'
  | 'accountName'
  | 'transfers'
  | 'amountFen'
  | 'clocks'
  | 'paper'
  | 'outflows'
  | 'layer'
  | 'extension';

/** An order as this world keeps it: the contract's, with what it always has. */
export type Order = Contract &
  Required<Pick<Contract, Always>> & {
    /** When the second stop was asked for; kept for the desk, not told. */
    extensionTime?: string;
  };

export interface Issue {
  readonly caseId: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly transfers: Order['transfers'];
  readonly layer?: number;
  readonly parent?: string;
  readonly corrects?: string;
}

/** Whose account this is, by the number; empty where no bank claims it. */
export function bankOf(accountNumber: string): string {
  const range = RANGES.find(([prefix]) => accountNumber.startsWith(prefix));
  return range ? PLACES[range[1]].id : '';
}

/** One more thing has happened to it. */
export function touch(order: Order): void {
  order.etag = String(Number(order.etag ?? '0') + 1);
}

/** @param later how much later than its limit it ends, milliseconds */
export function startClock(
  world: World,
  order: Order,
  name: LimitName,
  missed: () => void = () => undefined,
  later = 0,
): string {
  const limit = LIMITS[name];
  const length = limit.milliseconds + later;
  const dueTime = world.clock.iso(length);
  const clock: NonNullable<Contract['clocks']>[number] = {
    name,
    startTime: world.clock.iso(),
    dueTime,
    state: 'RUNNING',
    basis: say(`basis.${name}`),
    warnTimes: [world.clock.iso(length - limit.warnBefore)],
  };
  order.clocks = [...order.clocks.filter((each) => each.name !== name), clock];
  world.clock.after(length, () => {
    if (clock.state !== 'RUNNING' || !order.clocks.includes(clock)) return;
    clock.state = 'MISSED';
    missed();
    touch(order);
  });
  return dueTime;
}

/** What a clock asks for has been done, in time or late. */
export function meetClock(world: World, order: Order, name: LimitName): void {
  for (const clock of order.clocks) {
    if (clock.name !== name || clock.metTime) continue;
    clock.metTime = world.clock.iso();
    if (clock.state === 'RUNNING') clock.state = 'MET';
  }
}

/** Writes an order and sends it to the bank whose account it is. */
export function issue(world: World, asked: Issue): Order {
  const id = world.nextId();
  const whole = world.caseOf(asked.caseId);
  const place = [...world.orders.values()].filter((each) => each.caseId === asked.caseId).length + 1;
  const amount = asked.transfers.reduce((sum, each) => sum + fenOf(each.amountFen), 0n);
  const bank = bankOf(asked.accountNumber);
  const order: Order = {
    id,
    etag: '1',
    orderNumber: `${whole?.receiptNumber ?? 'YL'}-${String(place).padStart(2, '0')}`,
    state: bank === '' ? 'ISSUED' : 'SENT',
    caseId: asked.caseId,
    station: PLACES.station.id,
    bank,
    routingBasis: bank === '' ? 'UNROUTED' : 'BY_NUMBER',
    accountKind: 'CARD',
    maskedAccount: masked(asked.accountNumber),
    accountNumber: asked.accountNumber,
    accountName: asked.accountName,
    transfers: asked.transfers,
    amountFen: amount.toString(),
    officer: firstOfficer(world.names),
    secondOfficer: secondOfficer(world.names),
    secondOfficerState: 'OFFICER_CONFIRMED',
    ordinal: 'FIRST',
    countState: 'COUNT_TAKEN',
    purpose: 'SUSPECT_ACCOUNT',
    extension: 'NOT_REQUESTED',
    paper: {state: 'NOT_OWED', files: []},
    clocks: [],
    outflows: [],
    layer: asked.layer ?? 1,
    createTime: world.clock.iso(),
    ...(asked.parent ? {parentStopOrder: asked.parent} : {}),
    ...(asked.corrects ? {correctsStopOrder: asked.corrects} : {}),
  };
  world.orders.set(id, order);
  tell(world, order, 'STOP_ISSUED');
  if (bank !== '') send(world, order);
  else tell(world, order, 'STOP_UNROUTED');
  return order;
}

function send(world: World, order: Order): void {
  order.sendTime = world.clock.iso();
  startClock(world, order, 'acknowledge', () => missedAcknowledge(world, order));
  tell(world, order, 'STOP_ROUTED');
  if (!world.isAttended(order.bank, 'LIAISON_DESK')) alarm(world, order, 'ARRIVED_UNATTENDED');
}

function missedAcknowledge(world: World, order: Order): void {
  tell(world, order, 'CLOCK_MISSED:acknowledge');
  alarm(world, order, 'NOT_ACKNOWLEDGED');
}

function alarm(world: World, order: Order, cause: 'ARRIVED_UNATTENDED' | 'NOT_ACKNOWLEDGED'): void {
  world.alarms.unshift({
    id: world.nextId(),
    cause,
    clock: 'acknowledge',
    subject: `stopOrders/${order.id}`,
    caseId: order.caseId,
    bank: order.bank,
    raiseTime: world.clock.iso(),
    told: [
      {institution: PLACES.station.id, desk: 'UNIT_DESK'},
      {institution: PLACES.county.id, desk: 'SUPERVISOR_DESK'},
    ],
    wake: 'NOT_WAKING',
  });
}

/** A line in the case's history. */
export function tell(world: World, order: Order, kind: string, amountFen = '0'): void {
  const whole = world.caseOf(order.caseId);
  if (!whole) return;
  whole.timeline = [
    ...(whole.timeline ?? []),
    {time: world.clock.iso(), kind, stopOrder: order.id, institution: order.bank, amountFen},
  ];
  const link = (whole.stopOrders ?? []).find((each) => each.stopOrder === order.id);
  if (link) link.state = order.state;
}

export function wrongOrder(): Refusal {
  return wrongState('STOP_WRONG_STATE', '止付单', 'The order');
}

export function mustBe(order: Order, ...allowed: readonly Order['state'][]): void {
  if (!allowed.includes(order.state)) throw wrongOrder();
}

export function acknowledge(world: World, order: Order): void {
  if (order.state === 'ACKNOWLEDGED') return;
  mustBe(order, 'SENT');
  order.state = 'ACKNOWLEDGED';
  order.acknowledgeTime = world.clock.iso();
  meetClock(world, order, 'acknowledge');
  touch(order);
  tell(world, order, 'STOP_ACKNOWLEDGED');
}

/** Sends an order that found no bank, or the wrong one. */
export function reroute(world: World, order: Order, bank: string): void {
  order.bank = bank;
  order.routingBasis = 'BY_OFFICER';
  order.state = 'SENT';
  touch(order);
  send(world, order);
}

/** The stop is over; the bank must say that nothing is held any more. */
export function end(world: World, order: Order, state: 'RELEASED' | 'LAPSED', reason: string): void {
  mustBe(order, 'STOPPED');
  order.state = state;
  order.endReason = reason;
  meetClock(world, order, 'stop');
  meetClock(world, order, 'paper');
  const dueTime = startClock(world, order, 'lift', () => {
    if (order.lift?.state === 'LIFT_OWED') order.lift.state = 'LIFT_OVERDUE';
  });
  order.lift = {state: 'LIFT_OWED', startTime: world.clock.iso(), dueTime};
  touch(order);
  tell(world, order, state === 'RELEASED' ? 'STOP_RELEASED' : 'STOP_LAPSED');
}

export function confirmLift(world: World, order: Order, operatorName: string, liftTime: string): void {
  if (order.lift?.state !== 'LIFT_OWED' && order.lift?.state !== 'LIFT_OVERDUE') {
    throw wrongOrder();
  }
  order.lift = {...order.lift, state: 'LIFT_CONFIRMED', liftTime, confirmTime: world.clock.iso(), operatorName};
  meetClock(world, order, 'lift');
  touch(order);
  tell(world, order, 'LIFT_CONFIRMED_BY_BANK');
}

/** As somebody at this institution may see it: a bank reads account and name in full only once it has the order in hand. */
export function shown(world: World, order: Order): Contract {
  const told: Contract & {extensionTime?: string} = {...order};
  delete told.extensionTime;
  const bank = world.institution === order.bank;
  return bank && order.state === 'SENT' ? {...told, accountNumber: '', accountName: ''} : told;
}

export function summary(order: Order): Schema<'freezing.v1.StopOrderSummary'> {
  const {id, orderNumber, state, caseId, bank, maskedAccount, amountFen, layer, createTime} = order;
  return {
    id,
    orderNumber,
    state,
    caseId,
    bank,
    maskedAccount,
    amountFen,
    layer,
    heldFen: state === 'STOPPED' ? (order.answer?.heldFen ?? '0') : '0',
    paperState: order.paper.state ?? 'NOT_OWED',
    liftState: order.lift?.state ?? 'LIFT_NOT_OWED',
    purpose: 'SUSPECT_ACCOUNT',
    joined: false,
    ...(createTime ? {createTime} : {}),
    ...(order.untilTime ? {untilTime: order.untilTime} : {}),
  };
}
