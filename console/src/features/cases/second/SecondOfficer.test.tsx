import {fireEvent, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import type {Role} from '@/shared/session';
import {ProblemError} from '@/api/problem';
import type {Case, StopOrder} from '../data';
import {FromElsewhere} from './FromElsewhere';
import {SecondOfficer} from './SecondOfficer';

const ID = 'c'.repeat(26);
const FIRST = {name: '测试陈经办', officerNumber: '999101'};
const SECOND = {name: '测试刘协查', officerNumber: '999102'};
const ORDER: StopOrder = {
  id: 's'.repeat(26),
  secondOfficerState: 'OFFICER_UNCONFIRMED',
  clocks: [{name: 'second-officer', dueTime: new Date(Date.now() + 900_000).toISOString(), state: 'RUNNING'}],
};

function shown(change: Partial<Case>, order: Partial<StopOrder> = {}, ...roles: Role[]) {
  const whole: Case = {
    id: ID,
    state: 'RECEIVED',
    report: {officer: FIRST},
    stopOrders: [{stopOrder: ORDER.id ?? ''}],
    ...change,
  };
  const own = roles.length === 0 ? (['station-officer'] as const) : roles;
  return show(<SecondOfficer whole={whole} orders={[{...ORDER, ...order}, undefined]} />, somebody(...own));
}

describe('the second officer of a case', {timeout: 30_000}, () => {
  it('is named where he is missing, and nothing else of the report is sent', async () => {
    let answers = 0;
    const calls = gateway({
      [`POST /v1/cases/${ID}:completeReport`]: () =>
        answers++ === 0 ? refusal(429, 'LIMIT_REACHED', '已到上限') : {id: ID},
    });
    shown({});
    const band = screen.getByRole('region', {name: '协查人确认'});
    expect(band.textContent).toMatch(/未写明协查人.*止付已照常发出.*银行看到「协查人未确认」/);
    expect(within(band).getByRole('timer')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', {name: '补填协查人'}));
    fireEvent.click(await screen.findByRole('button', {name: '写入案件'}));
    expect(screen.getAllByText('必填')).toHaveLength(2);
    fireEvent.change(screen.getByLabelText('姓名'), {target: {value: ` ${SECOND.name} `}});
    fireEvent.change(screen.getByLabelText('警号'), {target: {value: FIRST.officerNumber}});
    expect(screen.getByText('须为经办人以外的民警')).toBeTruthy();
    expect(calls).toHaveLength(0);
    fireEvent.change(screen.getByLabelText('警号'), {target: {value: SECOND.officerNumber}});
    fireEvent.click(screen.getByRole('button', {name: '写入案件'}));
    await screen.findByText('已到上限');
    fireEvent.click(screen.getByRole('button', {name: '写入案件'}));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls[0]?.body.report).toEqual({secondOfficer: {...SECOND, phone: ''}});
  });

  it('confirms for himself, and nobody does it for him', async () => {
    const calls = gateway({[`POST /v1/cases/${ID}:confirmSecondOfficer`]: () => ({})});
    const {unmount} = shown({report: {officer: FIRST, secondOfficer: {...SECOND, officerNumber: '999000'}}}, {}, 'unit-head');
    fireEvent.click(screen.getByRole('button', {name: '我是协查人，确认本案止付'}));
    await waitFor(() => expect(calls).toHaveLength(1));
    unmount();
    shown({report: {officer: FIRST, secondOfficer: SECOND}}, {secondOfficerState: 'OFFICER_OVERDUE'});
    expect(screen.queryByRole('button', {name: /我是协查人/})).toBeNull();
    expect(screen.getByText(/逾时未确认/)).toBeTruthy();
    expect(screen.getByText(/协查人未确认（超时）/)).toBeTruthy();
    expect(screen.getByRole('button', {name: '改填协查人'})).toBeTruthy();
    expect(screen.getByRole('button', {name: /本案页面地址/})).toBeTruthy();
  });

  it('gives his word for a case of another unit, which he may not open', async () => {
    let answers = 0;
    const calls = gateway({
      [`POST /v1/cases/${ID}:confirmSecondOfficer`]: () =>
        answers++ === 0 ? refusal(403, 'ACCESS_DENIED', '无权办理') : {officerNumber: SECOND.officerNumber},
    });
    const denied = new ProblemError({type: 'about:blank', title: '', status: 403, reason: 'ACCESS_DENIED', detail: '无权查看'});
    const {unmount} = show(<FromElsewhere id={ID} failure={denied} />, somebody('unit-head'));
    fireEvent.click(screen.getByRole('button', {name: '我是协查人，确认本案止付'}));
    await screen.findByText('无权办理');
    fireEvent.click(screen.getByRole('button', {name: '我是协查人，确认本案止付'}));
    await screen.findByText(/已记下您的确认/);
    expect(calls).toHaveLength(2);
    unmount();
    show(<FromElsewhere id={ID} failure={denied} />, somebody('auditor'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not named any more once the case is decided on, nor by who only looks', () => {
    gateway({});
    const {unmount} = shown({state: 'FILED'});
    expect(screen.getByText(/报案内容不能再补/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    shown({report: {officer: FIRST, secondOfficer: {name: SECOND.name}}}, {}, 'auditor');
    expect(screen.getByText(/没有警号/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is asked for no more once he has confirmed, nor where nothing is stopped', () => {
    gateway({});
    const {unmount} = shown({secondOfficerConfirmation: {officerNumber: SECOND.officerNumber}});
    expect(screen.queryByRole('region')).toBeNull();
    unmount();
    shown({stopOrders: []});
    expect(screen.queryByRole('region')).toBeNull();
  });
});
