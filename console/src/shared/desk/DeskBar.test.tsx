import {screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {beforeEach, describe, expect, it} from 'vitest';
import {type Asked, gateway, show, somebody} from '@/testing/stage';
import {alarm} from './alarm';
import {DeskBar} from './DeskBar';
import {presence} from './presence';

const LIMIT_SECONDS = 600;
const REPORT = 'POST /v1/attendance:report';

class SilentSound {
  readonly state = 'running';
  readonly currentTime = 0;
  readonly destination = {};
  readonly resume = () => Promise.resolve();
  readonly addEventListener = () => undefined;
  readonly createGain = () => ({gain: {value: 0}, connect: () => undefined});
  readonly createOscillator = () => ({
    frequency: {value: 0},
    connect: () => undefined,
    start: () => undefined,
    stop: () => undefined,
  });
}

/** The desk as the service sees it after signs of life that were given so many seconds ago, the last of them kept. */
function signs(...secondsAgo: number[]) {
  let at = 0;
  return () => {
    const ago = secondsAgo[Math.min(at++, secondsAgo.length - 1)]!;
    return {desk: 'LIAISON_DESK', state: 'ATTENDED', lastSignTime: new Date(Date.now() - ago * 1_000).toISOString()};
  };
}

const DESKS = ['LIAISON_DESK'] as const;

async function onShift(answers: Readonly<Record<string, (asked: Asked) => unknown>>) {
  const calls = gateway(answers);
  show(<DeskBar desks={DESKS} />, somebody('bank-liaison'));
  await userEvent.click(screen.getByRole('button', {name: /开始值班|我在岗/}));
  return calls;
}

describe('who keeps a desk', () => {
  beforeEach(async () => {
    Object.assign(globalThis, {AudioContext: SilentSound});
    await alarm.test();
    alarm.confirm();
    presence.limitTo(LIMIT_SECONDS);
  });

  it('is told until when he counts as present, and by what it goes on', async () => {
    await onShift({[REPORT]: signs(0)});
    const state = screen.getByTestId('desk-state');
    await waitFor(() => expect(state.textContent).toMatch(/在岗 至 \d{2}:\d{2}:\d{2}/));
    const hint = document.getElementById(state.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toMatch(/点击、按键、滚动.*无人在岗/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is warned before it ends, and goes on with one key', async () => {
    const calls = await onShift({[REPORT]: signs(LIMIT_SECONDS - 60, 0)});
    expect((await screen.findByRole('alert')).textContent).toContain('在岗即将到期');
    const before = calls.length;
    await userEvent.keyboard('{Shift}');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(calls.slice(before).map((each) => each.body)).toMatchObject([{state: 'PAGE_VISIBLE', soundTested: true}]);
  });

  it('is told when it has ended, and what that means', async () => {
    await onShift({[REPORT]: signs(LIMIT_SECONDS + 5)});
    expect((await screen.findByRole('alert')).textContent).toMatch(/已按无人在岗处理.*电话通知/);
  });

  it('is told no time where nobody says how long a sign of life counts', async () => {
    presence.limitTo(null);
    await onShift({[REPORT]: signs(0)});
    await waitFor(() => expect(screen.getByTestId('desk-state').textContent).toBe('在岗'));
  });
});
