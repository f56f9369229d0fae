import {open, stop} from '../world/cases';
import {card} from '../world/ids';
import {OFFICER, SECOND} from '../world/places';
import type {Order} from '../world/orders';
import type {Case, World} from '../world/World';

export interface Reported {
  readonly account: string;
  readonly accountName: string;
  readonly bankName?: string;
  readonly fen: bigint;
  readonly paid: string;
  readonly serialNumber: string;
  readonly narrative?: string;
}

/** A report that an officer of the script has taken at the station, over one payment; its stop goes out at once. */
export function report(world: World, told: Reported): Case {
  const whole = open(world, {
    channel: 'WINDOW',
    receiveTime: world.clock.iso(),
    officer: OFFICER,
    secondOfficer: SECOND,
    victim: {kind: 'PERSON', name: '演练王某某', idType: 'RESIDENT_ID', phone: '13999800001', age: 46},
    fraudType: 'FALSE_AUTHORITY',
    narrative: told.narrative ?? '演练：自称公安局民警，称受害人涉嫌洗钱，要求将钱转入“安全账户”。',
    totalLossFen: told.fen.toString(),
    contacts: [
      {
        number: 1,
        direction: 'INCOMING',
        kind: 'OVERSEAS',
        displayed: '+000110',
        startTime: told.paid,
        durationSeconds: 600,
      },
    ],
    transfers: [
      {
        number: 1,
        amountFen: told.fen.toString(),
        transferTime: told.paid,
        channel: 'MOBILE_BANK',
        serialNumber: told.serialNumber,
        payer: {kind: 'CARD', institutionName: '演练银行三', accountNumber: card('990003', 54), accountName: '演练王某某'},
        payee: {
          kind: 'CARD',
          institutionName: told.bankName ?? '演练银行一',
          accountNumber: told.account,
          accountName: told.accountName,
        },
      },
    ],
  });
  stop(world, whole);
  return whole;
}

/** The order on this account that is in force. */
export function orderOn(world: World, account: string): Order | undefined {
  return [...world.orders.values()].filter((each) => each.accountNumber === account).at(-1);
}

/** Lets each thing of a script happen once, some time after what it waits for has come about. */
export function script(world: World, scenes: () => readonly (readonly [name: string, when: boolean, after: number, act: () => void])[]): void {
  const played = new Set<string>();
  world.subscribe(() => {
    for (const [name, when, after, act] of scenes()) {
      if (!when || played.has(name)) continue;
      played.add(name);
      world.clock.after(after, act);
    }
  });
}
