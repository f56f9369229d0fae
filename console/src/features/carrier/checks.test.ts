import {describe, expect, it} from 'vitest';
import {check} from './checks';
import {FIRST, SECOND, leg, sample} from './sample';
import {type CallRecord, knownOffset} from './trace';

function found(record: CallRecord) {
  const {trace, hop} = sample();
  return check(trace, hop, record);
}

describe('an answer beside the call and the hop before', () => {
  it('says nothing where nothing can be compared', () => expect(found({})).toEqual({}));

  it.each([
    ['13999000001', true],
    ['008613999000001', true],
    ['+86 139 9900 0001', true],
    ['9000001', true],
    ['13999000002', false],
    ['000001', false],
  ])('the called number %s agrees: %s', (calledNumber, agrees) =>
    expect(found({calledNumber}).called).toEqual({agrees, expected: '13999000001'}),
  );

  it('takes the redirecting number of a forwarded call', () => {
    const record = {calledNumber: '13999000009', redirectingNumber: '13999000001'};
    expect(found(record).called?.agrees).toBe(true);
  });

  it.each([
    ['2026-11-22T10:05:40+08:00', 40, true, 300],
    ['2026-11-22T10:05:41+08:00', 40, false, 301],
    ['2026-11-22T09:55:00+08:00', 0, true, -300],
    ['2026-11-22T09:54:59+08:00', 0, false, -301],
  ])('a start at %s by a clock %d s ahead agrees: %s', (startTime, clockOffsetSeconds, agrees, expected) =>
    expect(found({startTime, clockOffsetSeconds}).start).toEqual({agrees, expected}),
  );

  it('tells how far the length is from the hop before', () => {
    expect(found({durationSeconds: 603}).duration).toEqual({agrees: true, expected: 0});
    expect(found({durationSeconds: 600}).duration).toEqual({agrees: null, expected: -3});
  });

  it('compares the leg out with the leg into the hop before, trunk groups apart', () => {
    expect(found({outgoing: leg('别名', 31, 660511, 660510)})).toEqual({
      cic: {agrees: true, expected: 31},
      opc: {agrees: true, expected: ''},
      dpc: {agrees: true, expected: ''},
    });
    const other = found({outgoing: leg('', 30, 660510, 660511)});
    expect([other.cic?.agrees, other.opc?.agrees, other.dpc?.agrees]).toEqual([false, false, false]);
  });

  it('knows a code of the other network for another exchange', () => {
    expect(found({outgoing: {opc: {text: '', bits: 14, value: 660511}}}).opc?.agrees).toBe(false);
  });

  it('finds a loop through the same trunk group of the same carrier', () => {
    const {trace, hop} = sample();
    const record = {incoming: {trunkGroup: '测试来话群'}};
    expect(check(trace, hop, record).loop).toBeUndefined();
    expect(check(trace, {...hop, carrier: FIRST}, record).loop).toEqual({agrees: false, expected: 1});
    expect(check(trace, {...hop, carrier: SECOND}, {incoming: {trunkGroup: '另一群'}}).loop).toBeUndefined();
  });
});

it('the clock’s offset is by how much the window was shifted', () => {
  const {trace, hop} = sample();
  expect(knownOffset(trace, hop)).toBe(40);
  expect(knownOffset(trace, {...hop, searchKeys: {}})).toBe(0);
});
