import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import {FilingDecision} from './FilingDecision';

const ID = 'c'.repeat(26);
const REVIEW = {id: ID, etag: 'e1', state: 'REVIEW', applicant: 'another'} as const;

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', {name}));
const reason = () => screen.getByLabelText<HTMLTextAreaElement>('理由（记入案卷）');
const confirm = (name: string) => screen.getByRole<HTMLButtonElement>('button', {name});

describe('the decision on filing', () => {
  it('takes a choice, a reason and a confirmation, and rests on what was seen', async () => {
    const calls = gateway({[`POST /v1/cases/${ID}:accept`]: () => ({...REVIEW, state: 'FILED'})});
    show(<FilingDecision whole={REVIEW} />, somebody('county-approver'));
    expect(screen.queryByRole('button', {name: /^确认/})).toBeNull();
    choose('立案');
    expect(confirm('确认立案').disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', {name: /^有犯罪事实/}));
    expect(reason().value).toMatch(/^有犯罪事实/);
    fireEvent.click(confirm('确认立案'));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]!.body).toMatchObject({etag: 'e1', reason: expect.stringMatching(/^有犯罪事实/) as string});
  });

  it('adds a ground to what is typed and takes nothing away', () => {
    show(<FilingDecision whole={REVIEW} />, somebody('county-approver'));
    choose('不予立案');
    fireEvent.change(reason(), {target: {value: '经查，'}});
    fireEvent.click(screen.getByRole('button', {name: '没有犯罪事实。'}));
    expect(reason().value).toBe('经查，\n没有犯罪事实。');
  });

  it('shows a refusal beside the reason, keeps it, and says the same thing again with the same id after no answer', async () => {
    let answers = 0;
    const calls = gateway({
      [`POST /v1/cases/${ID}:decline`]: () => {
        if (answers++ === 0) throw new TypeError('network');
        return refusal(400, 'VALIDATION_FAILED', '有内容需要更正', [{field: 'reason', rule: 'string.max_len', detail: '太长'}]);
      },
    });
    show(<FilingDecision whole={REVIEW} />, somebody('county-approver'));
    choose('不予立案');
    fireEvent.change(reason(), {target: {value: '没有犯罪事实'}});
    fireEvent.click(confirm('确认不予立案'));
    await screen.findByText('网络不通，没有收到应答');
    fireEvent.click(confirm('确认不予立案'));
    await waitFor(() => expect(reason().getAttribute('aria-invalid')).toBe('true'));
    expect(reason().value).toBe('没有犯罪事实');
    expect(calls.map((each) => each.body.requestId)).toEqual([calls[0]!.body.requestId, calls[0]!.body.requestId]);
  });

  it('is not for whoever put the case forward, nor for another role', () => {
    const me = somebody('county-approver');
    show(<FilingDecision whole={{...REVIEW, applicant: me.subject}} />, me);
    screen.getByText('您是本案的提请人，不能审批，请由其他负责人审批。');
    expect(screen.queryByRole('radio')).toBeNull();
    show(<FilingDecision whole={REVIEW} />, somebody('unit-head'));
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('of a refused case can only be to file it after all, with the refusal in view', () => {
    const decision = {approver: 'another', decideTime: '2026-11-21T03:00:00Z', reason: '测试：没有犯罪事实'};
    show(<FilingDecision whole={{...REVIEW, state: 'NOT_FILED', decision}} />, somebody('county-approver'));
    screen.getByText('测试：没有犯罪事实');
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });
});
