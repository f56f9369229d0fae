import {dateTime} from '@/shared/time';
import {yuan} from '@/shared/money';
import {say} from '../names';
import {requestExtension} from '../world/answers';
import {card} from '../world/ids';
import {HOUR} from '../world/limits';
import {end} from '../world/orders';
import {bring, countersign} from '../world/papers';
import {correct} from '../world/routes/orders';
import type {World} from '../world/World';
import type {Lesson, Material} from './lesson';
import {drawn, orderOn, report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const ONE = card('990001', 51);
const TWO = card('990001', 52);
const NEXT = card('990002', 53);

/** What the bank's own system shows of an account. */
function screen(world: World, account: string): Material {
  const books = world.books.get(account);
  const lines = (books?.credits ?? []).map((each) => `${say('material.booksCredit')}\t${dateTime(each.time)}\t${yuan(each.fen)}\t${each.serial}`);
  return {
    label: say('material.books', {account}),
    text: [
      `${say('material.booksName')}\t${books?.name}`,
      `${say('material.booksAccount')}\t${account}`,
      ...lines,
      `${say('material.booksBalance')}\t${yuan(books?.balanceFen)}`,
    ].join('\n'),
  };
}

function outflowLine(world: World, account: string): Material {
  const rows = (world.books.get(account)?.outflows ?? []).map((each) =>
    each.kind === 'CASH'
      ? [say('material.cash'), each.place, yuan(each.amountFen), dateTime(each.outflowTime), each.serialNumber]
      : [each.payee?.accountNumber, each.payee?.accountName, each.payee?.institutionName, yuan(each.amountFen), dateTime(each.outflowTime), each.serialNumber],
  );
  return {label: say('material.outflows'), text: rows.map((cells) => cells.join('\t')).join('\n')};
}

function begin(world: World): void {
  const paid = world.clock.iso(-12 * MINUTE);
  const moved = world.clock.iso(-6 * MINUTE);
  world.books.set(ONE, {
    name: world.names.zhaoLiu,
    credits: [{fen: 8_000_000n, time: paid, serial: 'YL30260001'}],
    balanceFen: 5_500_000n,
    outflows: [
      {
        kind: 'TO_ACCOUNT',
        amountFen: '2500000',
        outflowTime: moved,
        serialNumber: 'YL30260002',
        payee: {kind: 'CARD', accountNumber: NEXT, accountName: world.names.sunQi, institutionName: world.names.bankTwo},
      },
    ],
  });
  world.books.set(TWO, {
    name: world.names.wuBa,
    credits: [{fen: 2_000_000n, time: paid, serial: 'YL30260003'}],
    balanceFen: 0n,
    outflows: [{kind: 'CASH', amountFen: '2000000', outflowTime: moved, serialNumber: 'YL30260004', place: world.names.cashPoint}],
  });
  script(world, () => {
    const one = orderOn(world, ONE);
    const two = orderOn(world, TWO);
    const held = one?.state === 'STOPPED';
    return [
      ['one', world.isAttended(world.institution, 'LIAISON_DESK'), 4 * SECOND_MS, () => {
        report(world, {account: ONE, accountName: world.names.zhaoLiu, fen: 8_000_000n, paid, serialNumber: 'YL30260001'});
      }],
      // The officer has misheard the name.
      ['two', held && one.outflows.length > 0, 4 * SECOND_MS, () => {
        report(world, {account: TWO, accountName: world.names.wuJiu, fen: 2_000_000n, paid, serialNumber: 'YL30260003'});
      }],
      ['mended', two?.state === 'MISMATCHED', 6 * SECOND_MS, () => {
        if (two) correct(world, two, {accountName: world.names.wuBa}, []);
      }],
      ['papers', held, 30 * SECOND_MS, () => {
        if (one?.paper.state === 'OWED') bring(world, one, drawn(world, 'noticeShort'), drawn(world, 'idShort'));
      }],
      ['signed', one?.paper.state === 'DELIVERED', 20 * SECOND_MS, () => {
        if (one?.paper.state === 'DELIVERED') countersign(world, one);
      }],
      ['released', two?.state === 'STOPPED' && two.outflows.length > 0, 5 * SECOND_MS, () => {
        if (two?.state === 'STOPPED') end(world, two, 'RELEASED', say('tale.nothingLeft'));
      }],
      ['extension', held && two?.lift?.state === 'LIFT_CONFIRMED', 44 * HOUR, () => {
        if (one?.state === 'STOPPED' && one.extension === 'NOT_REQUESTED') requestExtension(world, one);
      }],
    ];
  });
}

export const bank: Lesson = {
  role: 'bank-liaison',
  start: '/bank',
  begin,
  texts: ['bank', 'shared'],
  steps: [
    {key: 'shift', done: (world) => world.isAttended(world.institution, 'LIAISON_DESK')},
    {key: 'arrives', done: (world, {address}) => address === `/bank/orders/${orderOn(world, ONE)?.id}`},
    {key: 'take', done: (world) => !['SENT', undefined].includes(orderOn(world, ONE)?.state)},
    {
      key: 'answer',
      material: (world) => [screen(world, ONE)],
      done: (world) => orderOn(world, ONE)?.state === 'STOPPED',
    },
    {
      key: 'outflow',
      material: (world) => [outflowLine(world, ONE)],
      done: (world) => (orderOn(world, ONE)?.outflows ?? []).some((each) => each.kind === 'TO_ACCOUNT'),
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
        const order = orderOn(world, TWO);
        return order?.answer?.executeTime !== undefined && order.outflows.some((each) => each.kind === 'CASH');
      },
    },
    {key: 'lift', done: (world) => orderOn(world, TWO)?.lift?.state === 'LIFT_CONFIRMED'},
    {key: 'wait', pass: 44 * HOUR, done: (world) => orderOn(world, ONE)?.extension !== 'NOT_REQUESTED'},
    {key: 'extend', done: (world) => orderOn(world, ONE)?.extension === 'GRANTED'},
    {key: 'leave', done: (world) => world.didNow('POST /v1/attendance:signOff')},
  ],
};
