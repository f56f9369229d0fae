import {describe, expect, it} from 'vitest';
import {dateTime, readTime, timeOfDay} from './time';

const NOON = Date.parse('2026-11-21T12:00:00+08:00');

describe('time', () => {
  it('is shown as Beijing time', () => {
    expect(dateTime('2026-11-21T03:30:05Z')).toBe('2026-11-21 11:30:05');
    expect(timeOfDay('2026-11-20T16:00:00Z')).toBe('00:00:00');
    expect(dateTime(undefined)).toBe('—');
  });

  it.each([
    ['11:30', '2026-11-21T11:30:00+08:00'],
    ['11：30：05', '2026-11-21T11:30:05+08:00'],
    ['11-20 9:05', '2026-11-20T09:05:00+08:00'],
    ['11.6 11:30', '2026-11-06T11:30:00+08:00'],
    ['11月6日11:30', '2026-11-06T11:30:00+08:00'],
    ['2025-12-31 23:59:59', '2025-12-31T23:59:59+08:00'],
    ['２０２６-11-21 11:30', '2026-11-21T11:30:00+08:00'],
    ['20261121113005', '2026-11-21T11:30:05+08:00'],
  ])('reads %s', (text, read) => expect(readTime(text, NOON)).toBe(read));

  it.each(['', '25:00', '11:61', '2-30 10:00', 'noon', '20261321113005'])('refuses %s', (text) =>
    expect(readTime(text, NOON)).toBeNull(),
  );
});
