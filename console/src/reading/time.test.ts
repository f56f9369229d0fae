import {describe, expect, it} from 'vitest';
import {readTime} from './time';
import {agoSaid, timeSaid, timeText} from './time-text';

/** A Sunday afternoon in Shanghai. */
const NOW = new Date('2026-11-22T14:12:30+08:00');

describe('readTime', () => {
  it.each([
    ['11.6 11:30', '2026-11-06 11:30'],
    ['今天上午11点半', '2026-11-22 11:30'],
    ['11月6日11时30分', '2026-11-06 11:30'],
    ['2026-11-06 11:30:05', '2026-11-06 11:30:05'],
    ['2026-11-06T11:30:05+08:00', '2026-11-06 11:30:05'],
    ['20261106113005', '2026-11-06 11:30:05'],
    ['2026年11月6日 11:30', '2026-11-06 11:30'],
    ['昨天下午3点20分', '2026-11-21 15:20'],
    ['昨晚十一点一刻', '2026-11-21 23:15'],
    ['１１：３０', '2026-11-22 11:30'],
    ['昨天 23:05', '2026-11-21 23:05'],
    ['今早8点整', '2026-11-22 08:00'],
    ['凌晨1点40', '2026-11-22 01:40'],
    ['上周五下午两点零五分', '2026-11-13 14:05'],
    ['周六 16:00', '2026-11-21 16:00'],
    ['11/6 11:30:05', '2026-11-06 11:30:05'],
    ['26.11.06 11:30', '2026-11-06 11:30'],
    ['11月6日下午3:20', '2026-11-06 15:20'],
    ['6号 11:30', '2026-11-06 11:30'],
    ['03:20', '2026-11-22 03:20'],
    ['2026-11-06 3:20 PM', '2026-11-06 15:20'],
    ['今天中午12:05', '2026-11-22 12:05'],
    ['昨天晚上12点整', '2026-11-22 00:00'],
  ])('reads %s', (text, expected) => {
    const read = readTime(text, NOW);
    expect(read.state, JSON.stringify(read)).toBe('sure');
    if (read.state === 'sure') {
      expect(timeText(read.value.instant, read.value.precision)).toBe(expected);
    }
  });
  it.each([
    ['昨天中午', 'vague', ['2026-11-21 12:00']],
    ['刚才', 'vague', []],
    ['昨天下午', 'vague', []],
    ['11月6日', 'noTime', []],
    ['昨天', 'noTime', []],
    ['10分钟前', 'about', ['2026-11-22 14:02']],
    ['半小时前', 'about', ['2026-11-22 13:42']],
    ['一个半小时前', 'about', ['2026-11-22 12:42']],
    ['昨天3点20', 'halfOfDay', ['2026-11-21 03:20', '2026-11-21 15:20']],
    ['下午1点', 'hourOnly', ['2026-11-22 13:00']],
    ['15:30', 'future', ['2026-11-21 15:30']],
    ['2026-11-23 10:00', 'future', []],
    ['12.30 10:00', 'year', null],
  ])('leaves %s to a person', (text, problem, candidates) => {
    const read = readTime(text, NOW);
    if (candidates === null) {
      expect(['sure', 'unsure']).toContain(read.state);
      return;
    }
    expect(read).toMatchObject({state: 'unsure', problem});
    if (read.state === 'unsure') {
      expect(read.candidates.map((c) => timeText(c.instant, c.precision))).toEqual(candidates);
    }
  });
  it.each(['2月30日 10:00', '25:10', '张三', '2026-13-01 10:00', '11点70分'])('does not read %s', (text) => {
    expect(readTime(text, NOW)).toMatchObject({state: 'unread'});
  });
  it('asks about a year that was not told and is long ago', () => {
    expect(readTime('1.6 11:30', NOW)).toMatchObject({state: 'unsure', problem: 'year'});
  });
});

describe('read back', () => {
  const instant = new Date('2026-11-22T13:30:05+08:00');
  it('says weekday and how long ago', () => {
    expect(timeSaid(instant, 'zh')).toBe('2026-11-22 周日 13:30:05');
    expect(timeSaid(instant, 'en', 'minute')).toBe('2026-11-22 Sun 13:30');
    expect(agoSaid(instant, NOW, 'zh')).toBe('42分钟前');
    expect(agoSaid(new Date('2026-11-06T11:30:00+08:00'), NOW, 'zh')).toBe('16天前');
    expect(agoSaid(new Date('2026-11-22T11:07:00+08:00'), NOW, 'en')).toBe('3 h 5 min ago');
  });
});
