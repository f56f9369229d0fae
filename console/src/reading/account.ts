import {halfWidth, type Reading} from './reading';

export type AccountProblem = 'masked' | 'short' | 'long' | 'characters';

export interface ReadAccount {
  /** Digits and letters without spaces, hyphens and full-width forms. */
  readonly number: string;
  /** In fours, as on the card and as people compare it. */
  readonly grouped: string;
  /** A card by its length and Luhn check digit; `slip` has a card's length and a wrong digit; `other` is no card. */
  readonly looks: 'card' | 'slip' | 'wallet' | 'other';
}

/** Reads an account number as typed or pasted. A masked one is not an account: it stays as it is until the bank tells it. */
export function readAccount(typed: string): Reading<ReadAccount, AccountProblem> {
  const text = halfWidth(typed).trim();
  if (text === '') {
    return {state: 'empty'};
  }
  if (/[*＊•●×…]|[xX]{2,}/u.test(text)) {
    return {state: 'unread', problem: 'masked'};
  }
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(text)) {
    return {state: 'sure', value: {number: text, grouped: text, looks: 'wallet'}};
  }
  const number = text.replace(/[\s\-‐-―_.]/gu, '');
  if (!/^[0-9A-Za-z]+$/u.test(number)) {
    return {state: 'unread', problem: 'characters'};
  }
  if (number.length < 6) {
    return {state: 'unread', problem: 'short'};
  }
  if (number.length > 40) {
    return {state: 'unread', problem: 'long'};
  }
  return {state: 'sure', value: {number, grouped: inFours(number), looks: looksOf(number)}};
}

function looksOf(number: string): ReadAccount['looks'] {
  if (/^1[3-9]\d{9}$/u.test(number)) {
    return 'wallet';
  }
  if (!/^\d{13,19}$/u.test(number)) {
    return 'other';
  }
  // Cards of Chinese banks have 16 or 19 digits, mostly from 62; a passbook's number may have as many.
  return luhn(number) ? 'card' : /^(?:62|[45]\d{15}$)/u.test(number) || number.length === 19 ? 'slip' : 'other';
}

/** The check digit of a card number (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** `6222 0000 0000 0007`. */
export function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/gu, '$1 ');
}

/** The number of an order's label, without the kind before it: `CARD 990001****0007`. */
export function maskedNumber(label: string | undefined): string {
  return (label ?? '').replace(/^[A-Z_]+ /u, '');
}
