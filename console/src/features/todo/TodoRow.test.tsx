import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import {TodoRow} from './TodoRow';

const TASK = {
  id: 't'.repeat(26),
  kind: 'STOP_FAILED',
  state: 'OPEN',
  subject: `stopOrders/${'s'.repeat(26)}`,
  caseId: 'c'.repeat(26),
  label: 'CARD 990001****0018',
  amountFen: '5000000',
  openTime: '2026-11-21T03:30:00Z',
} as const;

describe('a task to take note of', () => {
  it('is noted by itself, not by its order, and says what it could not do', async () => {
    let answers = 0;
    const path = `POST /v1/tasks/${TASK.id}:note`;
    const calls = gateway({
      [path]: () => (answers++ === 0 ? refusal(400, 'TASK_NOT_TO_NOTE', '这项待办要在办理后结束') : {...TASK, state: 'DONE'}),
    });
    show(<TodoRow task={TASK} />, somebody('station-officer'));
    expect(screen.getByRole('link').getAttribute('href')).toBe(`/cases/${TASK.caseId}#${'s'.repeat(26)}`);
    fireEvent.click(screen.getByRole('button', {name: /知悉/}));
    await screen.findByText('这项待办要在办理后结束');
    fireEvent.click(screen.getByRole('button', {name: /知悉/}));
    await waitFor(() => expect(calls).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('is not noted by who may only look', () => {
    gateway({});
    show(<TodoRow task={TASK} />, somebody('command-centre'));
    expect(screen.queryByRole('button', {name: /知悉/})).toBeNull();
    expect(screen.getByRole('link')).toBeTruthy();
  });
});
