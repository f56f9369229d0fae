import type {Case, StopOrder} from '../data';

/** The law's number of stops of one account (86号: 次数以两次为限). */
export const STOPS_MAX = 2;

/** How many stops of its account an order's case knows to be used or asked for: a stop made is used for good. */
export function usedBy(order: StopOrder, all: readonly (StopOrder | undefined)[]): number {
  const same = all.filter(
    (each) =>
      each !== undefined &&
      each.purpose === order.purpose &&
      (each.accountNumber ? each.accountNumber === order.accountNumber : each.id === order.id),
  );
  const second = (each: StopOrder) =>
    each.ordinal === 'SECOND' || each.extension === 'REQUESTED' || each.extension === 'GRANTED';
  return [...same, order].some((each) => each && second(each)) ? STOPS_MAX : 1;
}

/** What comes next for an order whose stop runs or has ended. */
export type Next =
  /** It runs, and can be extended until it ends. */
  | 'extend'
  /** Asked for; the bank's word is awaited. */
  | 'asked'
  /** It runs for the second and last time. */
  | 'last'
  /** It has ended; one more stop is left. */
  | 'again'
  /** The same for an account the victim never paid: no payment of his brings it about. */
  | 'againMoved'
  /** It has ended, and a newer order of the case stands against the account. */
  | 'newer'
  /** It has ended, and no stop is left. */
  | 'over'
  /** The victim's own account, counted apart. */
  | 'own';

const RUNNING: readonly (string | undefined)[] = ['ISSUED', 'SENT', 'ACKNOWLEDGED', 'STOPPED'];

/** Null where the order's state says enough by itself. */
export function nextOf(order: StopOrder, all: readonly (StopOrder | undefined)[]): Next | null {
  const ended = order.state === 'LAPSED' || order.state === 'RELEASED';
  if (!ended && order.state !== 'STOPPED') return null;
  if (order.purpose === 'VICTIMS_OWN') return 'own';
  if (order.state === 'STOPPED') {
    if (order.extension === 'REQUESTED') return 'asked';
    return usedBy(order, all) >= STOPS_MAX ? 'last' : 'extend';
  }
  const newer = all.some(
    (each) =>
      each !== undefined &&
      each.id !== order.id &&
      each.accountNumber &&
      each.accountNumber === order.accountNumber &&
      RUNNING.includes(each.state),
  );
  if (newer) return 'newer';
  if (order.state === 'LAPSED' && order.extension === 'REQUESTED') return 'asked';
  if (usedBy(order, all) >= STOPS_MAX) return 'over';
  return (order.layer ?? 1) > 1 ? 'againMoved' : 'again';
}

/** A freeze waits for the filing; a case that is refused has none. */
export function freezeNeeds(state: Case['state']): 'filing' | 'approval' {
  return state === 'FILED' ? 'approval' : 'filing';
}
