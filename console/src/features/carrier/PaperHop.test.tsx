import {screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {Route, Routes} from 'react-router';
import {describe, expect, it, vi} from 'vitest';
import {gateway, show, somebody} from '@/testing/stage';
import {PaperHop} from './PaperHop';
import {sample} from './sample';

vi.setConfig({testTimeout: 60_000});

describe('a hop that is asked on paper', () => {
  it('takes the number of the paper that was handed over before it takes the answer', async () => {
    const {trace, hop} = sample();
    const outside = {name: '测试境外运营商', contactName: '测试联系人', contactPhone: '+000999'};
    const asked = {...hop, number: 2, carrier: '', state: 'HOP_SENT', outside};
    const at = `/v1/traces/${trace.id}`;
    const whole = {...trace, hops: [...(trace.hops ?? []).filter((each) => each.number !== 2), asked]};
    const calls = gateway({
      [`GET ${at}`]: () => whole,
      [`POST ${at}/hops/2:acknowledge`]: () => ({...whole, hops: [{...asked, state: 'HOP_ACKNOWLEDGED', paperNumber: '测2号'}]}),
    });
    show(
      <Routes>
        <Route path="/carrier/paper/:trace/hops/:hop" element={<PaperHop />} />
      </Routes>,
      somebody('station-officer'),
      `/carrier/paper/${trace.id}/hops/2`,
    );
    const hand = await screen.findByRole('button', {name: '登记送出'});
    expect(hand).toHaveProperty('disabled', true);
    // No single key does it: the number must be there.
    await userEvent.keyboard('a');
    await userEvent.type(screen.getByLabelText('交给对方的文书号'), '测2号');
    await userEvent.click(hand);
    await waitFor(() => expect(screen.getByRole('button', {name: '提交答复'})).toBeTruthy());
    expect(calls.filter((each) => each.method === 'POST').map((each) => each.body)).toMatchObject([{paperNumber: '测2号'}]);
  });
});
