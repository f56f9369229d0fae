import {describe, expect, it} from 'vitest';
import {levelAt, span} from './level';
import {ServerTime} from './serverTime';

const HOUR = 3_600_000;

describe('a clock', () => {
  it('is calm, then soon in its last fifth, then at its end, then over', () => {
    const paper = {start: 0, due: 24 * HOUR};
    expect(levelAt(paper, 19 * HOUR)).toBe('calm');
    expect(levelAt(paper, 20 * HOUR)).toBe('soon');
    expect(levelAt(paper, 23 * HOUR)).toBe('last');
    expect(levelAt(paper, 24 * HOUR - 1)).toBe('last');
    expect(levelAt(paper, 24 * HOUR)).toBe('over');
  });

  it('takes the policy for when it is soon', () => {
    expect(levelAt({start: 0, due: 24 * HOUR, warn: 12 * HOUR}, 13 * HOUR)).toBe('soon');
  });

  it('of a few seconds is not at its end from its beginning', () => {
    expect(levelAt({start: 0, due: 20_000}, 1_000)).toBe('calm');
    expect(levelAt({start: 0, due: 20_000}, 18_000)).toBe('last');
  });

  it.each([
    [3, 0, '0:03'],
    [3723, 0, '1:02:03'],
    [172_800 + 27_180, 2, '7:33'],
  ])('reads %s seconds', (seconds, days, clock) => expect(span(seconds)).toEqual({days, clock}));
});

describe("the server's time", () => {
  it('is this machine\'s until the server has spoken', () => {
    expect(Math.abs(new ServerTime(() => 5).now() - Date.now())).toBeLessThan(1_000);
  });

  it('narrows down to a fraction of the second that a header is cut to', () => {
    let local = 0;
    const time = new ServerTime(() => local);
    // The server is exactly 1 000 000 ms ahead; answers take 20 ms.
    for (const sent of [100, 950, 1_985, 2_990]) {
      local = sent + 20;
      const told = Math.floor((sent + 10 + 1_000_000) / 1000) * 1000;
      time.hearHeader(new Date(told).toUTCString(), sent, local);
    }
    expect(Math.abs(time.now() - local - 1_000_000)).toBeLessThan(60);
  });

  it('begins anew where a clock was set', () => {
    let local = 1_000;
    const time = new ServerTime(() => local);
    time.hearHeader(new Date(5_000_000).toUTCString(), 990, 1_000);
    local = 2_000;
    time.hearTime(new Date(9_000_000).toISOString());
    expect(time.now()).toBe(9_000_000);
    time.hearHeader('no date', 1, 2);
    expect(time.now()).toBe(9_000_000);
  });
});
