import {say} from '../names';
import {open, stop} from '../world/cases';
import {card} from '../world/ids';
import {firstOfficer, secondOfficer} from '../world/places';
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
    officer: firstOfficer(world.names),
    secondOfficer: secondOfficer(world.names),
    victim: {kind: 'PERSON', name: world.names.victim, idType: 'RESIDENT_ID', phone: '13999800001', age: 46},
    fraudType: 'FALSE_AUTHORITY',
    narrative: told.narrative ?? say('tale.posing'),
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
        payer: {kind: 'CARD', institutionName: world.names.bankThree, accountNumber: card('990003', 54), accountName: world.names.victim},
        payee: {
          kind: 'CARD',
          institutionName: told.bankName ?? world.names.bankOne,
          accountNumber: told.account,
          accountName: told.accountName,
        },
      },
    ],
  });
  stop(world, whole);
  return whole;
}

/** What stands on a paper of the exercise, line by line. */
export function drawn(world: World, key: string, values: Readonly<Record<string, string>> = {}): string[] {
  return say(`drawn.${key}`, {...world.names, ...values}).split('\n');
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
