import type {Case, StopOrder} from '../data';

/** What is still to be done so that two officers stand behind the stops; null where nothing is. */
export type SecondWord =
  /** Nobody is named. */
  | 'missing'
  /** Named without a number: no login can be told to be his. */
  | 'numberless'
  /** The first officer's own number. */
  | 'same'
  /** Named, and his word is awaited. */
  | 'awaited'
  /** Awaited beyond the policy's time. */
  | 'overdue';

export function wordOf(whole: Case, orders: readonly (StopOrder | undefined)[]): SecondWord | null {
  if (whole.secondOfficerConfirmation) return null;
  const {officer, secondOfficer} = whole.report ?? {};
  const number = secondOfficer?.officerNumber ?? '';
  if (number !== '' && number === officer?.officerNumber) return 'same';
  if (number !== '') return orders.some((each) => each?.secondOfficerState === 'OFFICER_OVERDUE') ? 'overdue' : 'awaited';
  return secondOfficer?.name ? 'numberless' : 'missing';
}

/** The clock of his word that ends first among the orders'. */
export function clockOf(orders: readonly (StopOrder | undefined)[]) {
  return orders
    .flatMap((each) => each?.clocks ?? [])
    .filter((each) => each.name === 'second-officer' && each.state !== 'MET')
    .sort((one, other) => Date.parse(one.dueTime ?? '') - Date.parse(other.dueTime ?? ''))[0];
}
