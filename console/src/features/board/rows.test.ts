import {describe, expect, it} from 'vitest';
import {type BoardClock, NO_FILTER, holders, overdue, shownClocks, shownDesks} from './rows';

const NOON = Date.parse('2026-11-21T12:00:00+08:00');

function clock(name: string, holder: string, minutes: number, missed = false): BoardClock {
  return {
    id: `${name}-${holder}-${minutes}`,
    name,
    holder,
    holderDesk: holder === 'bank' ? 'LIAISON_DESK' : 'UNIT_DESK',
    dueTime: new Date(NOON + minutes * 60_000).toISOString(),
    missed,
  };
}

const kinds = new Map([
  ['bank', 'BANK'],
  ['station', 'POLICE'],
] as const);

const all = [clock('stop', 'bank', 90), clock('entry', 'station', 5), clock('paper', 'station', -20, true), clock('acknowledge', 'bank', 2)];

describe('the board', () => {
  it('shows what lapses next first', () => {
    expect(shownClocks(all, NO_FILTER, kinds).map((each) => each.name)).toEqual(['paper', 'acknowledge', 'entry', 'stop']);
  });

  it('shows one institution, one kind of institution, or one clock alone', () => {
    const named = (filter: object) => shownClocks(all, {...NO_FILTER, ...filter}, kinds).map((each) => each.name);
    expect(named({institution: 'station'})).toEqual(['paper', 'entry']);
    expect(named({kind: 'BANK'})).toEqual(['acknowledge', 'stop']);
    expect(named({clock: 'stop', kind: 'POLICE'})).toEqual([]);
  });

  it('counts a clock as overdue from its very end, whether or not the service has said so', () => {
    const due = clock('entry', 'station', 0);
    expect(overdue(due, NOON - 1)).toBe(false);
    expect(overdue(due, NOON)).toBe(true);
    expect(overdue(clock('paper', 'station', 20, true), NOON)).toBe(true);
  });

  it('tells who holds the ball: whose next clock ends first, first', () => {
    expect(holders(all, NOON)).toMatchObject([
      {institution: 'bank', running: 2, overdue: 0, next: {name: 'acknowledge'}},
      {institution: 'station', running: 1, overdue: 1, next: {name: 'entry'}},
    ]);
  });

  it('puts whoever only holds what has ended last', () => {
    const late = [clock('paper', 'station', -20, true), clock('stop', 'bank', 90)];
    expect(holders(late, NOON).map((each) => each.institution)).toEqual(['bank', 'station']);
    expect(holders(late, NOON)[1]).toMatchObject({running: 0, overdue: 1, next: undefined});
  });

  it('shows empty desks first', () => {
    const desks = [
      {institution: 'station', desk: 'UNIT_DESK', state: 'ATTENDED'},
      {institution: 'bank', desk: 'LIAISON_DESK', state: 'NOBODY_THERE'},
    ] as const;
    expect(shownDesks(desks, NO_FILTER, kinds).map((each) => each.institution)).toEqual(['bank', 'station']);
    expect(shownDesks(desks, {...NO_FILTER, kind: 'POLICE'}, kinds)).toHaveLength(1);
  });
});
