import {describe, expect, it} from 'vitest';
import {capital, yuan} from '@/shared/money';
import {readAmount} from './amount';

const sure: readonly (readonly [string, bigint])[] = [
  ['5万', 5_000_000n],
  ['5.0万元', 5_000_000n],
  ['伍万元', 5_000_000n],
  ['伍万元整', 5_000_000n],
  ['五万三千', 5_300_000n],
  ['50,000.00', 5_000_000n],
  ['￥5万', 5_000_000n],
  ['５００００', 5_000_000n],
  ['人民币 50000 元', 5_000_000n],
  ['5w', 5_000_000n],
  ['3万2千', 3_200_000n],
  ['3万2千500', 3_250_000n],
  ['5万3000', 5_300_000n],
  ['五万零三', 5_000_300n],
  ['十五万', 15_000_000n],
  ['一百二十', 12_000n],
  ['一千零五十', 105_000n],
  ['两千', 200_000n],
  ['1.25万', 1_250_000n],
  ['0.01', 1n],
  ['5角', 50n],
  ['100元5角', 10_050n],
  ['壹拾万柒仟元零伍角叁分', 10_700_053n],
  ['1亿2000万', 12_000_000_000n],
  ['4,8000', 4_800_000n],
  ['1,234,567.89', 123_456_789n],
  ['5千块钱', 500_000n],
];

describe('readAmount', () => {
  it.each(sure)('reads %s', (text, fen) => {
    expect(readAmount(text)).toEqual({state: 'sure', value: fen});
  });
  it.each([
    ['5万3', [5_300_000n, 5_000_300n]],
    ['五万三', [5_300_000n, 5_000_300n]],
    ['一百二', [12_000n, 10_200n]],
    ['约5万', [5_000_000n]],
    ['五万多', [5_000_000n]],
    ['5万左右', [5_000_000n]],
    ['50,00', [500_000n]],
    ['100块5', [10_050n]],
    ['5万300', [5_030_000n]],
  ])('leaves %s to a person', (text, candidates) => {
    expect(readAmount(text)).toMatchObject({state: 'unsure', candidates});
  });
  it.each(['几万', '5000美元', '5万5万', '0', '-500', '五万千', '1.234', '5000 USDT', '99万亿', '￥', '5百百'])(
    'does not read %s',
    (text) => {
      expect(readAmount(text).state).toBe('unread');
    },
  );
  it('takes nothing for nothing', () => {
    expect(readAmount('  ')).toEqual({state: 'empty'});
  });
});

describe('capital', () => {
  it.each([
    [5_000_000n, '伍万元整'],
    [140_950n, '壹仟肆佰零玖元伍角'],
    [600_714n, '陆仟零柒元壹角肆分'],
    [168_032n, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
    [32_504n, '叁佰贰拾伍元零肆分'],
    [50n, '伍角'],
    [3n, '叁分'],
    [10_000_000_000n, '壹亿元整'],
    [1_000_100_000_000n, '壹佰亿零壹佰万元整'],
    [100_000_500n, '壹佰万零伍元整'],
    [2_000_300_000n, '贰仟万叁仟元整'],
  ])('writes %s', (fen, words) => {
    expect(capital(fen)).toBe(words);
  });
  it('is read back as the same sum', () => {
    let seed = 20261122n;
    for (let i = 0; i < 3000; i++) {
      seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
      const fen = ((seed >> 16n) % 10n ** BigInt(1 + (i % 14))) + 1n;
      expect(readAmount(capital(fen)), capital(fen)).toEqual({state: 'sure', value: fen});
      expect(readAmount(yuan(fen)), yuan(fen)).toEqual({state: 'sure', value: fen});
    }
  });
});
