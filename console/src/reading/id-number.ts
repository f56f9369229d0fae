import {halfWidth, type Reading} from './reading';

export interface ReadId {
  readonly kind: 'resident' | 'company' | 'other';
  readonly number: string;
  /** `1949-12-31`; empty for a company or another document. */
  readonly birth: string;
  readonly age: number | null;
  readonly sex: 'male' | 'female' | '';
  /** The province that issued it first, in Chinese; the code need not exist any more. */
  readonly province: string;
}

/** A number with a fault is kept and told of: it never holds a stop back. */
export type IdProblem = 'checkDigit' | 'birth' | 'length' | 'characters' | 'fifteen';

const PROVINCES =
  '11北京 12天津 13河北 14山西 15内蒙古 21辽宁 22吉林 23黑龙江 31上海 32江苏 33浙江 34安徽 35福建 36江西 37山东 41河南 42湖北 ' +
  '43湖南 44广东 45广西 46海南 50重庆 51四川 52贵州 53云南 54西藏 61陕西 62甘肃 63青海 64宁夏 65新疆 71台湾 81香港 82澳门 83台湾 91外国人 99测试';
const PROVINCE = new Map(PROVINCES.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2)]));

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Reads a resident's number (GB 11643) or a company's credit code (GB 32100). */
export function readIdNumber(typed: string, now: Date): Reading<ReadId, IdProblem> {
  const number = halfWidth(typed).replace(/[\s-]/gu, '').toUpperCase();
  if (number === '') {
    return {state: 'empty'};
  }
  if (!/^[0-9A-Z]+$/u.test(number)) {
    return {state: 'unread', problem: 'characters'};
  }
  if (/^\d{17}[\dX]$/u.test(number)) {
    return resident(number, now);
  }
  if (/^[0-9A-Z]{18}$/u.test(number)) {
    return creditCode(number)
      ? {state: 'sure', value: plain('company', number)}
      : {state: 'unread', problem: 'checkDigit'};
  }
  if (/^\d{15}$/u.test(number)) {
    return {state: 'unread', problem: 'fifteen'};
  }
  // Passports and permits of Hong Kong, Macao and Taiwan.
  return /^(?:[A-Z]{1,2}\d{6,9}|\d{8})$/u.test(number)
    ? {state: 'sure', value: plain('other', number)}
    : {state: 'unread', problem: 'length'};
}

function resident(number: string, now: Date): Reading<ReadId, IdProblem> {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  if (CHECKS.charAt(sum % 11) !== number.charAt(17)) {
    return creditCode(number)
      ? {state: 'sure', value: plain('company', number)}
      : {state: 'unread', problem: 'checkDigit'};
  }
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const date = new Date(`${birth}T00:00:00+08:00`);
  const real =
    !Number.isNaN(date.getTime()) && new Date(date.getTime() + 8 * 3_600_000).toISOString().startsWith(birth);
  if (!real || date.getTime() > now.getTime()) {
    return {state: 'unread', problem: 'birth'};
  }
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
  return {
    state: 'sure',
    value: {
      kind: 'resident',
      number,
      birth,
      age,
      sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
      province: PROVINCE.get(number.slice(0, 2)) ?? '',
    },
  };
}

function creditCode(code: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = CREDIT.indexOf(code.charAt(i));
    if (value < 0) {
      return false;
    }
    sum += value * (CREDIT_WEIGHTS[i] ?? 0);
  }
  return CREDIT.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

function plain(kind: 'company' | 'other', number: string): ReadId {
  return {kind, number, birth: '', age: null, sex: '', province: ''};
}
