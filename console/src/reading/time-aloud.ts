import {type Tongue, timeText} from './time-text';

const DIGITS = '零一二三四五六七八九';

/** 0 to 99 as it is said: `十一`, `二十`, `三十五`. */
function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

const UNITS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const TEENS = ['', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];

function english(number: number): string {
  if (number <= 10) return UNITS[number] ?? '';
  if (number < 20) return TEENS[number - 10] ?? '';
  const tens = TENS[Math.floor(number / 10)] ?? '';
  return number % 10 === 0 ? tens : `${tens}-${UNITS[number % 10]}`;
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

function half(hour: number, tongue: Tongue): string {
  const at = [6, 12, 13, 18, 24].findIndex((end) => hour < end);
  return (
    tongue === 'zh'
      ? ['凌晨', '上午', '中午', '下午', '晚上']
      : ['at night', 'in the morning', 'in the afternoon', 'in the afternoon', 'in the evening']
  )[at]!;
}

/**
 * A time of Beijing as one reads it out: 十一月六日上午十一点三十分, `6 November, eleven thirty in the morning`. Seconds are
 * said where there are any, the year where it is another.
 */
export function timeAloud(instant: Date, now: Date, tongue: Tongue): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (timeText(instant).match(/\d+/gu) ?? []).map(Number);
  const otherYear = !timeText(now).startsWith(String(year));
  if (tongue === 'en') {
    const twelve = english(hour % 12 === 0 ? 12 : hour % 12);
    const past = minute === 0 ? " o'clock" : minute < 10 ? ` oh ${english(minute)}` : ` ${english(minute)}`;
    const more = second === 0 ? '' : ` and ${english(second)} second${second === 1 ? '' : 's'}`;
    return `${day} ${MONTHS[month - 1]}${otherYear ? ` ${year}` : ''}, ${twelve}${past}${more} ${half(hour, tongue)}`;
  }
  const spokenHour = hour > 12 ? hour - 12 : hour;
  const two = (number: number) => (number < 10 ? `零${chinese(number)}` : chinese(number));
  return [
    otherYear && `${[...String(year)].map((digit) => DIGITS[Number(digit)]).join('')}年`,
    `${chinese(month)}月${chinese(day)}日`,
    half(hour, tongue),
    `${spokenHour === 2 ? '两' : chinese(spokenHour)}点`,
    minute === 0 ? (second === 0 ? '整' : '零分') : `${two(minute)}分`,
    second > 0 && `${two(second)}秒`,
  ]
    .filter(Boolean)
    .join('');
}
