import {say} from '../names';
import {playBanks} from '../world/banks';
import {addEvidence, review} from '../world/cases';
import {card} from '../world/ids';
import {PLACES, officerId} from '../world/places';
import type {Case, World} from '../world/World';
import {requestTrace} from '../world/traces';
import type {Lesson} from './lesson';
import {drawn, report, script} from './reports';

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
    name: world.names.weiSi,
    credits: [{fen: 12_000_000n, time: paid, serial: 'YL50260001'}],
    balanceFen: 9_000_000n,
    outflows: [],
  });
  const fraud = report(world, {account, accountName: world.names.weiSi, fen: 12_000_000n, paid, serialNumber: 'YL50260001'});
  addEvidence(world, fraud, say('file.slip'), drawn(world, 'slip'));
  review(world, fraud);
  script(world, () => {
    const quarrel = nth(world, 1);
    return [
      ['quarrel', fraud.state === 'FILED', 3 * SECOND_MS, () => {
        const narrative = say('tale.quarrel');
        const whole = report(world, {account: card('990001', 72), accountName: world.names.jiangWu, fen: 1_500_000n, paid, serialNumber: 'YL50260002', narrative});
        addEvidence(world, whole, say('file.contract'), drawn(world, 'contract'));
        review(world, whole);
      }],
      ['trace', quarrel?.state === 'NOT_FILED', 3 * SECOND_MS, () => requestTrace(world, fraud, say('tale.tracePaper', {number: 1}), officerId('station-officer'))],
      ['evidence', traceOf(world)?.state === 'TRACING', 4 * SECOND_MS, () => {
        if (quarrel) addEvidence(world, quarrel, say('file.evidence'), drawn(world, 'evidence'));
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
