import {describe, expect, it} from 'vitest';
import type {Task} from '@/shared/desk/tasks';
import {PLAIN, countsOf, groupsOf, textOf, viewOf} from './view';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const UNIT = 'u'.repeat(26);

function task(id: string, due: number | null, change: Partial<Task> = {}): Task {
  return {
    id,
    kind: 'DELIVER_PAPER',
    institution: UNIT,
    caseId: 'one',
    openTime: new Date(NOW - 3_600_000).toISOString(),
    ...(due === null ? {} : {dueTime: new Date(NOW + due * 60_000).toISOString()}),
    ...change,
  };
}

/** By urgency, as a desk keeps them. */
const TASKS = [
  task('late', -90),
  task('later', -5, {kind: 'MEND_STOP', caseId: 'two'}),
  task('soon', 10, {caseId: 'two'}),
  task('calm', 600, {institution: 'v'.repeat(26)}),
  task('open', null, {kind: 'STOP_FAILED', openTime: new Date(NOW - 60_000).toISOString()}),
];
const ids = (view: Partial<typeof PLAIN>) =>
  groupsOf(TASKS, {...PLAIN, ...view}, NOW).map(({key, tasks}) => [key, ...tasks.map((each) => each.id)].join(' '));

describe('what waits', () => {
  it('stands by what lapses next, by what is longest overdue, or the newest first', () => {
    expect(ids({})).toEqual([' soon calm open later late']);
    expect(ids({sort: 'overdue'})).toEqual([' late later soon calm open']);
    expect(ids({sort: 'newest'})[0]).toMatch(/^ open /);
  });

  it('is gathered by kind or by case, what lapses next first', () => {
    expect(ids({group: 'kind'})).toEqual(['DELIVER_PAPER soon calm late', 'STOP_FAILED open', 'MEND_STOP later']);
    expect(ids({group: 'case'})).toEqual(['two soon later', 'one calm open late']);
  });

  it('is narrowed by kind and unit', () => {
    expect(ids({kind: 'DELIVER_PAPER', unit: UNIT})).toEqual([' soon late']);
    expect(ids({kind: 'ADOPT_STOP'})).toEqual([]);
    expect(countsOf(TASKS, (each) => each.kind)).toEqual([
      ['DELIVER_PAPER', 3],
      ['MEND_STOP', 1],
      ['STOP_FAILED', 1],
    ]);
  });

  it('is remembered as it was looked at, and begins plain where what is remembered is none', () => {
    const view = {kind: 'MEND_STOP', unit: UNIT, group: 'case', sort: 'newest'} as const;
    expect(viewOf(textOf(view))).toEqual(view);
    expect(viewOf(textOf(PLAIN))).toEqual(PLAIN);
    expect(viewOf(null)).toEqual(PLAIN);
    expect(viewOf('测试 x nothing at-all')).toEqual(PLAIN);
  });
});
