import {readAccount} from '@/reading/account';
import {readAmount} from '@/reading/amount';
import type {Fen} from '@/shared/money';
import {saidPart, typedPart} from '@/reading/reading';
import {readTime} from '@/reading/time';
import type {Cell} from '../draft/cell';

/** What makes somebody look twice before an account is stopped. */
export type Doubt = 'slip' | 'payer' | 'old' | 'masked' | 'noName' | 'large' | 'twice';

/** Why a payment stops nothing yet. */
export type Lack = 'number' | 'masked' | 'amount' | 'time' | 'rivals';

/** One account that would be stopped, with all of the report's payments to it. */
export interface PayeeAccount {
  readonly number: string;
  readonly grouped: string;
  readonly name: string;
  readonly bank: string;
  readonly institution: string;
  /** Rows of the draft. */
  readonly rows: readonly string[];
  readonly fen: Fen;
  /** Typed by keys in at least one row: it is to be repeated. */
  readonly byHand: boolean;
  readonly doubts: readonly Doubt[];
}

export interface Review {
  readonly accounts: readonly PayeeAccount[];
  readonly lacking: readonly {readonly row: string; readonly number: number; readonly lacks: readonly Lack[]}[];
  readonly fen: Fen;
}

/** A single payment of at least this is rare enough to be asked about: one million yuan. */
const LARGE_FEN = 100_000_000n;
/** Older than two days, little is left on the card, and a slip in the date is likelier. */
const OLD_MS = 48 * 3_600_000;

interface Payment {
  readonly row: string;
  readonly account: PayeeAccount;
  readonly time: number;
}

/** Whether a number is one of those shown as `CARD 990001****0007`. */
function isAmong(number: string, masked: readonly string[]): boolean {
  return masked.some((each) => {
    const [, head, tail] = /([0-9A-Za-z]+)\*+([0-9A-Za-z]+)$/u.exec(each) ?? [];
    return head !== undefined && tail !== undefined && number.startsWith(head) && number.endsWith(tail);
  });
}

/**
 * What an urgent stop would do now, before anything is done. Pure.
 *
 * @param ordered masked accounts that have an order of the case already: they get no second one
 */
export function review(
  rows: readonly string[],
  cell: (path: string) => Cell,
  now: Date,
  ordered: readonly string[] = [],
): Review {
  const payments: Payment[] = [];
  const lacking: {row: string; number: number; lacks: Lack[]}[] = [];
  rows.forEach((row, index) => {
    const read = payment(row, cell, now);
    if (Array.isArray(read)) {
      // A row in which nothing has been said asks for nothing, unless it is all there is.
      if (rows.length > 1 && !begun(row, cell)) return;
      lacking.push({row, number: index + 1, lacks: read});
    } else {
      payments.push(read);
    }
  });
  const accounts = new Map<string, PayeeAccount>();
  for (const {account} of payments) {
    const same = accounts.get(account.number);
    accounts.set(account.number, same ? merged(same, account) : account);
  }
  const seen = new Set<string>();
  for (const one of payments) {
    const print = `${one.account.number} ${one.account.fen} ${one.time}`;
    if (seen.has(print)) add(accounts, one.account.number, 'twice');
    seen.add(print);
  }
  const all = [...accounts.values()].filter((each) => !isAmong(each.number, ordered));
  return {accounts: all, lacking, fen: all.reduce((sum, each) => sum + each.fen, 0n)};
}

/** What is said of a payment; a row without any of it has not been begun. */
const SAID = [
  'payee.accountNumber',
  'payee.accountName',
  'payee.institutionName',
  'payer.accountNumber',
  'payer.accountName',
  'payer.institutionName',
  'amount',
  'transferTime',
  'serialNumber',
];

function begun(row: string, cell: (path: string) => Cell): boolean {
  return SAID.some((name) => {
    const {text, rivals} = cell(`transfers[${row}].${name}`);
    return text.trim() !== '' || rivals.length > 0;
  });
}

function payment(row: string, cell: (path: string) => Cell, now: Date): Payment | Lack[] {
  const at = (name: string) => cell(`transfers[${row}].${name}`);
  const text = (name: string) => at(name).text.trim();
  const meant = (name: string) => saidPart(text(name)) || typedPart(text(name));
  const number = readAccount(text('payee.accountNumber'));
  const amount = readAmount(meant('amount'));
  const time = readTime(meant('transferTime'), now);
  const lacks: Lack[] = [];
  if (number.state !== 'sure')
    lacks.push(number.state === 'unread' && number.problem === 'masked' ? 'masked' : 'number');
  if (amount.state !== 'sure') lacks.push('amount');
  if (time.state !== 'sure') lacks.push('time');
  const disputed = ['payee.accountNumber', 'payee.accountName', 'payee.institution', 'amount', 'transferTime'];
  if (disputed.some((name) => at(name).rivals.length > 1)) lacks.push('rivals');
  if (lacks.length > 0 || number.state !== 'sure' || amount.state !== 'sure' || time.state !== 'sure') return lacks;
  const payer = readAccount(text('payer.accountNumber'));
  const name = text('payee.accountName');
  const doubts: Doubt[] = [];
  if (number.value.looks === 'slip') doubts.push('slip');
  if (payer.state === 'sure' && payer.value.number === number.value.number) doubts.push('payer');
  if (now.getTime() - time.value.instant.getTime() > OLD_MS) doubts.push('old');
  if (name === '') doubts.push('noName');
  else if (/[*＊•●]|[xX]{2}/u.test(name)) doubts.push('masked');
  if (amount.value >= LARGE_FEN) doubts.push('large');
  return {
    row,
    time: time.value.instant.getTime(),
    account: {
      number: number.value.number,
      grouped: number.value.grouped,
      name,
      bank: text('payee.institutionName'),
      institution: text('payee.institution'),
      rows: [row],
      fen: amount.value,
      byHand: !at('payee.accountNumber').pasted,
      doubts,
    },
  };
}

function merged(one: PayeeAccount, other: PayeeAccount): PayeeAccount {
  return {
    ...one,
    name: one.name || other.name,
    bank: one.bank || other.bank,
    institution: one.institution || other.institution,
    rows: [...one.rows, ...other.rows],
    fen: one.fen + other.fen,
    // Two rows that agree are the number typed twice.
    byHand: false,
    doubts: [...new Set([...one.doubts, ...other.doubts])],
  };
}

function add(accounts: Map<string, PayeeAccount>, number: string, doubt: Doubt): void {
  const account = accounts.get(number);
  if (account) accounts.set(number, {...account, doubts: [...account.doubts, doubt]});
}
