import {compare, recordMismatch, recordStop} from './answers';
import {say} from '../names';
import {type Order, acknowledge} from './orders';
import {countersign} from './papers';
import type {World} from './World';

/** How long a liaison officer of the script takes. */
const TAKES_MS = 3_000;
const ANSWERS_MS = 6_000;
const SIGNS_MS = 8_000;

function operator(world: World) {
  return {name: world.names.dutyOne, phone: '000-9985000'};
}

/** Banks that are not the trainee's: whoever is at his desk takes each order in hand and answers it by his books. */
export function playBanks(world: World): void {
  const taken = new Set<string>();
  const signed = new Set<string>();
  world.subscribe(() => {
    for (const order of world.orders.values()) {
      if (order.bank === world.institution) continue;
      if (order.state === 'SENT' && world.isAttended(order.bank, 'LIAISON_DESK') && !taken.has(order.id)) {
        taken.add(order.id);
        world.clock.after(TAKES_MS, () => take(world, order));
      }
      const {state, deliverTime = ''} = order.paper;
      if (state === 'DELIVERED' && !signed.has(order.id + deliverTime)) {
        signed.add(order.id + deliverTime);
        world.clock.after(SIGNS_MS, () => order.paper.state === 'DELIVERED' && countersign(world, order));
      }
    }
  });
}

function take(world: World, order: Order): void {
  if (order.state !== 'SENT') return;
  acknowledge(world, order);
  world.clock.after(ANSWERS_MS, () => reply(world, order));
}

/** What differs may not be stopped; what agrees is, with what is still there. */
function reply(world: World, order: Order): void {
  if (order.state !== 'ACKNOWLEDGED') return;
  const books = world.books.get(order.accountNumber);
  if (books === undefined) {
    recordMismatch(world, order, 'account', operator(world));
    return;
  }
  const record = {
    accountName: books.name,
    accountNumber: order.accountNumber,
    credits: books.credits.map((each) => ({
      amountFen: each.fen.toString(),
      bookingTime: each.time,
      serialNumber: each.serial,
    })),
  };
  const [differs] = compare(order, record).blocking ?? [];
  if (differs) {
    recordMismatch(world, order, differs, operator(world));
    return;
  }
  recordStop(world, order, {
    record,
    balanceBeforeFen: books.balanceFen.toString(),
    heldFen: books.balanceFen.toString(),
    outflows: books.outflows,
    reason: say('tale.agrees'),
    operator: operator(world),
    executeTime: undefined,
  });
}
