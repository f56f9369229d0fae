import {expect, it} from 'vitest';
import {timeAloud} from './time-aloud';

const NOW = new Date('2026-11-22T14:00:00+08:00');

it.each([
  ['2026-11-06 11:30:00', '十一月六日上午十一点三十分', '6 November, eleven thirty in the morning'],
  ['2026-11-20 14:05:09', '十一月二十日下午两点零五分零九秒', '20 November, two oh five and nine seconds in the afternoon'],
  ['2026-11-21 00:00:00', '十一月二十一日凌晨零点整', "21 November, twelve o'clock at night"],
  ['2026-11-21 12:00:01', '十一月二十一日中午十二点零分零一秒', "21 November, twelve o'clock and one second in the afternoon"],
  ['2026-11-21 23:45:30', '十一月二十一日晚上十一点四十五分三十秒', '21 November, eleven forty-five and thirty seconds in the evening'],
  ['2025-12-31 10:10:00', '二零二五年十二月三十一日上午十点十分', '31 December 2025, ten ten in the morning'],
])('%s is read aloud', (text, zh, en) => {
  const instant = new Date(`${text.replace(' ', 'T')}+08:00`);
  expect(timeAloud(instant, NOW, 'zh')).toBe(zh);
  expect(timeAloud(instant, NOW, 'en')).toBe(en);
});
