import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it, vi} from 'vitest';
import type {Order} from '@/shared/order/queries';
import {gateway, show, somebody} from '@/testing/stage';
import {StopForm} from './StopForm';

const ORDER: Order = {
  id: 'o'.repeat(26),
  accountName: '测试收款人',
  accountNumber: '9900010000000000414',
  transfers: [{amountFen: '5000000', transferTime: '2026-11-23T01:00:00Z', serialNumber: 'TEST0001'}],
};
const MATCH = `POST /v1/stopOrders/${ORDER.id}:match`;

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', {name}));

describe('the answer that an account is stopped', {timeout: 30_000}, () => {
  it('is not held up by what was said of half the record', async () => {
    const calls = gateway({[MATCH]: () => ({name: 'EQUAL', account: 'EQUAL', unproven: ['amount', 'time']})});
    const mutate = vi.fn();
    show(<StopForm order={ORDER} act={{mutate, isPending: false, error: null}} />, somebody('bank-liaison'));
    press('一致：户名');
    press('一致：账号');
    await waitFor(() => expect(calls).toHaveLength(1));
    await screen.findAllByText('相符');
    expect(screen.queryByLabelText(/理由/)).toBeNull();
    press(/^一致：入账/);
    fireEvent.change(screen.getByLabelText('止付前余额'), {target: {value: '0'}});
    press('确认已止付');
    expect(mutate).toHaveBeenCalledOnce();
  });

  it('asks for the reason once the whole record is compared and something stays unproven', async () => {
    gateway({[MATCH]: () => ({name: 'CONSISTENT', account: 'EQUAL', amount: 'EQUAL', time: 'EQUAL', unproven: ['name']})});
    const mutate = vi.fn();
    show(<StopForm order={ORDER} act={{mutate, isPending: false, error: null}} />, somebody('bank-liaison'));
    for (const same of screen.getAllByRole('button', {name: /^一致：/})) fireEvent.click(same);
    fireEvent.change(screen.getByLabelText('止付前余额'), {target: {value: '0'}});
    const reason = await screen.findByLabelText(/理由/);
    press('确认已止付');
    expect(mutate).not.toHaveBeenCalled();
    fireEvent.change(reason, {target: {value: '测试：户名有遮盖'}});
    press('确认已止付');
    expect(mutate).toHaveBeenCalledOnce();
  });
});
