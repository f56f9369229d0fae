import {type Fen, yuan} from '@/shared/money';
import {halfWidth, type Reading} from './reading';

export type AmountProblem = 'ambiguous' | 'about' | 'currency' | 'unknown' | 'range';

/** What the contract takes: more than 0, at most this. */
const FEN_MAX = 100_000_000_000_000n;

const PLAIN_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  貳: '2',
  叁: '3',
  參: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  陸: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};
const PLAIN_UNITS: Readonly<Record<string, string>> = {
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  块: '元',
  塊: '元',
  毛: '角',
  W: '万',
  w: '万',
  K: '千',
  k: '千',
};
/** From the largest: each claims what stands left and right of it. */
const UNITS: readonly (readonly [string, bigint])[] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['千', 1_000n],
  ['百', 100n],
  ['十', 10n],
];

/** Candidates in millionths of a yuan (0.125万 needs them on the way); `open` when a person has to choose. */
interface Part {
  readonly values: readonly bigint[];
  readonly open: boolean;
}

const MICRO = 1_000_000n;

/** Reads an amount as people write and say it: `5万`, `伍万元整`, `50,000.00`, `五万三千`, `￥5.3w`. */
export function readAmount(typed: string): Reading<Fen, AmountProblem> {
  let text = halfWidth(typed).replace(/\s+/gu, '');
  if (text === '') {
    return {state: 'empty'};
  }
  if (/[$€£₮]|USD|HKD|EUR|美元|美金|港[币元]|欧元|日元/iu.test(text)) {
    return {state: 'unread', problem: 'currency'};
  }
  text = text.replace(/^(?:人民币|RMB|CNY|¥|共计|合计|共)+[::]?/iu, '').replace(/(?:人民币|RMB|CNY)$/iu, '');
  const about = /^(?:约|大约|大概|差不多|近)|(?:左右|上下|多元?|余元?)$/u;
  const unsure = about.test(text);
  text = text
    .replace(about, '')
    .replace(/钱$/u, '')
    .replace(/[壹贰貳叁參肆伍陆陸柒捌玖零〇一二两三四五六七八九]/gu, (c) => PLAIN_DIGITS[c] ?? c)
    .replace(/[拾佰仟萬億圆圓块塊毛WwKk]/gu, (c) => PLAIN_UNITS[c] ?? c);
  const grouped = ungroup(text);
  const part = grouped === null ? null : yuanJiaoFen(grouped.text);
  if (part === null || grouped === null) {
    return {state: 'unread', problem: 'unknown'};
  }
  const values = part.values.filter((fen) => fen > 0n && fen <= FEN_MAX);
  const [first] = values;
  if (first === undefined) {
    return {state: 'unread', problem: 'range'};
  }
  if (unsure) {
    return {state: 'unsure', candidates: values, problem: 'about'};
  }
  return part.open || grouped.odd || values.length > 1
    ? {state: 'unsure', candidates: values, problem: 'ambiguous'}
    : {state: 'sure', value: first};
}

/** Takes commas out. Groups that are not three or four digits each may be a slip of the finger. */
function ungroup(text: string): {readonly text: string; readonly odd: boolean} | null {
  if (!/[,，']/u.test(text)) {
    return {text, odd: false};
  }
  if (!/^[\d.,，'元角分整正]+$/u.test(text)) {
    return null;
  }
  const even = /^\d{1,3}([,，'])\d{3}(?:\1\d{3})*(?:\.\d*)?元?[整正]?$|^\d{1,4}[,，]\d{4}(?:\.\d*)?元?[整正]?$/u.test(
    text,
  );
  return {text: text.replace(/[,，']/gu, ''), odd: !even};
}

function yuanJiaoFen(text: string): Part | null {
  const whole = text.replace(/[整正]$/u, '');
  const small = /^(?:(\d)角)?(?:0?(\d)分)?$/u;
  const at = whole.indexOf('元');
  if (at < 0) {
    const only = small.exec(whole);
    return only && whole !== '' ? {values: [cents(only)], open: false} : inFen(scaled(whole));
  }
  const yuan = at === 0 ? null : inFen(scaled(whole.slice(0, at)));
  const rest = whole.slice(at + 1).replace(/^0(?=\d)/u, '');
  if (yuan === null) {
    return null;
  }
  if (/^\d$/u.test(rest)) {
    // 100块5 is said for 100.50, and may be a slip for 1005.
    return {values: yuan.values.map((v) => v + BigInt(rest) * 10n), open: true};
  }
  const tail = small.exec(rest);
  return tail ? {values: yuan.values.map((v) => v + cents(tail)), open: yuan.open} : null;
}

function cents(found: RegExpExecArray): bigint {
  return BigInt(found[1] ?? '0') * 10n + BigInt(found[2] ?? '0');
}

/** Nothing below a fen is money. */
function inFen(part: Part | null): Part | null {
  return part === null || part.values.some((v) => v % 10_000n !== 0n)
    ? null
    : {...part, values: part.values.map((v) => v / 10_000n)};
}

/** A number with or without 亿 … 十. */
function scaled(text: string): Part | null {
  for (const [word, worth] of UNITS) {
    const at = worth >= 10_000n ? text.lastIndexOf(word) : text.indexOf(word);
    if (at >= 0) {
      return around(text.slice(0, at), word, worth, text.slice(at + 1));
    }
  }
  const plain = /^(\d{1,15})(?:\.(\d{1,6}))?\.?$/u.exec(text);
  return plain ? {values: [BigInt((plain[1] ?? '0') + (plain[2] ?? '').padEnd(6, '0'))], open: false} : null;
}

function around(before: string, word: string, worth: bigint, after: string): Part | null {
  const left =
    before === '' && word === '十' ? {values: [MICRO], open: false} : scaled(before.replace(/^0+(?=.)/u, ''));
  const count = left?.values[0];
  if (left === null || count === undefined || left.open || (worth < 10_000n && count >= 10n * MICRO)) {
    return null;
  }
  const base = count * worth;
  const rest = after.replace(/^0+/u, '');
  if (rest === '') {
    return {values: [base], open: false};
  }
  const low = scaled(rest);
  if (low === null || low.values.some((v) => v >= worth * MICRO)) {
    return null;
  }
  // 5万3 is said for 53,000 and may be meant as 50,003; 五万零三 and 5万3000 leave no doubt.
  const digits = /^\d+(?=\.|$)/u.exec(rest)?.[0] ?? '';
  const full = digits === '' || rest !== after || digits.length === worth.toString().length - 1;
  const said = full || digits.length > 1 ? [] : low.values.map((v) => base + (v * worth) / 10n);
  return {values: [...said, ...low.values.map((v) => base + v)], open: low.open || !full};
}

/** `50000.00`: an amount as the server reads it. */
export function yuanText(fen: Fen): string {
  return yuan(fen).replace(/,/gu, '');
}
