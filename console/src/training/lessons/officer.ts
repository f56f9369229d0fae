import {dateTime} from '@/shared/time';
import {textAt, payments} from '../world/drafts';
import {decide} from '../world/cases';
import {playBanks} from '../world/banks';
import {card} from '../world/ids';
import type {Order} from '../world/orders';
import {PLACES} from '../world/places';
import type {Draft} from '../world/drafts';
import type {Case, World} from '../world/World';
import type {Lesson, Material} from './lesson';
import {script} from './reports';

const MINUTE = 60_000;
const FIRST = card('990001', 41);
const SECOND = card('990002', 42);
const VICTIM = card('990003', 43);
const PAYEE = '演练张三';
const PAID_FEN = 5_000_000n;
const LEFT_FEN = 3_000_000n;
const DECIDES_MS = 8_000;

/** What the victim holds in his hand: the message of his bank. */
function message(world: World): string {
  const books = world.books.get(FIRST);
  const time = dateTime(books?.credits[0]?.time);
  return `【演练银行三】您的账户${VICTIM}于${time}转账支出人民币50,000.00元，收款人：${PAYEE}，收款账号：${FIRST}，收款银行：演练银行一，流水号：YL20260001。`;
}

const NOTICE: Material = {
  label: '止付通知书',
  file: {name: '演练-协助止付通知书.png', lines: ['演练 协助止付通知书', '致：演练银行一', '请协助止付下列账户（见止付单）', '经办人：演练陈警官 998101', '演练县公安局演练派出所']},
};
const ID_COPY: Material = {
  label: '警察证复印件',
  file: {name: '演练-人民警察证复印件.png', lines: ['演练 人民警察证（复印件）', '姓名：演练陈警官', '警号：998101', '单位：演练县公安局演练派出所']},
};

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
    name: PAYEE,
    credits: [{fen: PAID_FEN, time: paid, serial: 'YL20260001'}],
    balanceFen: LEFT_FEN,
    outflows: [
      {
        kind: 'TO_ACCOUNT',
        amountFen: (PAID_FEN - LEFT_FEN).toString(),
        outflowTime: moved,
        serialNumber: 'YL20260002',
        payee: {kind: 'CARD', accountNumber: SECOND, accountName: '演练李四', institutionName: '演练银行二'},
      },
    ],
  });
  world.books.set(SECOND, {
    name: '演练李四',
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
        if (whole) decide(world, whole, true, '有犯罪事实，需要追究刑事责任。（演练）', PLACES.county.id);
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
      material: (world) => [{label: '受害人手机里的银行短信', text: message(world)}],
      done: (world) => {
        const taken = draft(world);
        return taken !== undefined && payments(world, taken).length > 0;
      },
    },
    {
      key: 'victim',
      material: () => [{label: '受害人自述', text: '演练王某某，电话 13999800001。对方自称公安局办案民警，称其涉嫌洗钱，要求把钱转入“安全账户”。'}],
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
      material: () => [NOTICE, ID_COPY],
      done: (world) => ['DELIVERED', 'COUNTERSIGNED'].includes(first(world)?.paper.state ?? ''),
    },
    {key: 'review', done: (world) => ['REVIEW', 'FILED'].includes(caseNow(world)?.state ?? '')},
    {key: 'receipt', done: (world, {address}) => address === `/cases/${caseNow(world)?.id}/receipt`},
  ],
};
