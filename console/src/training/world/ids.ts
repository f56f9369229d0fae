import {luhn} from '@/reading/account';

const ID_LENGTH = 26;
const HASH_LENGTH = 64;

/** Ids of this world: 26 characters like all, beginning with `yl`, which no real one does. */
export function ids(): () => string {
  let count = 0;
  return () => {
    count++;
    return `yl${String(count).padStart(ID_LENGTH - 2, '0')}`;
  };
}

/** The id of something that stands from the beginning, by its name. */
export function fixedId(name: string): string {
  return `yl${name.replace(/[^0-9a-z]/g, '').padEnd(ID_LENGTH - 2, '0')}`.slice(0, ID_LENGTH);
}

/** A made-up card of this range, 19 digits, with its check digit. Ranges of 9900 belong to nobody. */
export function card(range: string, number: number): string {
  const body = range + String(number).padStart(18 - range.length, '0');
  for (let digit = 0; digit < 10; digit++) if (luhn(`${body}${digit}`)) return `${body}${digit}`;
  throw new Error(`no check digit for ${body}`);
}

/** What stands where a file's hash would: made of its name, for nobody checks it. */
export function madeHash(name: string): string {
  let text = '';
  for (let round = 0; text.length < HASH_LENGTH; round++) {
    let value = 0x811c9dc5;
    for (const sign of `${name} ${round}`) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    text += value.toString(16).padStart(8, '0');
  }
  return text;
}

/** `990001****0018`, as lists show an account. */
export function masked(number: string): string {
  return `${number.slice(0, 6)}****${number.slice(-4)}`;
}
