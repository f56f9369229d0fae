import {describe, expect, it} from 'vitest';
import {type Task, byUrgency, inTurn, lapsedOf} from './tasks';

const NOW = Date.parse('2026-11-22T04:00:00Z');

function task(id: string, kind: Task['kind'], minutes: number): Task {
  const dueTime = new Date(NOW + minutes * 60_000).toISOString();
  return {id, kind, dueTime, openTime: '2026-11-22T03:00:00Z'};
}

function turn(tasks: readonly Task[]): (string | undefined)[] {
  const sorted = [...tasks].sort(byUrgency);
  return inTurn(sorted, lapsedOf(sorted, NOW)).map((each) => each.id);
}

describe('the turn of tasks', () => {
  it('puts a new stop above everything old, whatever has lapsed', () => {
    const tasks = [
      task('lift long over', 'CONFIRM_LIFT', -300),
      task('stop long over', 'ANSWER_STOP', -200),
      task('stop just over', 'ANSWER_STOP', -1),
      task('lift running', 'CONFIRM_LIFT', 30),
      task('new stop', 'ANSWER_STOP', 5),
      task('older stop', 'ANSWER_STOP', 2),
    ];
    expect(turn(tasks)).toEqual([
      'older stop',
      'new stop',
      'stop just over',
      'stop long over',
      'lift running',
      'lift long over',
    ]);
  });

  it('keeps what has no clock behind what has one', () => {
    const loose: Task = {id: 'loose', kind: 'MEND_STOP'};
    expect(turn([loose, task('clocked', 'MEND_STOP', 9)])).toEqual(['clocked', 'loose']);
  });
});
