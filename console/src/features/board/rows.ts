import type {Schema} from '@/api/client';
import type {Institution} from '@/shared/directory';

export type BoardClock = Schema<'liaison.v1.BoardClock'>;
export type DeskAttendance = Schema<'liaison.v1.DeskAttendance'>;
type Kind = Schema<'liaison.v1.InstitutionKind'>;

/** What of the board is shown; an empty text shows all. */
export interface Filter {
  readonly institution: string;
  readonly kind: Kind | '';
  readonly clock: string;
}

export const NO_FILTER: Filter = {institution: '', kind: '', clock: ''};

/** Whether the clock has ended with its duty still standing, as of now. */
export function overdue(clock: BoardClock, now: number): boolean {
  return clock.missed === true || Date.parse(clock.dueTime ?? '') <= now;
}

export function byDue(one: {dueTime?: string}, other: {dueTime?: string}): number {
  return Date.parse(one.dueTime ?? '') - Date.parse(other.dueTime ?? '');
}

function fits(filter: Filter, institution: string | undefined, kinds: ReadonlyMap<string, Kind>): boolean {
  const id = institution ?? '';
  return (
    (filter.institution === '' || id === filter.institution) && (filter.kind === '' || kinds.get(id) === filter.kind)
  );
}

export function kindsOf(institutions: readonly Institution[]): ReadonlyMap<string, Kind> {
  return new Map(institutions.map((each) => [each.id ?? '', each.kind ?? 'INSTITUTION_KIND_UNSPECIFIED']));
}

export function shownClocks(
  clocks: readonly BoardClock[],
  filter: Filter,
  kinds: ReadonlyMap<string, Kind>,
): readonly BoardClock[] {
  return clocks
    .filter((each) => fits(filter, each.holder, kinds) && (filter.clock === '' || each.name === filter.clock))
    .sort(byDue);
}

export function shownDesks(
  desks: readonly DeskAttendance[],
  filter: Filter,
  kinds: ReadonlyMap<string, Kind>,
): readonly DeskAttendance[] {
  const rank = {NOBODY_THERE: 0, SYSTEM_CONNECTED: 1, ATTENDED: 2, ATTENDANCE_STATE_UNSPECIFIED: 3};
  const of = (desk: DeskAttendance) => rank[desk.state ?? 'ATTENDANCE_STATE_UNSPECIFIED'];
  return desks.filter((each) => fits(filter, each.institution, kinds)).sort((one, other) => of(one) - of(other));
}

/** Who must act: one desk with what it holds. */
export interface Holder {
  readonly key: string;
  readonly institution: string;
  readonly desk: Schema<'liaison.v1.Desk'>;
  readonly running: number;
  readonly overdue: number;
  /** The clock that ends next; absent where all have ended. */
  readonly next: BoardClock | undefined;
}

/** Who holds the ball: whose next clock ends first, first; who only holds what has ended, after them. */
export function holders(clocks: readonly BoardClock[], now: number): readonly Holder[] {
  const found = new Map<string, Holder>();
  for (const clock of [...clocks].sort(byDue)) {
    const key = `${clock.holder}|${clock.holderDesk}`;
    const late = overdue(clock, now);
    const before = found.get(key);
    found.set(key, {
      key,
      institution: clock.holder ?? '',
      desk: clock.holderDesk ?? 'DESK_UNSPECIFIED',
      running: (before?.running ?? 0) + (late ? 0 : 1),
      overdue: (before?.overdue ?? 0) + (late ? 1 : 0),
      next: before?.next ?? (late ? undefined : clock),
    });
  }
  const due = (holder: Holder) => (holder.next ? Date.parse(holder.next.dueTime ?? '') : Number.MAX_SAFE_INTEGER);
  return [...found.values()].sort((one, other) => due(one) - due(other) || other.overdue - one.overdue);
}
