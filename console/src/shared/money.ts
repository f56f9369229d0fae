/** Money is fen, as BigInt or as the contract's decimal text; never a JavaScript number. */
export type Fen = bigint;

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

export function fenOf(text: string | undefined): Fen {
  return text === undefined || text === '' ? 0n : BigInt(text);
}

/** 5000000 → `50,000.00`. */
export function yuan(fen: Fen | string | undefined): string {
  const value = typeof fen === 'bigint' ? fen : fenOf(fen);
  const sign = value < 0n ? '-' : '';
  const all = (value < 0n ? -value : value).toString().padStart(3, '0');
  const whole = all.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${all.slice(-2)}`;
}

/**
 * Reads what people write in yuan: `50000`, `50,000.00`, `5万`, `5.05万元`, full-width digits.
 *
 * @returns fen, or null where it is no amount of whole fen
 */
export function readYuan(text: string): Fen | null {
  const plain = text.normalize('NFKC').replace(/[\s,¥元圆整]/g, '');
  const found = /^(\d{1,12})(?:\.(\d{1,6}))?(万|亿)?$/.exec(plain);
  if (found === null) return null;
  const [, whole = '0', part = '', unit] = found;
  const places = unit === '万' ? 6 : unit === '亿' ? 10 : 2;
  if (part.slice(places).replace(/0/g, '') !== '') return null;
  return BigInt(whole) * 10n ** BigInt(places) + BigInt(part.slice(0, places).padEnd(places, '0'));
}

/** 5000000 → `伍万元整`, as on a receipt. */
export function capital(fen: Fen): string {
  if (fen === 0n) return '零元整';
  const whole = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const rest = Number(fen % 10n);
  let text = whole === 0n ? '' : `${wholeCapital(whole)}元`;
  if (jiao === 0 && rest === 0) return `${text}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (whole > 0n) text += '零';
  return rest > 0 ? `${text}${DIGITS[rest]}分` : text;
}

function wholeCapital(value: bigint): string {
  const units = ['', '万', '亿', '万亿'];
  let text = '';
  let left = value;
  let below = '';
  for (let at = 0; left > 0n; at++) {
    const group = Number(left % 10_000n);
    left /= 10_000n;
    if (group > 0) {
      // A gap between two groups is read once as 零.
      text = `${groupCapital(group)}${units[at]}${below === 'gap' && text !== '' ? '零' : ''}${text}`;
    }
    below = group < 1000 ? 'gap' : '';
  }
  return text;
}

function groupCapital(group: number): string {
  const units = ['仟', '佰', '拾', ''];
  const digits = String(group).padStart(4, '0');
  let text = '';
  let zero = false;
  for (let at = 0; at < 4; at++) {
    const digit = Number(digits[at]);
    if (digit === 0) {
      zero = text !== '';
    } else {
      text += `${zero ? '零' : ''}${DIGITS[digit]}${units[at]}`;
      zero = false;
    }
  }
  return text;
}
