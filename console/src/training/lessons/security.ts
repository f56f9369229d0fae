import {say} from '../names';
import {acknowledge, type Order} from '../world/orders';
import {recordStop} from '../world/answers';
import {card} from '../world/ids';
import {bring} from '../world/papers';
import type {World} from '../world/World';
import type {Lesson} from './lesson';
import {drawn, orderOn, report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const GOOD = card('990001', 61);
const POOR = card('990001', 62);
const WRONG_AMOUNT = '8,000.00';

function notice(world: World, order: Order, amount: string): string[] {
  const {orderNumber, maskedAccount, accountName} = order;
  return drawn(world, 'noticeOf', {order: orderNumber, account: maskedAccount, holder: accountName, amount});
}

/** A stop that the bank's liaison officer has made already. */
function stopped(world: World, account: string, accountName: string, paid: string): Order {
  report(world, {account, accountName, fen: 3_000_000n, paid, serialNumber: `YL4026${account.slice(-4)}`});
  const order = orderOn(world, account)!;
  acknowledge(world, order);
  recordStop(world, order, {
    record: {accountName, accountNumber: account, credits: [{amountFen: '3000000', bookingTime: paid}]},
    balanceBeforeFen: '3000000',
    heldFen: '3000000',
    outflows: [],
    reason: '',
    operator: {name: world.names.clerkQian},
    executeTime: undefined,
  });
  return order;
}

function begin(world: World): void {
  const paid = world.clock.iso(-90 * MINUTE);
  const good = stopped(world, GOOD, world.names.zhengYi, paid);
  const poor = stopped(world, POOR, world.names.fengEr, paid);
  let round = 0;
  script(world, () => [
    ['good', world.isAttended(world.institution, 'SECURITY_DESK'), 3 * SECOND_MS, () => bring(world, good, notice(world, good, '30,000.00'), drawn(world, 'idCopy'))],
    ['poor', good.paper.state === 'COUNTERSIGNED', 4 * SECOND_MS, () => bring(world, poor, notice(world, poor, WRONG_AMOUNT), drawn(world, 'idCopy'))],
  ]);
  // Whoever signs what is wrong gets another chance to look.
  world.subscribe(() => {
    if (poor.paper.state !== 'COUNTERSIGNED' || world.did('POST /v1/stopOrders/{id}:refusePaper') || round > 5) return;
    round++;
    world.slips.add(`signed ${round}`);
    poor.paper = {...poor.paper, state: 'DELIVERED', deliverTime: world.clock.iso()};
    delete poor.paper.countersignTime;
  });
}

function paperOf(world: World, account: string): string {
  return orderOn(world, account)?.paper.state ?? '';
}

export const security: Lesson = {
  role: 'bank-security-desk',
  start: '/security',
  begin,
  texts: ['security', 'shared'],
  steps: [
    {key: 'shift', done: (world) => world.isAttended(world.institution, 'SECURITY_DESK')},
    {key: 'open', done: (world, {address}) => address === `/security/orders/${orderOn(world, GOOD)?.id}`},
    {key: 'look', done: (world) => world.didNow('GET /v1/stopOrders/{id}/papers/{number}:download')},
    {key: 'sign', done: (world) => paperOf(world, GOOD) === 'COUNTERSIGNED'},
    {
      key: 'lookAgain',
      done: (world) => {
        const id = orderOn(world, POOR)?.id;
        return world.didNow('GET /v1/stopOrders/{id}/papers/{number}:download', ({at}) => at.id === id && at.number === '1');
      },
    },
    {key: 'refuse', done: (world) => world.did('POST /v1/stopOrders/{id}:refusePaper')},
    {
      key: 'book',
      material: (world) => {
        const paper = say('tale.stopPaper', {number: '0088'});
        return [
          {label: say('material.byHand'), text: say('material.byHandText', {paper})},
          {label: say('material.handOver'), file: {name: say('file.handOver'), lines: drawn(world, 'handOver', {paper})}},
        ];
      },
      done: (world) => orderOn(world, POOR)?.paper.handOver !== undefined,
    },
    {key: 'last', done: (world) => orderOn(world, POOR)?.paper.handOver !== undefined && paperOf(world, POOR) === 'COUNTERSIGNED'},
  ],
};
