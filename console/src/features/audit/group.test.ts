import {describe, expect, it} from 'vitest';
import {grouped, single} from './group';
import type {Entry, Found} from './log';

let ids = 0;

function seen(minute: number, change: Partial<Entry> = {}, service: Found['service'] = 'case-service'): Found {
  return {
    service,
    entry: {
      id: `e${ids++}`,
      time: new Date(Date.UTC(2026, 10, 22, 3, minute)).toISOString(),
      actor: {officer: 'one', institution: 'station'},
      action: 'casefile.GetCase',
      subject: 'cases/a',
      outcome: 'READ',
      ...change,
    },
  };
}

const counts = (found: readonly Found[]) => grouped(found).map(({all}) => all.length);

describe('looks of one sitting', () => {
  it('stand in one row, with whatever happened between them beside it', () => {
    const other = seen(18, {actor: {officer: 'two', institution: 'station'}});
    const done = seen(17, {outcome: 'DONE', action: 'casefile.ReviewCase'});
    const found = [seen(20), seen(19), other, done, seen(12), seen(3)];
    const rows = grouped(found);
    expect(rows.map(({all}) => all.length)).toEqual([4, 1, 1]);
    expect(rows[0]?.all.map(({entry}) => entry.time?.slice(14, 16))).toEqual(['20', '19', '12', '03']);
    expect(rows.flatMap(({all}) => all)).toHaveLength(found.length);
  });

  it('end after ten minutes without one', () => {
    expect(counts([seen(40), seen(31), seen(20), seen(10)])).toEqual([2, 2]);
  });

  it('are those of one person, thing, action, log and outcome', () => {
    expect(
      counts([
        seen(9),
        seen(8, {subject: 'cases/b'}),
        seen(7, {action: 'casefile.DownloadEvidence'}),
        seen(6, {actor: {subject: 'machine', institution: 'station'}}),
        seen(5, {}, 'freeze-service'),
        seen(4, {outcome: 'REFUSED'}),
        seen(3, {outcome: 'REFUSED'}),
        seen(2, {outcome: 'DONE'}),
        seen(1, {outcome: 'DONE'}),
      ]),
    ).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('can be seen one by one', () => expect(single([seen(9), seen(8)])).toHaveLength(2));
});
