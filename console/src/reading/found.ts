import {readAccount} from './account';
import {readAmount, yuanText} from './amount';
import {halfWidth, type Span} from './reading';
import {readTime} from './time';
import {timeText} from './time-text';

/** What of a payment can stand in a pasted text. */
export const PASTED_FIELDS = [
  'payerBank',
  'payerNumber',
  'payerName',
  'payeeBank',
  'payeeNumber',
  'payeeName',
  'amount',
  'time',
  'serialNumber',
] as const;
export type PastedField = (typeof PASTED_FIELDS)[number];

/** One field of a payment, and where in the pasted text it stands. */
export interface Found {
  readonly field: PastedField;
  /** As it stands in the text. */
  readonly raw: string;
  /** As it goes into the form: amount in yuan, time with seconds, number without spaces. */
  readonly value: string;
  readonly span: Span;
}

/** Something that looks like a field and is left to a person: `尾号0007`, two amounts, `昨天`. */
export interface Doubtful {
  readonly field: PastedField;
  readonly raw: string;
  readonly span: Span;
}

export interface PastedPayment {
  readonly found: readonly Found[];
  readonly doubtful: readonly Doubtful[];
  /** Which template read it, with its table's version, e.g. `2026-11/bank-sms`; `sheet` for a row. */
  readonly template: string;
}

/** Words that stand where a name would, and are none. */
const NO_NAME = /账户|账号|帐户|卡号|尾号|金额|余额|零钱|收钱|收款|付款|成功|状态|银行卡|本人|对方/u;

/** Reads one piece as one field; null leaves it empty. */
export function settle(field: PastedField, raw: string, span: Span, now: Date): Found | null {
  const value = valueOf(field, halfWidth(raw).trim(), now);
  return value === null ? null : {field, raw, value, span};
}

function valueOf(field: PastedField, text: string, now: Date): string | null {
  switch (field) {
    case 'amount': {
      const read = readAmount(text.replace(/^[-−]\s*/u, ''));
      return read.state === 'sure' ? yuanText(read.value) : null;
    }
    case 'time': {
      const read = readTime(text, now);
      return read.state === 'sure' ? timeText(read.value.instant, read.value.precision) : null;
    }
    case 'payerNumber':
    case 'payeeNumber': {
      const read = readAccount(text.replace(/^[A-Za-z]*\D{0,2}(?=\d{6})/u, ''));
      return read.state === 'sure' && !/E\+/u.test(text) ? read.value.number : null;
    }
    case 'payerName':
    case 'payeeName':
      // 张* tells the bank less than it seems to; it goes in as it is, and the page says that it is masked.
      return /^[\p{L}\p{N}·•.*() -]{1,60}$/u.test(text) && /\p{L}/u.test(text) && !NO_NAME.test(text) ? text : null;
    case 'serialNumber':
      return /^[0-9A-Za-z-]{6,64}$/u.test(text.replace(/\s/gu, '')) ? text.replace(/\s/gu, '') : null;
    case 'payerBank':
    case 'payeeBank':
      return text.length >= 2 && text.length <= 60 ? text : null;
  }
}
