import {halfWidth, type Reading} from './reading';

/** How exactly a time was told. */
export type Precision = 'second' | 'minute';

export interface ReadTime {
  readonly instant: Date;
  readonly precision: Precision;
}

export type TimeProblem = 'vague' | 'noTime' | 'hourOnly' | 'halfOfDay' | 'year' | 'future' | 'about' | 'unknown';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** China keeps one time all year. */
const CHINA = 8 * HOUR;

const DAY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:今天|今日|今儿|本日)/u, 0],
  [/^大前[天日]/u, -3],
  [/^前[天日]/u, -2],
  [/^(?:昨天|昨日|昨儿)/u, -1],
  [/^今(?=[早晚晨])/u, 0],
  [/^昨(?=[早晚晨夜])/u, -1],
  [/^前(?=[晚夜])/u, -2],
];
const WEEKDAYS = '一二三四五六日';

type Half = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';
const HALVES: readonly (readonly [RegExp, Half])[] = [
  [/^(?:凌晨|半夜|午夜|深夜)/u, 'night'],
  [/^(?:上午|早上|早晨|清晨|清早|早|AM)/iu, 'morning'],
  [/^(?:中午|正午)/u, 'noon'],
  [/^(?:下午|午后|傍晚|PM)/iu, 'afternoon'],
  [/^(?:晚上|夜里|夜晚|晚间|晚|夜)/u, 'evening'],
];

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly precision: Precision | 'hour';
  /** Written so that only one half of the day can be meant, e.g. `03:20`, `15点`. */
  readonly exact: boolean;
  readonly rest: string;
}

/** Reads a time as people write and say it in China, seen from `now`: `11.6 11:30`, `今天上午11点半`, `20261106113005`. */
export function readTime(typed: string, now: Date): Reading<ReadTime, TimeProblem> {
  const text = inDigits(halfWidth(typed).trim());
  if (text === '') {
    return {state: 'empty'};
  }
  const stamped = rfc3339(text) ?? compact(text);
  if (stamped) {
    return judged([stamped], now, null);
  }
  if (/^(?:刚才|刚刚|刚|现在|不久前?|没多久)/u.test(text)) {
    return {state: 'unsure', candidates: [], problem: 'vague'};
  }
  const ago = before(text, now);
  if (ago) {
    return {state: 'unsure', candidates: [ago], problem: 'about'};
  }
  return dayAndTime(text.replace(/[,，]/gu, ' '), now);
}

/** Chinese numerals before a unit of time become digits: 十一点半 is 11点半. */
function inDigits(text: string): string {
  const ones = '零一二三四五六七八九';
  const value = (c: string) => (c === '〇' ? 0 : c === '两' ? 2 : ones.indexOf(c));
  return text.replace(/[零〇一二两三四五六七八九十]+(?=个?半?(?:点|时|分|秒|刻|月|日|号|小时|钟头|天前))/gu, (word) => {
    const ten = word.indexOf('十');
    if (ten < 0) {
      return [...word].map(value).join('');
    }
    const high = ten === 0 ? 1 : value(word.charAt(ten - 1));
    const low = ten === word.length - 1 ? 0 : value(word.charAt(ten + 1));
    return String(high * 10 + low);
  });
}

function rfc3339(text: string): ReadTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u.test(text)) {
    return null;
  }
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : {instant, precision: 'second'};
}

function compact(text: string): ReadTime | null {
  const found = /^(20\d\d)(\d\d)(\d\d)\s?(\d\d)(\d\d)(\d\d)?$/u.exec(text);
  if (!found) {
    return null;
  }
  const [, year, month, day, hour, minute, second] = found.map(Number);
  const date = valid(year ?? 0, month ?? 0, day ?? 0);
  const clock = {hour: hour ?? 99, minute: minute ?? 99, second: second || 0};
  if (date === null || clock.hour > 23 || clock.minute > 59 || clock.second > 59) {
    return null;
  }
  return {instant: at(date, clock), precision: found[6] === undefined ? 'minute' : 'second'};
}

/** `10分钟前`, `半小时前`, `1个半小时前`: about then, to be checked against the receipt. */
function before(text: string, now: Date): ReadTime | null {
  const found =
    /^(?:大约|大概|约)?(?:(\d+|半)(个半|个)?(小时|钟头))?(半)?(?:(\d+)(?:分钟|分))?(?:之?前|以前)(?:左右)?$/u.exec(
      text,
    );
  if (!found || (found[1] === undefined && found[5] === undefined)) {
    return null;
  }
  const hours = found[1] === '半' ? 0.5 : Number(found[1] ?? 0) + (found[2] === '个半' || found[4] ? 0.5 : 0);
  const gone = hours * HOUR + Number(found[5] ?? 0) * 60_000;
  const minute = Math.floor((now.getTime() - gone) / 60_000) * 60_000;
  return {instant: new Date(minute), precision: 'minute'};
}

function dayAndTime(text: string, now: Date): Reading<ReadTime, TimeProblem> {
  const today = Math.floor((now.getTime() + CHINA) / DAY) * DAY;
  const date = dateOf(text, today);
  if (date === 'impossible') {
    return {state: 'unread', problem: 'unknown'};
  }
  let rest = (date?.rest ?? text).replace(/^[\sT]+/u, '');
  const half = HALVES.find(([word]) => word.test(rest));
  rest = half ? rest.replace(half[0], '').trim() : rest;
  const clock = clockOf(rest);
  if (clock === null) {
    if (rest !== '' || (!date && !half)) {
      return {state: 'unread', problem: 'unknown'};
    }
    const noon = half?.[1] === 'noon' ? [{instant: at(date?.day ?? today, NOON), precision: 'minute' as const}] : [];
    return {state: 'unsure', candidates: noon, problem: half ? 'vague' : 'noTime'};
  }
  const marked = clock.rest.trim().toUpperCase();
  const kind = half?.[1] ?? (marked === 'PM' ? 'afternoon' : marked === 'AM' ? 'morning' : null);
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59 || !/^(?:AM|PM|左右|许|多)?$/iu.test(marked)) {
    return {state: 'unread', problem: 'unknown'};
  }
  return placed(clock, kind, date, today, now, /左右|许|多/u.test(marked));
}

const NOON = {hour: 12, minute: 0, second: 0};

function placed(
  clock: Clock,
  half: Half | null,
  date: DayRead | null,
  today: number,
  now: Date,
  about: boolean,
): Reading<ReadTime, TimeProblem> {
  const hours = hoursOf(clock, half);
  const precision: Precision = clock.precision === 'second' ? 'second' : 'minute';
  const base = date?.day ?? today;
  const reads = hours.map((hour) => ({instant: at(base, {...clock, hour}), precision}));
  const past = reads.filter((read) => read.instant.getTime() <= now.getTime());
  if (past.length === 0) {
    // A time of day that has not come yet was yesterday's, or is a slip.
    const earlier = date ? [] : reads.map((r) => ({...r, instant: new Date(r.instant.getTime() - DAY)}));
    return {state: 'unsure', candidates: earlier, problem: 'future'};
  }
  const problem = about
    ? 'about'
    : past.length > 1
      ? 'halfOfDay'
      : clock.precision === 'hour'
        ? 'hourOnly'
        : date?.oldYear
          ? 'year'
          : null;
  return judged(past, now, problem);
}

function judged(reads: readonly ReadTime[], now: Date, problem: TimeProblem | null): Reading<ReadTime, TimeProblem> {
  const [first] = reads;
  if (first === undefined || first.instant.getTime() > now.getTime()) {
    return {state: 'unsure', candidates: [], problem: 'future'};
  }
  return problem === null ? {state: 'sure', value: first} : {state: 'unsure', candidates: reads, problem};
}

/** The hours of the day a clock time may mean. */
function hoursOf(clock: Clock, half: Half | null): readonly number[] {
  const hour = clock.hour;
  switch (half) {
    case 'night':
      return [hour === 12 ? 0 : hour === 11 || hour === 10 ? hour + 12 : hour];
    case 'morning':
      return [hour];
    case 'noon':
      return [hour < 3 ? hour + 12 : hour];
    case 'afternoon':
      return [hour < 12 ? hour + 12 : hour];
    case 'evening':
      return [hour === 12 ? 24 : hour < 12 ? hour + 12 : hour];
    case null:
      return clock.exact || hour === 0 || hour >= 12 ? [hour] : [hour, hour + 12];
  }
}

function clockOf(text: string): Clock | null {
  const colon = /^(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2})(?:\.\d+)?)?/u.exec(text);
  if (colon) {
    const [whole, hour = '', minute = '', second] = colon;
    return {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second ?? 0),
      precision: second === undefined ? 'minute' : 'second',
      exact: hour.length === 2 || second !== undefined,
      rest: text.slice(whole.length),
    };
  }
  const said = /^(\d{1,2})[点时](?:(半)|(\d)刻|(整|正)|(\d{1,2})分?)?(?:(\d{1,2})秒)?钟?/u.exec(text);
  if (!said) {
    return null;
  }
  const [whole, hour = '', half, quarter, sharp, minute, second] = said;
  return {
    hour: Number(hour),
    minute: half ? 30 : quarter ? Number(quarter) * 15 : Number(minute ?? 0),
    second: Number(second ?? 0),
    precision: second !== undefined ? 'second' : minute || half || quarter || sharp ? 'minute' : 'hour',
    exact: second !== undefined || whole.includes('时'),
    rest: text.slice(whole.length),
  };
}

interface DayRead {
  /** Milliseconds of the day's beginning, as if China were at UTC. */
  readonly day: number;
  /** The year was not told and the last such day is long ago. */
  readonly oldYear: boolean;
  readonly rest: string;
}

function dateOf(text: string, today: number): DayRead | 'impossible' | null {
  const full = /^(\d{4}|\d{2})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})(?:[日号]|(?!\d))/u.exec(text);
  if (full) {
    const [whole, year = '', month, day] = full;
    const date = valid(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day));
    return date === null ? 'impossible' : {day: date, oldYear: false, rest: text.slice(whole.length)};
  }
  const short = /^(\d{1,2})[-/.月]\s*(\d{1,2})(?:[日号]|(?!\d))/u.exec(text);
  if (short) {
    return withoutYear(Number(short[1]), Number(short[2]), today, text.slice(short[0].length));
  }
  for (const [word, days] of DAY_WORDS) {
    if (word.test(text)) {
      return {day: today + days * DAY, oldYear: false, rest: text.replace(word, '')};
    }
  }
  return weekday(text, today) ?? dayOfMonth(text, today);
}

function withoutYear(month: number, day: number, today: number, rest: string): DayRead | 'impossible' {
  const year = new Date(today).getUTCFullYear();
  const date = [year, year - 1].map((y) => valid(y, month, day)).find((d) => d !== null && d <= today);
  return date === undefined || date === null ? 'impossible' : {day: date, oldYear: today - date > 180 * DAY, rest};
}

function weekday(text: string, today: number): DayRead | null {
  const found = /^(上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text);
  if (!found) {
    return null;
  }
  const wanted = WEEKDAYS.indexOf(found[2] === '天' ? '日' : (found[2] ?? ''));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const day = monday + wanted * DAY - (found[1] ? 7 * DAY : 0);
  return {day: day > today ? day - 7 * DAY : day, oldYear: false, rest: text.slice(found[0].length)};
}

function dayOfMonth(text: string, today: number): DayRead | null {
  const found = /^(\d{1,2})[日号]/u.exec(text);
  const now = new Date(today);
  const date = found ? valid(now.getUTCFullYear(), now.getUTCMonth() + 1, Number(found[1])) : null;
  return found && date !== null && date <= today
    ? {day: date, oldYear: false, rest: text.slice(found[0].length)}
    : null;
}

function valid(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990 ? date.getTime() : null;
}

function at(day: number, clock: {readonly hour: number; readonly minute: number; readonly second: number}): Date {
  return new Date(day + clock.hour * HOUR + clock.minute * 60_000 + clock.second * 1000 - CHINA);
}
