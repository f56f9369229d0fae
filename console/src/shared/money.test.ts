import {describe, expect, it} from 'vitest';
import {capital, fenOf, readYuan, yuan} from './money';

describe('money', () => {
  it.each([
    ['0', '0.00'],
    ['5', '0.05'],
    ['5000000', '50,000.00'],
    ['-123', '-1.23'],
    ['9007199254740993', '90,071,992,547,409.93'],
  ])('shows %s fen as %s', (fen, shown) => expect(yuan(fen)).toBe(shown));

  it.each([
    ['50000', 5_000_000n],
    ['50,000.00', 5_000_000n],
    ['５万', 5_000_000n],
    ['5.05万元', 5_050_000n],
    ['1.2亿', 12_000_000_000n],
    ['0.1', 10n],
    ['90071992547.93', 9_007_199_254_793n],
  ])('reads %s', (text, fen) => expect(readYuan(text)).toBe(fen));

  it.each(['', 'abc', '1.234', '5.0000001万', '-5', '1.2.3'])('refuses %s', (text) =>
    expect(readYuan(text)).toBeNull(),
  );

  it.each([
    [5_000_000n, '伍万元整'],
    [0n, '零元整'],
    [5n, '伍分'],
    [105n, '壹元零伍分'],
    [110n, '壹元壹角'],
    [10_000_050_00n, '壹仟万零伍拾元整'],
    [10_500_000n, '壹拾万伍仟元整'],
    [100_000_500_00n, '壹亿零伍佰元整'],
    [123_456_78n, '壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
  ])('writes %s in capitals', (fen, text) => expect(capital(fen)).toBe(text));

  it('takes an absent amount for nothing', () => expect(fenOf(undefined)).toBe(0n));
});
