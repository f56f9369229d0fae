import {dateTime} from '@/shared/time';
import {say} from '../names';
import {textAt, payments} from '../world/drafts';
import {decide} from '../world/cases';
import {playBanks} from '../world/banks';
import {card} from '../world/ids';
import type {Order} from '../world/orders';
import {PLACES} from '../world/places';
import type {Draft} from '../world/drafts';
import type {Case, World} from '../world/World';
import type {Lesson, Material} from './lesson';
import {drawn, script} from './reports';

const MINUTE = 60_000;
const FIRST = card('990001', 41);
const SECOND = card('990002', 42);
const VICTIM = card('990003', 43);
const PAID_FEN = 5_000_000n;
const LEFT_FEN = 3_000_000n;
const DECIDES_MS = 8_000;

/** What the victim holds in his hand: the message of his bank, which writes Chinese to everybody. */
function message(world: World): string {
  const books = world.books.get(FIRST);
  const time = dateTime(books?.credits[0]?.time);
  return `【${world.names.bankThree}】您的账户${VICTIM}于${time}转账支出人民币50,000.00元，收款人：${world.names.zhangSan}，收款账号：${FIRST}，收款银行：${world.names.bankOne}，流水号：YL20260001。`;
}

function papers(world: World): Material[] {
  return [
    {label: say('material.notice'), file: {name: say('file.notice'), lines: drawn(world, 'notice')}},
    {label: say('material.idCopy'), file: {name: say('file.idCopy'), lines: drawn(world, 'idCopy')}},
  ];
}

function draft(world: World): Draft | undefined {
  return [...world.drafts.values()].at(-1);
}

function caseNow(world: World): Case | undefined {
  return [...world.cases.values()].find((each) => each.draft !== '');
}

/** The order in force on the first account: the one sent, or the one that has mended it. */
function first(world: World): Order | undefined {
  return [...world.orders.values()].find((each) => each.layer === 1 && !each.correctedByStopOrder);
}

function begin(world: World): void {
  const paid = world.clock.iso(-18 * MINUTE);
  const moved = world.clock.iso(-9 * MINUTE);
  world.books.set(FIRST, {
    name: world.names.zhangSan,
    credits: [{fen: PAID_FEN, time: paid, serial: 'YL20260001'}],
    balanceFen: LEFT_FEN,
    outflows: [
      {
        kind: 'TO_ACCOUNT',
        amountFen: (PAID_FEN - LEFT_FEN).toString(),
        outflowTime: moved,
        serialNumber: 'YL20260002',
        payee: {kind: 'CARD', accountNumber: SECOND, accountName: world.names.liSi, institutionName: world.names.bankTwo},
      },
    ],
  });
  world.books.set(SECOND, {
    name: world.names.liSi,
    credits: [{fen: PAID_FEN - LEFT_FEN, time: moved, serial: 'YL20260002'}],
    balanceFen: PAID_FEN - LEFT_FEN,
    outflows: [],
  });
  // Nobody is at the first bank's desk until he is rung.
  world.attend(PLACES.bankTwo.id, 'LIAISON_DESK', true);
  playBanks(world);
  script(world, () => {
    const whole = caseNow(world);
    return [
      ['decided', whole?.state === 'REVIEW', DECIDES_MS, () => {
        if (whole) decide(world, whole, true, say('tale.crime'), PLACES.county.id);
      }],
    ];
  });
}

export const officer: Lesson = {
  role: 'station-officer',
  start: '/intake',
  begin,
  texts: ['intake', 'cases'],
  steps: [
    {key: 'open', done: (_, {address}) => address.startsWith('/intake/')},
    {
      key: 'paste',
      material: (world) => [{label: say('material.message'), text: message(world)}],
      done: (world) => {
        const taken = draft(world);
        return taken !== undefined && payments(world, taken).length > 0;
      },
    },
    {
      key: 'victim',
      material: (world) => [{label: say('material.told'), text: say('material.toldText', world.names)}],
      done: (world) => {
        const taken = draft(world);
        return taken !== undefined && textAt(taken, 'victim.name') !== '' && textAt(taken, 'fraudType') !== '';
      },
    },
    {key: 'stop', done: (world) => first(world) !== undefined},
    {key: 'ring', done: (world) => world.didNow('RING', ({at}) => at.phone === '000-9985011')},
    {key: 'case', done: (world, {address}) => address === `/cases/${caseNow(world)?.id}`},
    {key: 'answered', done: (world) => first(world)?.state === 'STOPPED'},
    {
      key: 'layer',
      done: (world, {address, tab}) =>
        [...world.orders.values()].some((each) => each.layer === 2 && each.state === 'STOPPED') &&
        address === `/cases/${caseNow(world)?.id}` &&
        tab === 'trail',
    },
    {
      key: 'papers',
      material: papers,
      done: (world) => ['DELIVERED', 'COUNTERSIGNED'].includes(first(world)?.paper.state ?? ''),
    },
    {key: 'review', done: (world) => ['REVIEW', 'FILED'].includes(caseNow(world)?.state ?? '')},
    {key: 'receipt', done: (world, {address}) => address === `/cases/${caseNow(world)?.id}/receipt`},
  ],
};
