import type {TFunction} from 'i18next';
import {readAccount} from '@/reading/account';
import {readAmount, yuanText} from '@/reading/amount';
import {readIdNumber} from '@/reading/id-number';
import {readPhone} from '@/reading/phone';
import {saidPart, typedPart, withReading} from '@/reading/reading';
import {readTime} from '@/reading/time';
import {type Tongue, timeSaid, timeText} from '@/reading/time-text';
import {capital, yuan} from '@/shared/money';

/** How a field's text is read as it is typed. */
export type FieldKind = 'text' | 'amount' | 'time' | 'phone' | 'account' | 'id';

/** What the page shows beside the text. */
export interface ReadBack {
  readonly tone: 'none' | 'ok' | 'ask' | 'bad';
  readonly text: string;
  /** For a time: to say how long ago it was. */
  readonly instant?: Date;
  /** Readings to choose from, each with what goes behind the `=`. */
  readonly offers: readonly {readonly label: string; readonly said: string}[];
}

const NOTHING: ReadBack = {tone: 'none', text: '', offers: []};

/** What a draft's text means, for the person who types it. */
export function readBack(kind: FieldKind, text: string, now: Date, t: TFunction, tongue: Tongue): ReadBack {
  const [typed, said] = [typedPart(text), saidPart(text)];
  if (typed.trim() === '') return NOTHING;
  switch (kind) {
    case 'amount':
      return amount(said || typed, t);
    case 'time':
      return time(said || typed, now, t, tongue);
    case 'phone':
      return phone(typed, t);
    case 'account':
      return account(typed, t);
    case 'id':
      return idNumber(typed, now, t);
    case 'text':
      return NOTHING;
  }
}

/** The text for the draft: what is sure, and what only the console can read, says its reading. */
export function forDraft(kind: FieldKind, typed: string, now: Date): string {
  if (kind === 'amount') {
    const read = readAmount(typed);
    return read.state === 'sure' ? withReading(typed, yuanText(read.value)) : typed;
  }
  if (kind === 'time') {
    const read = readTime(typed, now);
    return read.state === 'sure' ? withReading(typed, timeText(read.value.instant, read.value.precision)) : typed;
  }
  return typed;
}

function amount(text: string, t: TFunction): ReadBack {
  const read = readAmount(text);
  switch (read.state) {
    case 'sure':
      return {tone: 'ok', text: `${capital(read.value)}（¥${yuan(read.value)}）`, offers: []};
    case 'unsure':
      return {
        tone: 'ask',
        text: t(`reading.amount.${read.problem}`),
        offers: read.candidates.map((fen) => ({label: `¥${yuan(fen)}`, said: yuanText(fen)})),
      };
    case 'unread':
      return {tone: 'bad', text: t(`reading.amount.${read.problem}`), offers: []};
    case 'empty':
      return NOTHING;
  }
}

function time(text: string, now: Date, t: TFunction, tongue: Tongue): ReadBack {
  const read = readTime(text, now);
  switch (read.state) {
    case 'sure':
      return {
        tone: 'ok',
        text: timeSaid(read.value.instant, tongue, read.value.precision),
        instant: read.value.instant,
        offers: [],
      };
    case 'unsure':
      return {
        tone: 'ask',
        text: t(`reading.time.${read.problem}`),
        offers: read.candidates.map(({instant, precision}) => ({
          label: timeSaid(instant, tongue, precision),
          said: timeText(instant, precision),
        })),
      };
    case 'unread':
      return {tone: 'bad', text: t(`reading.time.${read.problem}`), offers: []};
    case 'empty':
      return NOTHING;
  }
}

function phone(text: string, t: TFunction): ReadBack {
  const read = readPhone(text);
  if (read.state !== 'sure') return {tone: 'none', text: '', offers: []};
  const {kind, carrier, place, grouped} = read.value;
  const parts = [grouped, t(`reading.phone.${kind}`), carrier && t(`reading.carrier.${carrier}`), place];
  return {tone: kind === 'odd' ? 'ask' : 'ok', text: parts.filter(Boolean).join(' · '), offers: []};
}

function account(text: string, t: TFunction): ReadBack {
  const read = readAccount(text);
  switch (read.state) {
    case 'sure':
      return {
        tone: read.value.looks === 'slip' ? 'bad' : read.value.looks === 'other' ? 'none' : 'ok',
        text: `${read.value.grouped} · ${t(`reading.account.${read.value.looks}`, {count: read.value.number.length})}`,
        offers: [],
      };
    case 'unread':
    case 'unsure':
      return {tone: 'bad', text: t(`reading.account.${read.problem}`), offers: []};
    case 'empty':
      return NOTHING;
  }
}

function idNumber(text: string, now: Date, t: TFunction): ReadBack {
  const read = readIdNumber(text, now);
  if (read.state === 'unread' || read.state === 'unsure')
    return {tone: 'bad', text: t(`reading.id.${read.problem}`), offers: []};
  if (read.state === 'empty') return NOTHING;
  const {kind, birth, age, sex, province} = read.value;
  if (kind !== 'resident') return {tone: 'ok', text: t(`reading.id.${kind}`), offers: []};
  return {
    tone: 'ok',
    text: [province, birth, t('reading.id.age', {age}), t(`reading.id.${sex || 'male'}`)].filter(Boolean).join(' · '),
    offers: [],
  };
}
