import {acknowledge, type Order} from '../world/orders';
import {recordStop} from '../world/answers';
import {card} from '../world/ids';
import {bring} from '../world/papers';
import type {World} from '../world/World';
import type {Lesson} from './lesson';
import {orderOn, report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const GOOD = card('990001', 61);
const POOR = card('990001', 62);
const WRONG_AMOUNT = '8,000.00';

const ID_COPY = ['演练 人民警察证（复印件）', '姓名：演练陈警官', '警号：998101', '单位：演练县公安局演练派出所'];

function notice(order: Order, amount: string): string[] {
  return [
    '演练 协助止付通知书',
    '致：演练银行一',
    `止付单号：${order.orderNumber}`,
    `账号：${order.maskedAccount}`,
    `户名：${order.accountName}`,
    `涉案金额：人民币 ${amount} 元`,
    '经办人：演练陈警官 998101    协查人：演练李警官 998102',
  ];
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
    operator: {name: '演练钱专员'},
    executeTime: undefined,
  });
  return order;
}

function begin(world: World): void {
  const paid = world.clock.iso(-90 * MINUTE);
  const good = stopped(world, GOOD, '演练郑一', paid);
  const poor = stopped(world, POOR, '演练冯二', paid);
  let round = 0;
  script(world, () => [
    ['good', world.isAttended(world.institution, 'SECURITY_DESK'), 3 * SECOND_MS, () => bring(world, good, notice(good, '30,000.00'), ID_COPY)],
    ['poor', good.paper.state === 'COUNTERSIGNED', 4 * SECOND_MS, () => bring(world, poor, notice(poor, WRONG_AMOUNT), ID_COPY)],
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
      material: () => [
        {label: '民警当面递交', text: '文书编号：演练止付〔2026〕0088号\n警号：998101'},
        {
          label: '交接照片',
          file: {name: '演练-交接照片.png', lines: ['演练 协助止付通知书', '编号：演练止付〔2026〕0088号', '涉案金额：人民币 30,000.00 元', '当面递交：演练陈警官 998101']},
        },
      ],
      done: (world) => orderOn(world, POOR)?.paper.handOver !== undefined,
    },
    {key: 'last', done: (world) => orderOn(world, POOR)?.paper.handOver !== undefined && paperOf(world, POOR) === 'COUNTERSIGNED'},
  ],
};
