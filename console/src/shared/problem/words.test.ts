import {describe, expect, test} from 'vitest';
import {ProblemError} from '@/api/problem';
import '@/testing/stage';
import {durationInWords, sentenceInWords} from './words';

describe('the parameters of a refusal', () => {
  test('durations are said as people say them', () => {
    expect(durationInWords('PT15M', 'zh-CN')).toBe('15分钟');
    expect(durationInWords('PT15M', 'en')).toBe('15 minutes');
    expect(durationInWords('PT1H', 'en')).toBe('1 hour');
    expect(durationInWords('P2DT3H30S', 'zh-CN')).toBe('2天3小时30秒');
    expect(durationInWords('PT0S', 'zh-CN')).toBe('0秒');
    expect(durationInWords('PT2.5S', 'en')).toBe('2 seconds');
  });

  test('what is no duration stays', () => {
    for (const text of ['P', 'PT', 'PAPER', '15', 'cn-2026', '']) expect(durationInWords(text, 'en')).toBeNull();
  });

  test('a sentence says each of them so, and nothing else', () => {
    expect(sentenceInWords('补录距事发已超过 PT15M，请说明。', {late: 'PT15M'}, 'zh-CN')).toBe('补录距事发已超过 15分钟，请说明。');
    expect(
      sentenceInWords('时间 2026-11-21T03:30:00Z 晚于 2026-11-21T03:00:00Z。', {given: '2026-11-21T03:30:00Z', now: '2026-11-21T03:00:00Z'}, 'zh-CN'),
    ).toBe('时间 2026-11-21 11:30:00 晚于 2026-11-21 11:00:00。');
    expect(
      sentenceInWords('不合：CALLED_BEFORE_TRANSFER, EXECUTED_BEFORE_CALL。', {flags: 'CALLED_BEFORE_TRANSFER, EXECUTED_BEFORE_CALL'}, 'zh-CN'),
    ).toBe('不合：来电早于转账、止付早于来电。');
    expect(sentenceInWords('上限 50。', {limit: '50', empty: ''}, 'zh-CN')).toBe('上限 50。');
    expect(sentenceInWords('没有参数', undefined, 'zh-CN')).toBe('没有参数');
  });

  test('every refusal that reaches a page is told so', () => {
    const failure = new ProblemError({
      type: 'about:blank',
      title: '',
      status: 400,
      reason: 'PHONED_LATE_REASON_MISSING',
      detail: '补录距事发已超过 PT15M',
      metadata: {late: 'PT15M'},
    });
    expect(failure.problem.detail).toBe('补录距事发已超过 15分钟');
    expect(failure.problem.metadata).toEqual({late: 'PT15M'});
  });
});
