import type {Schema} from '@/api/client';
import {fenOf} from '@/shared/money';
import {say} from '../names';
import type {Open} from './open';
import {type Order, end, issue, meetClock, mustBe, startClock, tell, touch, wrongOrder} from './orders';
import {Refusal} from './refusal';
import type {World} from './World';

type Match = Schema<'freezing.v1.Match'>;
type BankRecord = Schema<'freezing.v1.BankRecord'>;
type Operator = Schema<'freezing.v1.BankOperator'>;
type Outflow = Open<Schema<'freezing.v1.Outflow'>>;

/** A booking may stand this much after the transfer and is still the same. */
const POSTED_LATER_MS = 24 * 3_600_000;
const SAME_MS = 60_000;

const FIELD_NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  name: ['户名', 'name'],
  account: ['账号', 'account'],
  amount: ['金额', 'amount'],
  time: ['交易时间', 'time'],
};

/** The four-way comparison of 86号: name, number, amount, time. */
export function compare(order: Order, record: BankRecord | undefined): Match {
  const credits = record?.credits ?? [];
  const transfers = order.transfers;
  const name = record?.accountName ?? '';
  const number = record?.accountNumber ?? '';
  const amounts = credits.map((each) => fenOf(each.amountFen));
  const given = credits.length > 0;
  const amountsAgree = transfers.every((each) => amounts.includes(fenOf(each.amountFen)));
  const late = Math.max(...transfers.map((each, at) => lateness(each.transferTime, credits[at]?.bookingTime)));
  const match = {
    name: name === '' ? 'NOT_GIVEN' : order.accountName === '' ? 'CONSISTENT' : name === order.accountName ? 'EQUAL' : 'DIFFERENT',
    account: number === '' ? 'NOT_GIVEN' : number === order.accountNumber ? 'EQUAL' : 'DIFFERENT',
    amount: !given ? 'NOT_GIVEN' : amountsAgree ? 'EQUAL' : 'DIFFERENT',
    time: !given ? 'NOT_GIVEN' : late <= SAME_MS ? 'EQUAL' : late <= POSTED_LATER_MS ? 'POSTED_LATER' : 'DIFFERENT',
  } as const;
  const fields = ['name', 'account', 'amount', 'time'] as const;
  return {
    ...match,
    blocking: fields.filter((field) => match[field] === 'DIFFERENT'),
    unproven: fields.filter((field) => match[field] === 'NOT_GIVEN' || match[field] === 'CONSISTENT'),
  };
}

function lateness(told: string | undefined, booked: string | undefined): number {
  const off = Date.parse(booked ?? '') - Date.parse(told ?? '');
  if (Number.isNaN(off)) return 0;
  return off < -SAME_MS ? Number.MAX_SAFE_INTEGER : Math.abs(off);
}

function named(fields: readonly string[], language: 0 | 1): string {
  return fields.map((field) => FIELD_NAMES[field]?.[language] ?? field).join(language === 0 ? '、' : ', ');
}

export interface Stop {
  readonly record: BankRecord | undefined;
  readonly balanceBeforeFen: string;
  readonly heldFen: string;
  readonly outflows: readonly Outflow[];
  readonly reason: string;
  readonly operator: Operator | undefined;
  readonly executeTime: string | undefined;
}

/** The bank has stopped the account: 48 hours from then on, and the papers within a day. */
export function recordStop(world: World, order: Order, stop: Stop): void {
  mustBe(order, 'ACKNOWLEDGED');
  const match = compare(order, stop.record);
  const blocking = match.blocking ?? [];
  if (blocking.length > 0) {
    throw new Refusal(
      400,
      'STOP_MISMATCH',
      `要素不符：${named(blocking, 0)}。银发〔2016〕86号二(一)2规定要素不符的不得止付，请登记“要素不符”。`,
      `These fields differ: ${named(blocking, 1)}. Whoever finds a difference must not stop; record the mismatch instead.`,
    );
  }
  const unproven = match.unproven ?? [];
  if (unproven.length > 0 && stop.reason.trim() === '') {
    throw new Refusal(
      400,
      'STOP_UNPROVEN_REASON_MISSING',
      `以下要素只能看出一致而不能证实：${named(unproven, 0)}。如决定止付，请填写理由。`,
      `These fields agree as far as can be seen but are not proven: ${named(unproven, 1)}. To stop on them, give a reason.`,
    );
  }
  if (fenOf(stop.heldFen) > fenOf(stop.balanceBeforeFen)) {
    throw new Refusal(400, 'VALIDATION_FAILED', '已控制金额不能大于账户余额。', 'No more can be held than the account has.');
  }
  mayLeave(order, stop.outflows);
  const executeTime = stop.executeTime ?? world.clock.iso();
  order.state = 'STOPPED';
  order.answer = {
    balanceBeforeFen: stop.balanceBeforeFen,
    heldFen: stop.heldFen,
    executeTime,
    match,
    answerTime: world.clock.iso(),
    ...(stop.reason.trim() ? {reason: stop.reason.trim()} : {}),
    ...(stop.operator ? {operator: stop.operator} : {}),
  };
  order.untilTime = startClock(world, order, 'stop', () => end(world, order, 'LAPSED', say('tale.stopEnded')));
  owePapers(world, order);
  touch(order);
  tell(world, order, 'STOP_RECORDED', stop.heldFen);
  if (stop.outflows.length > 0) addOutflows(world, order, stop.outflows);
}

function owePapers(world: World, order: Order): void {
  if (order.paper.state !== 'NOT_OWED') return;
  const dueTime = startClock(world, order, 'paper', () => {
    if (order.paper.state === 'OWED') order.paper = {...order.paper, state: 'OVERDUE', late: true};
  });
  order.paper = {...order.paper, state: 'OWED', dueTime};
}

/** More cannot leave an account than the victim paid into it. */
function mayLeave(order: Order, more: readonly Outflow[]): void {
  const all = [...order.outflows, ...more].reduce((sum, each) => sum + fenOf(each.amountFen), 0n);
  if (all > fenOf(order.amountFen)) {
    throw new Refusal(
      400,
      'OUTFLOWS_EXCEED_RECEIVED',
      '转出合计大于涉案入账金额，请只填写涉案资金的去向。',
      'More has left than came in; name only where the victim’s money went.',
    );
  }
}

/** Where money went on; each further account gets its own order at once (延伸止付). */
export function addOutflows(world: World, order: Order, outflows: readonly Outflow[]): void {
  mayLeave(order, outflows);
  for (const each of outflows) {
    const outflow: Outflow = {...each, number: order.outflows.length + 1, next: 'ENDS_HERE'};
    const account = each.payee?.accountNumber ?? '';
    order.outflows = [...order.outflows, outflow];
    if (each.kind !== 'TO_ACCOUNT' || account === '') continue;
    const next = issue(world, {
      caseId: order.caseId,
      accountNumber: account,
      accountName: each.payee?.accountName ?? '',
      transfers: [
        {
          number: 1,
          amountFen: each.amountFen ?? '0',
          transferTime: each.outflowTime ?? world.clock.iso(),
          channel: 'MOBILE_BANK',
          payerAccountNumber: order.accountNumber,
          payerAccountName: order.accountName,
          ...(each.serialNumber ? {serialNumber: each.serialNumber} : {}),
        },
      ],
      layer: order.layer + 1,
      parent: order.id,
    });
    outflow.next = 'OPENED';
    outflow.stopOrder = next.id;
    const whole = world.caseOf(order.caseId);
    if (whole) whole.stopOrders = [...(whole.stopOrders ?? []), linkOf(next)];
    tell(world, next, 'NEXT_LAYER_OPENED', next.amountFen);
  }
  touch(order);
  tell(world, order, 'OUTFLOWS_RECORDED');
}

export function linkOf(order: Order): Schema<'casefile.v1.OrderLink'> {
  return {
    stopOrder: order.id,
    // A case tells its accounts apart by their kind too.
    maskedAccount: `${order.accountKind} ${order.maskedAccount}`,
    amountFen: order.amountFen,
    state: order.state,
    layer: order.layer,
  };
}

export function recordMismatch(world: World, order: Order, field: string, operator: Operator | undefined): void {
  mustBe(order, 'ACKNOWLEDGED');
  order.state = 'MISMATCHED';
  order.answer = {mismatchedField: field, answerTime: world.clock.iso(), ...(operator ? {operator} : {})};
  touch(order);
  tell(world, order, 'STOP_MISMATCH_RECORDED');
}

export function recordFailure(
  world: World,
  order: Order,
  causes: {readonly technicalCause: string; readonly businessCause: string},
  operator: Operator | undefined,
): void {
  mustBe(order, 'ACKNOWLEDGED');
  order.state = 'FAILED';
  order.answer = {...causes, answerTime: world.clock.iso(), ...(operator ? {operator} : {})};
  touch(order);
  tell(world, order, 'STOP_FAILURE_RECORDED');
}

export function recordNotOurs(world: World, order: Order, operator: Operator | undefined): void {
  mustBe(order, 'SENT', 'ACKNOWLEDGED');
  order.state = 'NOT_OURS';
  order.answer = {answerTime: world.clock.iso(), ...(operator ? {operator} : {})};
  meetClock(world, order, 'acknowledge');
  touch(order);
  tell(world, order, 'STOP_NOT_OURS_RECORDED');
}

/** The police want the account held for a second, last time. */
export function requestExtension(world: World, order: Order): void {
  mustBe(order, 'STOPPED');
  if (order.extension === 'GRANTED' || order.extension === 'REQUESTED') {
    throw new Refusal(
      400,
      'STOP_ALREADY_EXTENDED',
      '本单已申请或已办理过再次止付，不得重复申请。',
      'The second stop has been asked for or made already; there is no third.',
    );
  }
  order.extension = 'REQUESTED';
  order.extensionTime = world.clock.iso();
  touch(order);
  tell(world, order, 'EXTENSION_REQUESTED');
}

export function answerExtension(world: World, order: Order, granted: boolean): void {
  if (order.extension !== 'REQUESTED') throw wrongOrder();
  order.extension = granted ? 'GRANTED' : 'REFUSED_BY_BANK';
  if (granted) {
    order.ordinal = 'SECOND';
    // Answered before the first has ended, the second runs from that end.
    const left = Math.max(0, Date.parse(order.untilTime ?? '') - world.clock.now());
    order.untilTime = startClock(world, order, 'stop', () => end(world, order, 'LAPSED', say('tale.stopEnded')), left);
  }
  touch(order);
  tell(world, order, granted ? 'EXTENSION_RECORDED' : 'EXTENSION_REFUSED');
}
