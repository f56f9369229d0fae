import {describe, expect, it} from 'vitest';
import '@/testing/stage';
import {addOutflows, answerExtension, compare, recordMismatch, recordStop, requestExtension} from './answers';
import {open, stop, trail} from './cases';
import {card} from './ids';
import {HOUR} from './limits';
import {type Order, acknowledge, confirmLift, end, shown} from './orders';
import {bring, countersign, deliver, refuse} from './papers';
import {World} from './World';

const ACCOUNT = card('990001', 1);
const NEXT = card('990002', 2);
const PAID = '2026-11-22T03:30:00.000Z';

function world(): World {
  return new World('bank-liaison', () => Date.parse('2026-11-22T04:00:00Z'));
}

function order(at: World, account = ACCOUNT): Order {
  const whole = open(at, {
    totalLossFen: '5000000',
    transfers: [
      {
        number: 1,
        amountFen: '5000000',
        transferTime: PAID,
        payee: {accountNumber: account, accountName: '演练张三'},
      },
    ],
  });
  stop(at, whole);
  return [...at.orders.values()].at(-1)!;
}

const AGREES = {accountName: '演练张三', accountNumber: ACCOUNT, credits: [{amountFen: '5000000', bookingTime: PAID}]};

function stopped(at: World): Order {
  const made = order(at);
  acknowledge(at, made);
  recordStop(at, made, {...ANSWER, record: AGREES});
  return made;
}

const ANSWER = {
  balanceBeforeFen: '3000000',
  heldFen: '3000000',
  outflows: [],
  reason: '',
  operator: {name: '演练钱专员'},
  executeTime: undefined,
};

const CONFIRM = '2026-11-22T05:00:00Z';

describe('an order of the exercise', () => {
  it('shows account and name to its bank only once taken in hand', () => {
    const at = world();
    const made = order(at);
    expect(shown(at, made)).toMatchObject({accountNumber: '', accountName: '', maskedAccount: made.maskedAccount});
    expect(made.maskedAccount).toContain('****');
    acknowledge(at, made);
    expect(shown(at, made)).toMatchObject({accountNumber: ACCOUNT, accountName: '演练张三'});
  });

  it('is not stopped where a field differs, and on what is unproven only with a reason', () => {
    const at = world();
    const made = order(at);
    acknowledge(at, made);
    const wrong = {...AGREES, accountName: '演练李四'};
    expect(compare(made, wrong).blocking).toEqual(['name']);
    expect(() => recordStop(at, made, {...ANSWER, record: wrong})).toThrow('STOP_MISMATCH');
    expect(() => recordStop(at, made, {...ANSWER, record: {accountNumber: ACCOUNT}})).toThrow('STOP_UNPROVEN_REASON_MISSING');
    recordMismatch(at, made, 'name', undefined);
    expect(made.state).toBe('MISMATCHED');
    expect(() => recordStop(at, made, {...ANSWER, record: AGREES})).toThrow('STOP_WRONG_STATE');
  });

  it('holds for 48 hours, a second time, and no third', () => {
    const at = world();
    const made = stopped(at);
    at.pass(47 * HOUR);
    requestExtension(at, made);
    answerExtension(at, made, true);
    expect(() => requestExtension(at, made)).toThrow('STOP_ALREADY_EXTENDED');
    at.pass(48 * HOUR);
    expect(made.state).toBe('STOPPED');
    at.pass(HOUR);
    expect(made).toMatchObject({state: 'LAPSED', lift: {state: 'LIFT_OWED'}});
    confirmLift(at, made, '演练钱专员', CONFIRM);
    expect(made.lift?.state).toBe('LIFT_CONFIRMED');
  });

  it('opens the next layer for what moved on, and no more than came in', () => {
    const at = world();
    const made = stopped(at);
    const moved = {kind: 'TO_ACCOUNT', amountFen: '2000000', outflowTime: CONFIRM, payee: {accountNumber: NEXT}} as const;
    addOutflows(at, made, [moved]);
    const next = [...at.orders.values()].at(-1)!;
    expect(next).toMatchObject({layer: 2, parentStopOrder: made.id, state: 'SENT', amountFen: '2000000'});
    expect(() => addOutflows(at, made, [{...moved, amountFen: '4000000'}])).toThrow('OUTFLOWS_EXCEED_RECEIVED');
    expect(trail(at, made.caseId).sums).toMatchObject({receivedFen: '5000000', heldFen: '3000000', unexplainedFen: '2000000'});
  });

  it('wants its papers within a day, both of them, and takes them back mended', () => {
    const at = world();
    const made = stopped(at);
    expect(() => deliver(at, made)).toThrow('PAPER_INCOMPLETE');
    at.pass(25 * HOUR);
    expect(made.paper).toMatchObject({state: 'OVERDUE', late: true});
    bring(at, made, ['通知书'], ['警察证']);
    refuse(at, made, '金额不符');
    expect(made.paper).toMatchObject({state: 'REFUSED', defect: '金额不符'});
    expect(() => deliver(at, made)).toThrow('PAPER_UNMENDED');
    bring(at, made, ['通知书'], ['警察证']);
    countersign(at, made);
    expect(made.paper.state).toBe('COUNTERSIGNED');
    expect(() => countersign(at, made)).toThrow('PAPER_WRONG_STATE');
  });

  it('is alarmed when nobody takes it, and asks nobody whom nobody knows', () => {
    const at = world();
    const made = order(at, NEXT);
    at.pass(6 * 60_000);
    expect(at.alarms.map((each) => each.cause)).toEqual(['NOT_ACKNOWLEDGED', 'ARRIVED_UNATTENDED']);
    expect(made.clocks).toMatchObject([{name: 'acknowledge', state: 'MISSED'}]);
    expect(order(at, card('999999', 3))).toMatchObject({state: 'ISSUED', bank: '', routingBasis: 'UNROUTED'});
    const kinds = () => at.openTasks().map((task) => task.kind);
    at.changed();
    expect(kinds()).toEqual(expect.arrayContaining(['ANSWER_STOP', 'RING_DESK', 'ROUTE_STOP']));
    end(at, stopped(at), 'RELEASED', '演练');
    at.changed();
    expect(kinds()).toContain('CONFIRM_LIFT');
  });
});
