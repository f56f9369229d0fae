import type {Schema} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {readYuan} from '@/shared/money';
import {readTime} from '@/shared/time';

export type OutflowKind = 'TO_ACCOUNT' | 'CASH' | 'PURCHASE';

/** Money that left, as typed or pasted. */
export interface OutflowText {
  key: number;
  kind: OutflowKind;
  account: string;
  name: string;
  bank: string;
  amount: string;
  time: string;
  serial: string;
  place: string;
}

export const OUTFLOWS_MAX = 50;

let keys = 0;

export function emptyOutflow(): OutflowText {
  keys++;
  return {key: keys, kind: 'TO_ACCOUNT', account: '', name: '', bank: '', amount: '', time: '', serial: '', place: ''};
}

const CASH = /取现|现金|ATM|cash/i;
const PURCHASE = /消费|POS|商户|purchase/i;
const BANK = /银行|信用社|支付|财付通|bank/i;
const HEAD = /账号|金额|户名|account/i;
const TIME = /\d{1,2}[:：]\d{2}/;
const ACCOUNT = /^[0-9A-Za-z@._-]{8,40}$/;
const NAME = /^(?:[\p{Script=Han}·]{2,20}|\p{Script=Latin}+(?: [\p{Script=Latin}.'-]+){1,5})$/u;
const SERIAL = /^[0-9A-Za-z-]{4,64}$/;

/**
 * Reads lines copied from a spreadsheet or a core-banking screen, in whatever order the columns stand. What cannot be
 * told for sure stays empty; the officer sees and completes it.
 */
export function readOutflows(text: string): OutflowText[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,(?!\d{3}(\D|$))|，|;|；| {2,}/).map((cell) => (cell ?? '').trim()))
    .map((cells) => cells.filter((cell) => cell !== ''))
    .filter((cells) => cells.length > 1 && !cells.every((cell) => HEAD.test(cell) || !/\d/.test(cell)))
    .slice(0, OUTFLOWS_MAX)
    .map(readLine);
}

function readLine(cells: string[]): OutflowText {
  const row = emptyOutflow();
  const now = serverTime.now();
  for (const cell of cells) {
    if (row.time === '' && TIME.test(cell) && readTime(cell, now) !== null) row.time = cell;
    else if (CASH.test(cell)) Object.assign(row, {kind: 'CASH', place: row.place || cell});
    else if (PURCHASE.test(cell)) Object.assign(row, {kind: 'PURCHASE', place: row.place || cell});
    else if (row.bank === '' && BANK.test(cell)) row.bank = cell;
    else if (row.amount === '' && looksLikeMoney(cell)) row.amount = cell;
    else if (row.account === '' && ACCOUNT.test(cell.replace(/\s/g, '')) && /\d{6}/.test(cell)) {
      row.account = cell.replace(/\s/g, '');
    } else if (row.name === '' && NAME.test(cell)) row.name = cell;
    else if (row.serial === '' && SERIAL.test(cell)) row.serial = cell;
  }
  return row;
}

/** A plain run of eight digits and more is an account or a serial number sooner than an amount. */
function looksLikeMoney(cell: string): boolean {
  return readYuan(cell) !== null && (/[.,万元¥]/.test(cell) || /^\d{1,7}$/.test(cell));
}

/** As the contract wants it; null where something is missing. */
export function outflowOf(row: OutflowText): Schema<'freezing.v1.Outflow'> | null {
  const fen = readYuan(row.amount);
  const outflowTime = readTime(row.time, serverTime.now());
  if (fen === null || fen === 0n || outflowTime === null) return null;
  const number = row.account.normalize('NFKC').replace(/[\s-]/g, '');
  if (row.kind === 'TO_ACCOUNT' && number === '') return null;
  return {
    kind: row.kind,
    amountFen: fen.toString(),
    outflowTime,
    serialNumber: row.serial.trim(),
    place: row.place.trim(),
    ...(row.kind === 'TO_ACCOUNT'
      ? {
          payee: {
            kind: /^\d{13,19}$/.test(number) ? ('CARD' as const) : ('WALLET' as const),
            accountNumber: number,
            accountName: row.name.trim(),
            institutionName: row.bank.trim(),
          },
        }
      : {}),
  };
}
