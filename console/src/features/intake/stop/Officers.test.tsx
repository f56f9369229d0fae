import {fireEvent, screen, within} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, show, somebody} from '@/testing/stage';
import {DraftStore} from '../draft/DraftStore';
import {DraftContext} from '../draft/useDraft';
import {Officers} from './Officers';

const NOBODY_KEEPS = {
  keep: () => Promise.resolve(),
  recall: () => Promise.resolve([]),
  forget: () => Promise.resolve(),
};

function looked(typed: Record<string, string> = {}, caseId = ''): DraftStore {
  const store = new DraftStore('', NOBODY_KEEPS);
  for (const [path, text] of Object.entries(typed)) store.type(path, text);
  if (caseId !== '') store.closed('CASE_OPENED', caseId);
  show(
    <DraftContext.Provider value={store}>
      <Officers />
    </DraftContext.Provider>,
    somebody('station-officer'),
  );
  return store;
}

describe('the two officers at the last look', {timeout: 30_000}, () => {
  it('says that the second is missing, that the stop goes all the same, and takes him right there', () => {
    gateway({});
    const store = looked();
    const both = screen.getByRole('region', {name: '办案民警（两名）'});
    expect(both.textContent).toContain('测试某人 · 999000');
    expect(both.textContent).toContain('未写明');
    expect(screen.getByRole('status').textContent).toMatch(/不填写止付也照常发出.*30 分钟.*协查人未确认/);
    fireEvent.change(screen.getByLabelText('协查人姓名'), {target: {value: '测试刘协查'}});
    expect(both.textContent).toContain('未写警号');
    fireEvent.change(screen.getByLabelText('协查人警号'), {target: {value: '999102'}});
    expect(both.textContent).toContain('测试刘协查 · 999102');
    expect(screen.getByLabelText('协查人电话')).toBeTruthy();
    expect(screen.getByRole('status').textContent).not.toContain('不填写');
    expect(store.cell('secondOfficer.officerNumber').text).toBe('999102');
    store.stop();
  });

  it('takes nobody for both', () => {
    gateway({});
    const store = looked({'secondOfficer.name': '测试某人', 'secondOfficer.officerNumber': '999000'});
    expect(screen.getByText(/须为另一名民警/)).toBeTruthy();
    store.stop();
  });

  it('shows who is named, and changes him only when asked', () => {
    gateway({});
    const store = looked({'secondOfficer.name': '测试刘协查', 'secondOfficer.officerNumber': '999102'});
    expect(screen.queryByLabelText('协查人姓名')).toBeNull();
    fireEvent.click(screen.getByRole('button', {name: '更改'}));
    expect(screen.getByLabelText<HTMLInputElement>('协查人警号').value).toBe('999102');
    store.stop();
  });

  it('knows who was put into the case meanwhile, and that he has confirmed', async () => {
    const id = 'c'.repeat(26);
    gateway({
      [`GET /v1/cases/${id}`]: () => ({
        id,
        report: {secondOfficer: {name: '测试刘协查', officerNumber: '999102'}},
        secondOfficerConfirmation: {officerNumber: '999102'},
      }),
    });
    const store = looked({}, id);
    const both = screen.getByRole('region', {name: '办案民警（两名）'});
    await within(both).findByText('测试刘协查 · 999102，已确认');
    expect(screen.queryByRole('status')).toBeNull();
    store.stop();
  });
});
