import {inFours} from '@/reading/account';
import {readTime} from '@/reading/time';
import {timeAloud} from '@/reading/time-aloud';
import type {Tongue} from '@/reading/time-text';
import {capital, fenOf, readYuan, yuan} from '@/shared/money';
import type {Order} from '@/shared/order/queries';
import {dateTime} from '@/shared/time';

/** What the officer is going to say, as typed. */
export interface CallText {
  bankName: string;
  account: string;
  name: string;
  amount: string;
  time: string;
  /** Null: as it is known of the order and its case. */
  payer: string | null;
}

export const NOTHING_SAID: CallText = {bankName: '', account: '', name: '', amount: '', time: '', payer: null};

/** What an order asks for, as it is said on the telephone. */
export function saidOf(order: Order, bankName: string): CallText {
  const transfers = order.transfers ?? [];
  const total = transfers.reduce((sum, each) => sum + fenOf(each.amountFen), 0n);
  return {
    bankName,
    account: order.accountNumber ?? '',
    name: order.accountName ?? '',
    amount: yuan(transfers.length === 0 ? order.amountFen : total),
    time: transfers.map((each) => dateTime(each.transferTime)).join('、'),
    payer: null,
  };
}

/** What a code is bound to; null while something of it is missing. */
export function boundTo(text: CallText, bank: string): {bank: string; accountNumber: string; amountFen: string} | null {
  const accountNumber = text.account.normalize('NFKC').replace(/[\s-]/g, '');
  const fen = readYuan(text.amount);
  if (bank === '' || accountNumber === '' || fen === null || fen <= 0n) return null;
  return {bank, accountNumber, amountFen: fen.toString()};
}

/** The account in fours, as it is read. */
export function spokenAccount(text: CallText): string {
  return inFours(text.account.normalize('NFKC').replace(/[\s-]/g, ''));
}

/** `50,000.00 元（伍万元整）`; what cannot be read is said as typed. */
export function spokenAmount(text: CallText): string {
  const fen = readYuan(text.amount);
  return fen === null ? text.amount : `${yuan(fen)}（${capital(fen)}）`;
}

/** Each time in words, as it is read out; what cannot be read for sure is said as typed. */
export function spokenTime(text: CallText, now: Date, tongue: Tongue): string {
  return text.time
    .split(/[、;；]/u)
    .map((each) => {
      const read = readTime(each, now);
      return read.state === 'sure' ? timeAloud(read.value.instant, now, tongue) : each.trim();
    })
    .filter(Boolean)
    .join(tongue === 'zh' ? '、' : '; ');
}

/**
 * Who paid, as far as it is known: bank, name and account of each payment once, the account in fours; the victim where
 * the report names nobody.
 */
export function payerOf(order: Order, victim: string): string {
  const payers = (order.transfers ?? []).map((each) =>
    [each.payerInstitutionName, each.payerAccountName || victim, inFours(each.payerAccountNumber ?? '')]
      .filter(Boolean)
      .join(' '),
  );
  return [...new Set(payers.filter(Boolean))].join('；') || victim;
}

/** `15303106` → `1530 3106`, as it is read out. */
export function spokenCode(code: string): string {
  return inFours(code);
}
