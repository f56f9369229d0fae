import {fireEvent, screen, within} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {tasksOf} from '@/shared/desk/tasks';
import {remember} from '@/shared/remembered';
import {gateway, show, somebody} from '@/testing/stage';
import {TodoPage} from './TodoPage';

const CASE = 'c'.repeat(26);
const OTHER = 'd'.repeat(26);

function task(id: string, kind: string, caseId: string, minutes: number) {
  const at = (offset: number) => new Date(Date.now() + offset * 60_000).toISOString();
  return {
    id: id.repeat(26),
    kind,
    state: 'OPEN',
    institution: 'i'.repeat(26),
    subject: `stopOrders/${id.repeat(26)}`,
    caseId,
    label: `CARD 990001****000${id}`,
    openTime: at(-60),
    dueTime: at(minutes),
  };
}

const rows = () => [...document.querySelectorAll('li[data-kind]')].map((each) => each.getAttribute('data-kind'));

describe('what waits on a desk', {timeout: 60_000}, () => {
  afterEach(() => {
    tasksOf('UNIT_DESK').stop();
    remember('todo', '');
  });

  it('is filtered, gathered and sorted, and looks so again next time', async () => {
    gateway({
      'GET /v1/institutions': () => ({institutions: []}),
      'GET /v1/cases': () => ({cases: [{id: CASE, receiptNumber: '9990010000012026-000001'}]}),
      'GET /v1/tasks': () => ({
        tasks: [
          task('1', 'DELIVER_PAPER', CASE, 30),
          task('2', 'DELIVER_PAPER', OTHER, -30),
          task('3', 'MEND_STOP', CASE, 5),
        ],
      }),
    });
    tasksOf('UNIT_DESK').start();
    const {unmount} = show(<TodoPage />, somebody('station-officer'));
    const kind = await screen.findByLabelText<HTMLSelectElement>('种类');
    expect(rows()).toEqual(['MEND_STOP', 'DELIVER_PAPER', 'DELIVER_PAPER']);
    expect(within(kind).getByRole('option', {name: '补送文书（2）'})).toBeTruthy();
    expect(screen.queryByLabelText('单位')).toBeNull();

    fireEvent.change(screen.getByLabelText('分组'), {target: {value: 'case'}});
    const one = await screen.findByRole('region', {name: '案件 9990010000012026-000001'});
    expect(one.querySelector('h2')?.textContent).toContain('2 项');
    expect(screen.getByRole('region', {name: '案件 …dddddd'}).textContent).toContain('逾期 1 项');
    fireEvent.change(kind, {target: {value: 'DELIVER_PAPER'}});
    fireEvent.change(screen.getByLabelText('排序'), {target: {value: 'overdue'}});
    expect(rows()).toEqual(['DELIVER_PAPER', 'DELIVER_PAPER']);
    expect(screen.getAllByRole('region').map((each) => each.getAttribute('data-group'))).toEqual([OTHER, CASE]);

    unmount();
    show(<TodoPage />, somebody('station-officer'));
    expect((await screen.findByLabelText<HTMLSelectElement>('分组')).value).toBe('case');
    fireEvent.click(screen.getByRole('button', {name: '恢复默认'}));
    expect(rows()).toHaveLength(3);
  });
});
