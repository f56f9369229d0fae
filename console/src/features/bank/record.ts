import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {useEffect, useMemo, useState} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {readYuan, yuan} from '@/shared/money';
import type {Order} from '@/shared/order/queries';
import {dateTime, readTime} from '@/shared/time';

export type Match = Schema<'freezing.v1.Match'>;

/** What the bank's books say, as typed. */
export interface RecordText {
  name: string;
  account: string;
  credits: CreditText[];
}

export interface CreditText {
  amount: string;
  time: string;
  serial: string;
}

/** The comparison waits until the typing pauses. */
const PAUSE_MS = 250;

const NO_CREDIT: CreditText = {amount: '', time: '', serial: ''};

/** Nothing typed yet, with a line for each transfer of the order. */
export function emptyRecord(order: Order): RecordText {
  return {name: '', account: '', credits: (order.transfers ?? []).map(() => NO_CREDIT)};
}

/** The books say of this credit what the order says. */
export function creditOf(order: Order, at: number): CreditText {
  const transfer = order.transfers?.[at];
  return transfer
    ? {
        amount: yuan(transfer.amountFen),
        time: dateTime(transfer.transferTime),
        serial: transfer.serialNumber ?? '',
      }
    : NO_CREDIT;
}

/** What of the books has not been looked up yet, by the names of the match's fields. */
export function missingIn(record: RecordText): ('name' | 'account' | 'credit')[] {
  const missing: ('name' | 'account' | 'credit')[] = [];
  if (record.name.trim() === '') missing.push('name');
  if (record.account.trim() === '') missing.push('account');
  if (record.credits.length > 0 && (recordOf(record).credits ?? []).length === 0) missing.push('credit');
  return missing;
}

/** As the contract wants it; a credit that cannot be read yet is left out. */
export function recordOf(record: RecordText): Schema<'freezing.v1.BankRecord'> {
  const credits: Schema<'freezing.v1.BankCredit'>[] = [];
  for (const credit of record.credits) {
    const fen = readYuan(credit.amount);
    const bookingTime = readTime(credit.time, serverTime.now());
    if (fen !== null && fen > 0n && bookingTime !== null) {
      credits.push({amountFen: fen.toString(), bookingTime, serialNumber: credit.serial.trim()});
    }
  }
  return {
    accountName: record.name.trim(),
    accountNumber: record.account.normalize('NFKC').replace(/[\s-]/g, ''),
    credits,
  };
}

export interface Compared {
  /** Null before anything is typed. */
  readonly match: Match | null;
  /** Whether it is of what stands there now: until the next verdict comes, the last one stays. */
  readonly current: boolean;
}

/** The server's comparison of what is typed so far. */
export function useMatch(id: string, text: RecordText): Compared {
  const settled = useSettled(text);
  const record = useMemo(() => recordOf(settled), [settled]);
  const typed = record.accountName !== '' || record.accountNumber !== '' || (record.credits ?? []).length > 0;
  const query = useQuery({
    queryKey: ['match', id, record],
    enabled: typed,
    // What was compared a moment ago stays until the new verdict comes.
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: ({signal}) =>
      answer(api.POST('/v1/stopOrders/{id}:match', {params: {path: {id}}, body: {record}, signal})),
  });
  const match = typed ? (query.data ?? null) : null;
  return {match, current: settled === text && !query.isPlaceholderData};
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
