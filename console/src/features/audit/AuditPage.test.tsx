import {fireEvent, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, show, somebody} from '@/testing/stage';
import {AuditPage} from './AuditPage';

const STATION = {id: 's'.repeat(26), code: '999001000001', name: '测试派出所甲', kind: 'POLICE'};
const OFFICER = 'p'.repeat(26);
const CASE = `cases/${'c'.repeat(26)}`;
const LOG = '/v1/auditLogs/case-service/auditEntries';

function entry(id: number, minute: number, change: object = {}) {
  return {
    id: `e${id}`,
    time: new Date(2026, 10, 22, 11, minute).toISOString(),
    actor: {officer: OFFICER, institution: STATION.id, subject: 'sub', roles: ['station-officer']},
    action: 'casefile.GetCase',
    subject: CASE,
    outcome: 'READ',
    hash: `hash-${id}`,
    ...change,
  };
}

describe('the auditor’s page', {timeout: 60_000}, () => {
  it('puts repeated looks together, in words and in his own time, and shows each when asked', async () => {
    const calls = gateway({
      'GET /v1/institutions': () => ({institutions: [STATION]}),
      'GET /v1/officers': () => ({officers: [{id: OFFICER, officerNumber: '999101', institution: STATION.id}]}),
      [`GET ${LOG}`]: () => ({
        auditEntries: [
          entry(9, 30, {actor: {officer: 'o'.repeat(26), institution: STATION.id}, action: 'casefile.ListAuditEntries', subject: 'caseAuditLog'}),
          entry(8, 20),
          entry(7, 19),
          entry(6, 18, {outcome: 'REFUSED', action: 'casefile.ReviewCase', reason: 'ACCESS_DENIED'}),
          entry(5, 17),
        ],
      }),
    });
    show(<AuditPage />, somebody('auditor'), `/audit?subject=${encodeURIComponent(CASE)}&log=case-service`);
    await screen.findByText('查看 3 次，首次 11:17:00');
    expect(screen.getByText('2026-11-22 11:20:00')).toBeTruthy();
    expect(screen.getByText('3 行，共 5 条记录')).toBeTruthy();
    expect(screen.getByText(/^提请立案审查 \(无权查看或办理\)$/)).toBeTruthy();
    expect(screen.getByRole('button', {name: '测试某人（本人）'})).toBeTruthy();
    expect(screen.getAllByRole('button', {name: '999101'})).toHaveLength(2);
    expect(screen.getAllByText(/时间均为本机时区/)).toHaveLength(1);

    fireEvent.click(within(screen.getByText('查看 3 次，首次 11:17:00').closest('tr')!).getAllByRole('button')[0]!);
    await screen.findByText('派出所民警');
    expect(screen.getByText('hash-8')).toBeTruthy();
    expect(screen.getByText('hash-5')).toBeTruthy();

    fireEvent.click(screen.getByRole('checkbox', {name: '合并重复查看'}));
    await screen.findByText('5 行，共 5 条记录');

    // What was done is chosen by its word; what is no word of an action is not asked for.
    const asked = () => calls.filter((each) => each.path === LOG).length;
    expect(asked()).toBe(1);
    const action = screen.getByLabelText(/^行为/);
    fireEvent.change(action, {target: {value: '看了案件'}});
    fireEvent.click(screen.getByRole('button', {name: /查询/}));
    await screen.findByText('没有这种行为：请从列表中选择');
    fireEvent.change(action, {target: {value: '查看案件'}});
    fireEvent.click(screen.getByRole('button', {name: /查询/}));
    await waitFor(() => expect(asked()).toBe(2));
    expect((action as HTMLInputElement).value).toBe('查看案件');
  });
});
