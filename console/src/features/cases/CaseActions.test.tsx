import {fireEvent, screen, waitFor, within} from '@testing-library/react';
import {expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import {CaseActions} from './CaseActions';

const ID = 'c'.repeat(26);

it('a case is put forward only after what follows was read', {timeout: 30_000}, async () => {
  let answers = 0;
  const calls = gateway({
    [`POST /v1/cases/${ID}:review`]: () =>
      answers++ === 0 ? refusal(400, 'CASE_WRONG_STATE', '案件状态已变') : {id: ID, state: 'REVIEW'},
  });
  show(<CaseActions whole={{id: ID, state: 'RECEIVED'}} />, somebody('station-officer'));
  fireEvent.click(screen.getByRole('button', {name: '转入审查'}));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toMatch(/呈请人.*3 日内.*仍可补充.*止付/);
  expect(calls).toHaveLength(0);
  fireEvent.click(within(dialog).getByRole('button', {name: '转入审查'}));
  await within(dialog).findByText('案件状态已变');
  fireEvent.click(within(dialog).getByRole('button', {name: '转入审查'}));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('is put forward by nobody who may not', () => {
  gateway({});
  show(<CaseActions whole={{id: ID, state: 'RECEIVED'}} />, somebody('station-supervisor'));
  expect(screen.queryByRole('button')).toBeNull();
});
