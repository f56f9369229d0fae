import type { Fen } from './amount';

const NUMERALS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

/** An amount in capital numerals as on bills (支付结算办法附一): 5,000,000 fen is 伍万元整. */
export function inCapitals(fen: Fen): string {
  const yuan = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const cent = Number(fen % 10n);
  const head = yuan === 0n ? '' : `${integer(yuan)}元`;
  if (jiao === 0 && cent === 0) {
    return head === '' ? '零元整' : `${head}整`;
  }
  const gap = jiao === 0 && head !== '' ? '零' : '';
  return head + gap + (jiao === 0 ? '' : `${numeral(jiao)}角`) + (cent === 0 ? '整' : `${numeral(cent)}分`);
}

function numeral(digit: number): string {
  return NUMERALS.charAt(digit);
}

function integer(yuan: bigint): string {
  let out = '';
  let gap = false;
  const sections: number[] = [];
  for (let left = yuan; left > 0n; left /= 10_000n) {
    sections.unshift(Number(left % 10_000n));
  }
  sections.forEach((section, index) => {
    if (section === 0) {
      gap = true;
      return;
    }
    if (out !== '' && (gap || section < 1000)) {
      out += '零';
    }
    out += below10000(section) + (SECTIONS[sections.length - 1 - index] ?? '');
    gap = false;
  });
  return out;
}

function below10000(section: number): string {
  let out = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) {
      gap = out !== '';
    } else {
      out += (gap ? '零' : '') + numeral(digit) + (PLACES[place] ?? '');
      gap = false;
    }
  }
  return out;
}

/** `50,000.00`, exact. */
export function inYuan(fen: Fen): string {
  const sign = fen < 0n ? '-' : '';
  const whole = fen < 0n ? -fen : fen;
  const yuan = (whole / 100n).toString().replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${sign}${yuan}.${(whole % 100n).toString().padStart(2, '0')}`;
}

/** `50000.00`: as the server reads it. */
export function yuanText(fen: Fen): string {
  return inYuan(fen).replace(/,/gu, '');
}

/** An `int64` of the API, which is a string in JSON. */
export function fenOf(text: string | undefined): Fen {
  return text !== undefined && /^-?\d+$/u.test(text) ? BigInt(text) : 0n;
}
