import type {Schema} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {readYuan} from '@/shared/money';
import {refusalIn} from '@/shared/problem/fields';
import {readTime} from '@/shared/time';
import {type OutflowText, outflowOf} from '../outflowText';
import {type RecordText, recordOf} from '../record';

export type Opening = Omit<Schema<'freezing.v1.OpenPhonedStopRequest'>, 'requestId'>;
export type Checked = Schema<'freezing.v1.CheckedCallCode'>;

/** A payment as the caller tells it. */
export interface ToldText {
  amount: string;
  time: string;
  serial: string;
}

/** A call back to the caller's unit, as typed. */
export interface CallbackText {
  dialled: string;
  time: string;
  answeredBy: string;
  confirmed: '' | 'yes' | 'no';
}

/** A stop made on a call or at the counter, as the bank types it. */
export interface PhoneText {
  stationName: string;
  callerName: string;
  callerNumber: string;
  callTime: string;
  victimPresent: boolean;
  account: string;
  name: string;
  told: readonly ToldText[];
  code: string;
  callback: CallbackText;
  record: RecordText;
  executed: string;
  balance: string;
  held: string;
  reason: string;
  outflows: OutflowText[];
  lateReason: string;
  confirmTimes: boolean;
}

export const TOLD_MAX = 50;
const NOTHING_TOLD: ToldText = {amount: '', time: '', serial: ''};
const NO_CREDIT = {amount: '', time: '', serial: ''};

export function emptyPhone(): PhoneText {
  return {
    stationName: '',
    callerName: '',
    callerNumber: '',
    callTime: '',
    victimPresent: false,
    account: '',
    name: '',
    told: [NOTHING_TOLD],
    code: '',
    callback: {dialled: '', time: '', answeredBy: '', confirmed: ''},
    record: {name: '', account: '', credits: [NO_CREDIT]},
    executed: '',
    balance: '',
    held: '',
    reason: '',
    outflows: [],
    lateReason: '',
    confirmTimes: false,
  };
}

/** One more payment, with its line in the bank's own books. */
export function withTold(text: PhoneText): PhoneText {
  return {
    ...text,
    told: [...text.told, NOTHING_TOLD],
    record: {...text.record, credits: [...text.record.credits, NO_CREDIT]},
  };
}

export function withoutTold(text: PhoneText, at: number): PhoneText {
  const others = <Each>(all: readonly Each[]) => all.filter((_, index) => index !== at);
  return {...text, told: others(text.told), record: {...text.record, credits: others(text.record.credits)}};
}

export function plainAccount(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** All that was paid to the account, fen; null where an amount cannot be read. */
export function totalFen(text: PhoneText): bigint | null {
  let total = 0n;
  for (const {amount} of text.told) {
    const fen = readYuan(amount);
    if (fen === null || fen <= 0n) return null;
    total += fen;
  }
  return total;
}

function instant(text: string): string | null {
  return readTime(text, serverTime.now());
}

/** What must be put right before it can be sent, by field. */
export type Faults = Record<string, 'required' | 'unreadable'>;

export function faultsOf(text: PhoneText, station: string): Faults {
  const faults: Faults = {};
  const need = (field: string, typed: string, read: unknown) => {
    if (typed.trim() === '') faults[field] = 'required';
    else if (read === null) faults[field] = 'unreadable';
  };
  need('station', text.stationName, station === '' ? null : station);
  need('callTime', text.callTime, instant(text.callTime));
  if (!text.victimPresent && text.callerName.trim() === '' && text.callerNumber.trim() === '') faults.caller = 'required';
  need('account', text.account, text.account);
  text.told.forEach((told, at) => {
    need(`told.${at}.amount`, told.amount, readYuan(told.amount));
    need(`told.${at}.time`, told.time, instant(told.time));
  });
  need('balance', text.balance, readYuan(text.balance));
  if (text.held !== '' && readYuan(text.held) === null) faults.held = 'unreadable';
  if (text.executed !== '' && instant(text.executed) === null) faults.executed = 'unreadable';
  const record = recordOf(text.record);
  if (!record.accountNumber || record.credits?.length !== text.record.credits.length) faults.record = 'required';
  if (text.outflows.some((each) => outflowOf(each) === null)) faults.outflows = 'required';
  const {callback} = text;
  if (called(callback)) {
    need('callback.dialled', callback.dialled, callback.dialled);
    if (callback.confirmed === '') faults['callback.confirmed'] = 'required';
    if (callback.time !== '' && instant(callback.time) === null) faults['callback.time'] = 'unreadable';
  }
  return faults;
}

function called({time, answeredBy, confirmed}: CallbackText): boolean {
  return [time, answeredBy, confirmed].some((each) => each !== '');
}

/** A call back as the contract takes it; without a time it was now. */
export function callbackOf({dialled, time, answeredBy, confirmed}: CallbackText): Schema<'freezing.v1.Callback'> {
  return {
    dialledPhone: dialled.trim(),
    callbackTime: (time === '' ? null : instant(time)) ?? new Date(serverTime.now()).toISOString(),
    answeredBy: answeredBy.trim(),
    confirmed: confirmed === 'yes',
  };
}

/** As the contract takes it; call it only where there are no faults. */
export function openingOf(text: PhoneText, station: string, callCode: string, operator: {name: string}): Opening {
  const account = plainAccount(text.account);
  const payee = {
    kind: /^\d{13,19}$/.test(account) ? ('CARD' as const) : ('ACCOUNT_KIND_UNSPECIFIED' as const),
    accountNumber: account,
    accountName: text.name.trim(),
  };
  const [name, officerNumber] = [text.callerName.trim(), text.callerNumber.trim()];
  const executeTime = text.executed === '' ? null : instant(text.executed);
  return {
    station,
    ...(name === '' && officerNumber === '' ? {} : {caller: {name, officerNumber}}),
    callTime: instant(text.callTime) ?? '',
    victimPresent: text.victimPresent,
    callCode,
    ...(called(text.callback) ? {callback: callbackOf(text.callback)} : {}),
    payee,
    transfers: text.told.map(({amount, time, serial}) => ({
      payee,
      amountFen: (readYuan(amount) ?? 0n).toString(),
      transferTime: instant(time) ?? '',
      serialNumber: serial.trim(),
    })),
    stop: {
      record: recordOf(text.record),
      ...(executeTime === null ? {} : {executeTime}),
      balanceBeforeFen: (readYuan(text.balance) ?? 0n).toString(),
      heldFen: (readYuan(text.held === '' ? text.balance : text.held) ?? 0n).toString(),
      reason: text.reason.trim(),
      operator,
      outflows: text.outflows.map(outflowOf).filter((each) => each !== null),
    },
    lateReason: text.lateReason.trim(),
    confirmTimes: text.confirmTimes,
  };
}

/** The field that a refusal is about. */
const FIELDS: Record<string, string> = {
  PHONED_UNIT_UNKNOWN: 'station',
  PHONED_ACCOUNT_ELSEWHERE: 'account',
  PHONED_CALLER_MISSING: 'caller',
  PHONED_TIME_FUTURE: 'callTime',
  PHONED_TIME_IMPOSSIBLE: 'confirmTimes',
  PHONED_LATE_REASON_MISSING: 'lateReason',
  CALL_CODE_NOT_USABLE: 'code',
  CALL_CODE_WRONG: 'code',
  CALL_CODE_TRIES_EXHAUSTED: 'code',
  STOP_MISMATCH: 'record',
  STOP_UNPROVEN_REASON_MISSING: 'reason',
  STOP_UNPROVEN_NOT_ALLOWED: 'record',
  OUTFLOW_PAYEE_MISSING: 'outflows',
  OUTFLOW_TIME_IMPOSSIBLE: 'outflows',
  OUTFLOWS_EXCEED_RECEIVED: 'outflows',
};

/** What the service said of a field. */
export function refusalOf(failure: unknown) {
  return refusalIn(failure, FIELDS);
}
