import {playBanks} from '../world/banks';
import {addEvidence, review} from '../world/cases';
import {card} from '../world/ids';
import {PLACES, officerId} from '../world/places';
import type {Case, World} from '../world/World';
import {requestTrace} from '../world/traces';
import type {Lesson} from './lesson';
import {report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;

/** The cases of this lesson, in the order in which they come. */
function nth(world: World, at: number): Case | undefined {
  return [...world.cases.values()][at];
}

function traceOf(world: World) {
  return [...world.traces.values()][0];
}

function begin(world: World): void {
  const paid = world.clock.iso(-3 * 60 * MINUTE);
  world.attend(PLACES.bankOne.id, 'LIAISON_DESK', true);
  playBanks(world);
  const account = card('990001', 71);
  world.books.set(account, {
    name: '演练卫四',
    credits: [{fen: 12_000_000n, time: paid, serial: 'YL50260001'}],
    balanceFen: 9_000_000n,
    outflows: [],
  });
  const fraud = report(world, {account, accountName: '演练卫四', fen: 12_000_000n, paid, serialNumber: 'YL50260001'});
  addEvidence(world, fraud, '演练-转账凭证.png', ['演练 转账凭证', '付款人：演练王某某', '收款人：演练卫四', '金额：人民币 120,000.00 元']);
  review(world, fraud);
  script(world, () => {
    const quarrel = nth(world, 1);
    return [
      ['quarrel', fraud.state === 'FILED', 3 * SECOND_MS, () => {
        const narrative = '演练：报案人与朋友合伙开店，约定分红，朋友延期还款；双方有书面协议，对方承认欠款并已还一部分，未冒充任何人。';
        const whole = report(world, {account: card('990001', 72), accountName: '演练蒋五', fen: 1_500_000n, paid, serialNumber: 'YL50260002', narrative});
        addEvidence(world, whole, '演练-合伙协议.png', ['演练 合伙协议', '甲方：演练报案人', '乙方：演练蒋五', '约定：按季度分红，可延期归还']);
        review(world, whole);
      }],
      ['trace', quarrel?.state === 'NOT_FILED', 3 * SECOND_MS, () => requestTrace(world, fraud, '演练调证〔2026〕1号', officerId('station-officer'))],
      ['evidence', traceOf(world)?.state === 'TRACING', 4 * SECOND_MS, () => {
        if (quarrel) addEvidence(world, quarrel, '演练-新证据.png', ['演练 补充证据', '同一收款账户另有三名报案人', '协议上的公章经鉴定系伪造']);
      }],
    ];
  });
}

export const approver: Lesson = {
  role: 'county-approver',
  start: '/approval',
  begin,
  texts: ['approval'],
  steps: [
    {key: 'open', done: (world, {address}) => address === `/approval/cases/${nth(world, 0)?.id}`},
    {key: 'evidence', done: (world) => world.didNow('GET /v1/cases/{id}/evidence/{number}:download')},
    {key: 'file', done: (world) => nth(world, 0)?.state === 'FILED'},
    {key: 'second', done: (world, {address}) => nth(world, 1) !== undefined && address === `/approval/cases/${nth(world, 1)?.id}`},
    {key: 'decline', done: (world) => nth(world, 1)?.state === 'NOT_FILED'},
    {key: 'trace', done: (world) => traceOf(world)?.state === 'TRACING'},
    {
      key: 'again',
      done: (world, {address}) => (nth(world, 1)?.evidence?.length ?? 0) > 1 && address === `/approval/cases/${nth(world, 1)?.id}`,
    },
    {key: 'after', done: (world) => nth(world, 1)?.state === 'FILED'},
    {key: 'board', done: (_, {address}) => address === '/board'},
  ],
};
