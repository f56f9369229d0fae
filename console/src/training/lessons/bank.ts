import {dateTime} from '@/shared/time';
import {yuan} from '@/shared/money';
import {requestExtension} from '../world/answers';
import {open, stop} from '../world/cases';
import {card} from '../world/ids';
import {HOUR} from '../world/limits';
import {type Order, end} from '../world/orders';
import {bring} from '../world/papers';
import {OFFICER, SECOND as SECOND_OFFICER} from '../world/places';
import {correct} from '../world/routes/orders';
import type {World} from '../world/World';
import type {Lesson, Material} from './lesson';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const ONE = card('990001', 51);
const TWO = card('990001', 52);
const NEXT = card('990002', 53);

/** The order on this account that is in force. */
function on(world: World, account: string): Order | undefined {
  return [...world.orders.values()].filter((each) => each.accountNumber === account).at(-1);
}

/** A report at the station, over one payment. */
function file(world: World, account: string, accountName: string, fen: bigint, paid: string, serialNumber: string): void {
  const whole = open(world, {
    channel: 'WINDOW',
    receiveTime: world.clock.iso(),
    officer: OFFICER,
    secondOfficer: SECOND_OFFICER,
    victim: {kind: 'PERSON', name: '演练王某某'},
    fraudType: 'FALSE_AUTHORITY',
    totalLossFen: fen.toString(),
    transfers: [
      {
        number: 1,
        amountFen: fen.toString(),
        transferTime: paid,
        channel: 'MOBILE_BANK',
        serialNumber,
        payer: {kind: 'CARD', institutionName: '演练银行三', accountNumber: card('990003', 54), accountName: '演练王某某'},
        payee: {kind: 'CARD', institutionName: '演练银行一', accountNumber: account, accountName},
      },
    ],
  });
  stop(world, whole);
}

/** What the bank's own system shows of an account. */
function screen(world: World, account: string): Material {
  const books = world.books.get(account);
  const lines = (books?.credits ?? []).map((each) => `入账\t${dateTime(each.time)}\t${yuan(each.fen)}\t${each.serial}`);
  return {
    label: `核心系统查询：${account}`,
    text: [`户名\t${books?.name}`, `账号\t${account}`, ...lines, `当前余额\t${yuan(books?.balanceFen)}`].join('\n'),
  };
}

function outflowLine(world: World, account: string): Material {
  const rows = (world.books.get(account)?.outflows ?? []).map((each) =>
    each.kind === 'CASH'
      ? ['ATM取现', each.place, yuan(each.amountFen), dateTime(each.outflowTime), each.serialNumber]
      : [each.payee?.accountNumber, each.payee?.accountName, each.payee?.institutionName, yuan(each.amountFen), dateTime(each.outflowTime), each.serialNumber],
  );
  return {label: '核心系统转出明细', text: rows.map((cells) => cells.join('\t')).join('\n')};
}

function begin(world: World): void {
  const paid = world.clock.iso(-12 * MINUTE);
  const moved = world.clock.iso(-6 * MINUTE);
  world.books.set(ONE, {
    name: '演练赵六',
    credits: [{fen: 8_000_000n, time: paid, serial: 'YL30260001'}],
    balanceFen: 5_500_000n,
    outflows: [
      {
        kind: 'TO_ACCOUNT',
        amountFen: '2500000',
        outflowTime: moved,
        serialNumber: 'YL30260002',
        payee: {kind: 'CARD', accountNumber: NEXT, accountName: '演练孙七', institutionName: '演练银行二'},
      },
    ],
  });
  world.books.set(TWO, {
    name: '演练吴八',
    credits: [{fen: 2_000_000n, time: paid, serial: 'YL30260003'}],
    balanceFen: 0n,
    outflows: [{kind: 'CASH', amountFen: '2000000', outflowTime: moved, serialNumber: 'YL30260004', place: '演练ATM 001'}],
  });
  let filed = 0;
  const happened = new Set<string>();
  const once = (key: string, when: boolean, after: number, act: () => void) => {
    if (!when || happened.has(key)) return;
    happened.add(key);
    world.clock.after(after, act);
  };
  world.subscribe(() => {
    const one = on(world, ONE);
    const two = on(world, TWO);
    once('one', world.isAttended(world.institution, 'LIAISON_DESK'), 4 * SECOND_MS, () => {
      filed++;
      file(world, ONE, '演练赵六', 8_000_000n, paid, 'YL30260001');
    });
    // The officer has misheard the name.
    once('two', filed === 1 && one?.state === 'STOPPED' && one.outflows.length > 0, 4 * SECOND_MS, () => {
      file(world, TWO, '演练吴九', 2_000_000n, paid, 'YL30260003');
    });
    once('mended', two?.state === 'MISMATCHED', 6 * SECOND_MS, () => {
      if (two) correct(world, two, {accountName: '演练吴八'}, []);
    });
    once('papers', one?.state === 'STOPPED', 30 * SECOND_MS, () => {
      if (one?.paper.state === 'OWED') bring(world, one, ['演练 协助止付通知书'], ['演练 人民警察证（复印件）']);
    });
    once('released', two?.state === 'STOPPED', 5 * SECOND_MS, () => {
      if (two?.state === 'STOPPED') end(world, two, 'RELEASED', '演练：账户内已无涉案资金，解除止付');
    });
    if (one?.state === 'STOPPED' && two?.lift?.state === 'LIFT_CONFIRMED') {
      once('extension', true, 44 * HOUR, () => {
        if (one.state === 'STOPPED' && one.extension === 'NOT_REQUESTED') requestExtension(world, one);
      });
    }
  });
}

export const bank: Lesson = {
  role: 'bank-liaison',
  start: '/bank',
  begin,
  texts: ['bank', 'shared'],
  steps: [
    {key: 'shift', done: (world) => world.isAttended(world.institution, 'LIAISON_DESK')},
    {key: 'arrives', done: (world, address) => address === `/bank/orders/${on(world, ONE)?.id}`},
    {key: 'take', done: (world) => !['SENT', undefined].includes(on(world, ONE)?.state)},
    {
      key: 'answer',
      material: (world) => [screen(world, ONE)],
      done: (world) => on(world, ONE)?.state === 'STOPPED',
    },
    {
      key: 'outflow',
      material: (world) => [outflowLine(world, ONE)],
      done: (world) => (on(world, ONE)?.outflows ?? []).some((each) => each.kind === 'TO_ACCOUNT'),
    },
    {
      key: 'mismatch',
      material: (world) => [screen(world, TWO)],
      done: (world) => [...world.orders.values()].some((each) => each.accountNumber === TWO && each.state === 'MISMATCHED'),
    },
    {
      key: 'mended',
      material: (world) => [screen(world, TWO), outflowLine(world, TWO)],
      done: (world) => {
        const order = on(world, TWO);
        return order?.answer?.executeTime !== undefined && order.outflows.some((each) => each.kind === 'CASH');
      },
    },
    {key: 'lift', done: (world) => on(world, TWO)?.lift?.state === 'LIFT_CONFIRMED'},
    {key: 'wait', pass: 44 * HOUR, done: (world) => on(world, ONE)?.extension !== 'NOT_REQUESTED'},
    {key: 'extend', done: (world) => on(world, ONE)?.extension === 'GRANTED'},
    {key: 'leave', done: (world) => world.did('POST /v1/attendance:signOff')},
  ],
};
