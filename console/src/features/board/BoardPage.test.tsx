import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import {BoardPage} from './BoardPage';

const BANK = {id: 'b'.repeat(26), code: '999100000001', name: '测试银行一', kind: 'BANK'};
const STATION = {id: 's'.repeat(26), code: '999001000001', name: '测试派出所甲', kind: 'POLICE'};
const CASE = 'c'.repeat(26);

function clock(name: string, holder: string, minutes: number) {
  const at = (offset: number) => new Date(Date.now() + offset * 60_000).toISOString();
  return {
    id: `${name}-${minutes}`,
    name,
    subject: `stopOrders/${'o'.repeat(26)}`,
    caseId: CASE,
    holder,
    holderDesk: holder === BANK.id ? 'LIAISON_DESK' : 'UNIT_DESK',
    startTime: at(minutes - 60),
    dueTime: at(minutes),
    missed: minutes < 0,
    basis: '测试：依据',
  };
}

describe('the board', {timeout: 60_000}, () => {
  it('shows what runs and what is over, whose it is and whether anybody is there, and keeps it when a look fails', async () => {
    let looks = 0;
    gateway({
      'GET /v1/institutions': () => ({institutions: [BANK, STATION]}),
      'GET /v1/clocks': () =>
        looks++ === 0
          ? {clocks: [clock('paper', STATION.id, -5), clock('acknowledge', BANK.id, 3)]}
          : refusal(503, 'SERVICE_UNAVAILABLE', '系统暂时不可用'),
      'GET /v1/attendance': () => ({
        desks: [{institution: BANK.id, desk: 'LIAISON_DESK', state: 'NOBODY_THERE', deskPhone: '000-9995011'}],
      }),
      'GET /v1/cases': () => ({cases: [{id: CASE, receiptNumber: '9990010000012026-000001'}]}),
    });
    show(<BoardPage />, somebody('station-supervisor'));
    await screen.findByText('接收', {selector: 'td'});
    expect(screen.queryByText('补送文书', {selector: 'td'})).toBeNull();
    await waitFor(() => expect(screen.getAllByText('000-9995011').length).toBeGreaterThan(0));
    await screen.findByText('9990010000012026-000001');

    fireEvent.click(document.querySelector('[data-view="overdue"]')!);
    await screen.findByText('补送文书', {selector: 'td'});

    await screen.findByText(/^未能更新/, {}, {timeout: 10_000});
    expect(screen.getByText('补送文书', {selector: 'td'})).toBeTruthy();
  });
});
