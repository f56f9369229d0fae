import {yuanText} from '../amount';
import {yuan} from '@/shared/money';
import {PASTED_FIELDS, type PastedField} from '../found';
import {inFours} from '../account';
import {timeText} from '../time-text';
import sheet from './forms.json';

/** One text and what is to be read from it; a field not named must stay empty. */
export interface Sample {
  readonly form: number;
  readonly text: string;
  readonly expected: Readonly<Partial<Record<PastedField, string>>>;
}

const SURNAMES = ['张', '王', '欧阳', '阿依', '李'];
const BANKS = ['测试银行', '测试农商银行', '测试市商业银行', '测试信用社'];

/** Texts with their answers: the same seed gives the same corpus. */
export function corpus(seed: number, rounds: number, now: Date): readonly Sample[] {
  const next = dice(seed);
  return Array.from({length: rounds}, () => sheet.forms.map((form, index) => sample(form, index, next, now))).flat();
}

/** A number below `bound`, by a small linear congruence: chance that can be repeated. */
function dice(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function sample(form: string, index: number, next: (bound: number) => number, now: Date): Sample {
  const fen = BigInt(next(9_000) + 1) * BigInt([100, 1000, 100_000, 137][next(4)] ?? 100);
  const instant = new Date(Math.floor(now.getTime() / 1000 - next(20 * 86_400) - 60) * 1000);
  const digits = (length: number) => Array.from({length}, () => next(10)).join('');
  const person = () => `${SURNAMES[next(SURNAMES.length)] ?? ''}测试${next(2) ? '' : '·甲'}`;
  const values: Record<string, string> = {
    payerBank: BANKS[next(BANKS.length)] ?? '',
    payeeBank: BANKS[next(BANKS.length)] ?? '',
    payerName: person(),
    payeeName: person(),
    payerNumber: `9900010000${digits(9)}`,
    payeeNumber: `9900020000${digits(next(2) ? 6 : 9)}`,
    serialNumber: `20261122${digits(12)}`,
    amount: yuanText(fen),
    time: timeText(instant),
    balance: yuan(BigInt(next(1_000_000))),
  };
  const expected: Partial<Record<PastedField, string>> = {};
  const text = form.replace(/\{(\w+)(?:\|(\w+))?\}/gu, (_, slot: string, how?: string): string => {
    const value = values[slot] ?? '';
    const shown = show(how, value, fen, instant);
    const field = PASTED_FIELDS.find((one) => one === slot);
    if (field && shown.value !== null) {
      expected[field] = shown.value;
    }
    return shown.text;
  });
  return {form: index, text, expected};
}

/** How a value looks in a text, and what may be taken from it. */
function show(
  how: string | undefined,
  value: string,
  fen: bigint,
  instant: Date,
): {text: string; value: string | null} {
  const minute = timeText(instant, 'minute');
  switch (how) {
    case 'tail':
      return {text: value.slice(-4), value: null};
    case 'mask':
      return {text: `${value.slice(0, 4)}****${value.slice(-4)}`, value: null};
    case 'sci':
      return {text: `${Number(value).toExponential(5)}`.replace('e+', 'E+'), value: null};
    case 'grouped':
      return {text: inFours(value), value};
    case 'md':
      return {
        text: `${Number(minute.slice(5, 7))}月${Number(minute.slice(8, 10))}日${minute.slice(11)}`,
        value: minute,
      };
    case 'compact':
      return {text: value.replace(/\D/gu, ''), value};
    case 'yuan':
      return {text: `${yuan(fen)}元`, value};
    case 'plain':
      return {text: yuan(fen), value};
    case 'bare':
      return {text: value, value};
    case 'wan':
      return fen % 1_000_000n === 0n ? {text: `${fen / 1_000_000n}万元`, value} : {text: `${yuan(fen)}元`, value};
    case undefined:
    default:
      return {text: value, value};
  }
}
