import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import type {Case, StopOrder} from '../data';
import {NextStep} from './NextStep';

const ID = 'c'.repeat(26);
const BANK = 'b'.repeat(26);
const LAPSED: StopOrder = {
  id: 's'.repeat(26),
  state: 'LAPSED',
  purpose: 'SUSPECT_ACCOUNT',
  bank: BANK,
  accountKind: 'CARD',
  accountNumber: '9900010000000018',
  accountName: '测试收款人',
  ordinal: 'FIRST',
  extension: 'NOT_REQUESTED',
};
const WHOLE: Case = {id: ID, state: 'FILED'};

describe('after a stop has ended', {timeout: 30_000}, () => {
  it('the account is stopped once more, on a further payment', async () => {
    let answers = 0;
    const calls = gateway({
      [`POST /v1/cases/${ID}:addTransfers`]: () =>
        answers++ === 0 ? refusal(429, 'LIMIT_REACHED', '已到上限') : {id: ID},
    });
    show(<NextStep whole={WHOLE} order={LAPSED} all={[LAPSED]} />, somebody('station-officer'));
    expect(screen.getByText('已用 1 次，共 2 次。')).toBeTruthy();
    expect(screen.getByRole('link', {name: '电话止付'}).getAttribute('href')).toBe('/cases/phone');
    fireEvent.click(screen.getByRole('button', {name: '补充转账，再次止付'}));
    await screen.findByText('9900 0100 0000 0018');
    const send = screen.getByRole<HTMLButtonElement>('button', {name: '补充并立即止付'});
    expect(send.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('金额（元）'), {target: {value: '3万'}});
    fireEvent.change(screen.getByLabelText('转账时间'), {target: {value: '2026-11-21 11:30'}});
    expect(screen.getByText(/叁万元整/)).toBeTruthy();
    fireEvent.click(send);
    await screen.findByText('已到上限');
    fireEvent.click(send);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls[0]?.body).toMatchObject({
      urgent: true,
      transfers: [
        {
          payee: {kind: 'CARD', institution: BANK, accountNumber: '9900010000000018', accountName: '测试收款人'},
          amountFen: '3000000',
          transferTime: '2026-11-21T03:30:00.000Z',
        },
      ],
    });
  });

  it('there is nothing to press where two are used, where the case is closed to it, and for who only looks', () => {
    gateway({});
    const spent = {...LAPSED, ordinal: 'SECOND'} as const;
    const {unmount} = show(<NextStep whole={{...WHOLE, state: 'REVIEW'}} order={spent} all={[spent]} />, somebody('station-officer'));
    expect(screen.getByText(/已用 2 次，共 2 次/)).toBeTruthy();
    expect(screen.getByText(/须先立案/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    const refused = show(<NextStep whole={{...WHOLE, state: 'NOT_FILED'}} order={LAPSED} all={[LAPSED]} />, somebody('station-officer'));
    expect(screen.getByText(/不能再补充转账/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    refused.unmount();
    show(<NextStep whole={WHOLE} order={LAPSED} all={[LAPSED]} />, somebody('unit-head'));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('a running stop says until when it can be extended', () => {
    gateway({});
    const running = {...LAPSED, state: 'STOPPED', untilTime: '2026-11-23T03:30:00Z'} as const;
    show(<NextStep whole={WHOLE} order={running} all={[running]} />, somebody('station-officer'));
    expect(screen.getByText(/2026-11-23 11:30:00 到期前可申请续止/)).toBeTruthy();
    expect(screen.getByText(/呈请县级以上负责人批准冻结/)).toBeTruthy();
  });
});
