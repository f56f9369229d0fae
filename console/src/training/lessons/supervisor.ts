import {playBanks} from '../world/banks';
import {card} from '../world/ids';
import {PLACES} from '../world/places';
import type {World} from '../world/World';
import type {Lesson} from './lesson';
import {orderOn, report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const THERE = card('990001', 81);
const EMPTY = card('990002', 82);
const LATE = card('990003', 83);

function begin(world: World): void {
  const paid = world.clock.iso(-15 * MINUTE);
  for (const [account, name, fen] of [
    [THERE, world.names.hanYi, 4_000_000n],
    [EMPTY, world.names.yangEr, 6_000_000n],
    [LATE, world.names.zhuSan, 2_500_000n],
  ] as const) {
    world.books.set(account, {
      name,
      credits: [{fen, time: paid, serial: `YL6026${account.slice(-4)}`}],
      balanceFen: fen,
      outflows: [],
    });
  }
  const file = (account: string, bankName: string) => {
    const books = world.books.get(account)!;
    report(world, {account, accountName: books.name, bankName, fen: books.credits[0]!.fen, paid, serialNumber: books.credits[0]!.serial});
  };
  // Somebody is everywhere, but for the two banks of this lesson and one's own station.
  const empty = [PLACES.bankTwo.id, PLACES.bankThree.id, world.institution];
  for (const place of Object.values(PLACES)) {
    for (const {desk} of place.desks ?? []) if (desk && !empty.includes(place.id)) world.attend(place.id, desk, true);
  }
  playBanks(world);
  file(THERE, world.names.bankOne);
  script(world, () => [
    ['empty', orderOn(world, THERE)?.state === 'STOPPED', 6 * SECOND_MS, () => file(EMPTY, world.names.bankTwo)],
    ['late', orderOn(world, EMPTY)?.state === 'STOPPED', 4 * SECOND_MS, () => file(LATE, world.names.bankThree)],
  ]);
}

export const supervisor: Lesson = {
  role: 'station-supervisor',
  start: '/board',
  begin,
  texts: ['board'],
  steps: [
    {key: 'board', done: (world) => orderOn(world, EMPTY) !== undefined},
    {key: 'duty', done: (world) => world.didNow('GET /v1/institutions/{institution}/roster')},
    {key: 'ring', done: (world) => world.didNow('RING', ({at}) => at.phone === '000-9985021')},
    {key: 'taken', done: (world) => orderOn(world, EMPTY)?.state === 'STOPPED' && orderOn(world, LATE) !== undefined},
    {
      key: 'pass',
      pass: 6 * MINUTE,
      done: (world) => world.alarms.some((each) => each.cause === 'NOT_ACKNOWLEDGED'),
    },
    {key: 'case', done: (world, {address}) => address === `/cases/${orderOn(world, LATE)?.caseId}`},
    {key: 'again', done: (world) => world.didNow('RING', ({at}) => at.phone === '000-9985031')},
    {key: 'stopped', done: (world) => orderOn(world, LATE)?.state === 'STOPPED'},
    {key: 'back', done: (world, {address}) => orderOn(world, LATE)?.state === 'STOPPED' && address === '/board'},
  ],
};
